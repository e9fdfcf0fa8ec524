"""The wheel that is really shipped: built, installed apart from the checkout, and run from another folder."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from coach import __version__
from tests.shared.waits import LONGEST

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.xdist_group("wheel")


def run(*words: str | Path, **environment: str) -> str:
    """The output of a program run from ``/`` with nothing but this environment; it must end with 0."""
    done = subprocess.run(
        [str(word) for word in words],
        cwd="/",
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=3 * LONGEST,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, HOME=str(out))
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment that holds the wheel and nothing else."""
    fresh = tmp_path_factory.mktemp("fresh")
    run(sys.executable, "-m", "venv", "--without-pip", fresh)
    python = fresh / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, HOME=str(fresh))
    return fresh / "bin"


@pytest.fixture
def outside(tmp_path: Path) -> dict[str, str]:
    """An environment in which the libraries are found and this checkout is not: a path names no editable install."""
    return {"PYTHONPATH": sysconfig.get_path("purelib"), "HOME": str(tmp_path), "COACH_HOME": str(tmp_path / "records")}


def test_the_wheel_holds_the_program_and_all_of_its_content(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    for room, place in (("content", "coach/content"), ("coach", "coach"), ("screens", "screens")):
        for path in (ROOT / room).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert inside.pop(f"{place}/{path.relative_to(ROOT / room).as_posix()}") == path.read_bytes()
    assert {name.split("/")[0].partition("-")[2] for name in inside} == {f"{__version__}.dist-info"}
    assert any(name.endswith("licenses/LICENSE") for name in inside)


def test_the_installed_program_runs_from_anywhere_and_finds_its_content(
    installed: Path, outside: dict[str, str], tmp_path: Path
) -> None:
    found = run(installed / "python", "-c", "import coach, screens; print(coach.__file__, screens.__file__)", **outside)
    assert all(Path(each).is_relative_to(installed.parent) for each in found.split())
    assert run(installed / "coach", "--version", **outside) == f"coach, version {__version__}\n"
    assert run(installed / "coach", "content", "check", **outside).startswith("0 faults, ")
    assert str(tmp_path / "records" / "coach.db") in run(installed / "coach", "where", **outside)


def test_the_installed_program_reaches_a_recommendation(
    installed: Path, outside: dict[str, str], tmp_path: Path
) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text(
        'depth = "quick"\nconfirm_cards = true\nrecent = "no"\nlate_payment = "none"\nowed = "no"\nworth_it = "yes"\n'
    )
    said = run(installed / "coach", "assess", "Acme", "--add", "--answers", answers, **outside)
    assert said.startswith("Acme\nquick check of ")
    assert run(installed / "coach", "verdict", "Acme", **outside) == said
