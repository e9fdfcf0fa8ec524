"""The pictures that are kept show what the program shows; every place holds still and in line."""

from pathlib import Path

import pytest

from tests.commands.shell import foreign
from tests.gallery.album import INDEX, REMAKE, SHOTS, difference, expected, index, pictures
from tests.gallery.places import PLACES, Place
from tests.gallery.scene import Stage


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory, demo_once: Path) -> Stage:
    """The records, made once."""
    return Stage(tmp_path_factory.mktemp("stage"), demo_once)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
async def test_a_picture_is_what_the_place_looks_like(stage: Stage, place: Place) -> None:
    made = await pictures(stage, place)
    assert made.ragged == [], "rows of different width"
    for name, content in sorted(made.files.items(), reverse=True):
        assert foreign(content) == set(), name
        kept = _kept(SHOTS / name)
        if kept != content:
            pytest.fail(difference(kept, content, name), pytrace=False)


def test_no_picture_is_left_over_and_the_page_shows_all() -> None:
    assert {path.name for path in SHOTS.iterdir()} == expected()
    assert _kept(INDEX) == index(), f"Remake with: {REMAKE}"


def _kept(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
