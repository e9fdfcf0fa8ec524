"""The house is as its plan says: a noun bears the same name on every floor, and every room has a noun."""

import re
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "coach" / "ARCHITECTURE.md"
FLOORS = {
    "engine": "coach/engine",
    "store": "coach/store",
    "casebook": "coach/casebook",
    "wording": "coach/wording",
    "forms": "coach/forms",
    "screens": "screens",
    "prompts": "coach/prompts",
    "reports": "coach/reports",
    "commands": "coach/commands",
}


def table() -> tuple[list[str], dict[str, dict[str, list[str]]]]:
    """The floors of the plan's table, and the rooms of each noun by floor."""
    rows = [line for line in PLAN.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    heads, _, *lines = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    found = {}
    for noun, *cells in lines:
        found[noun] = {floor: re.findall(r"[\w/]+", cell) for floor, cell in zip(heads[1:], cells, strict=True)}
    return heads[1:], found


NAMED, NOUNS = table()


@pytest.mark.parametrize("floor", FLOORS)
def test_every_room_that_the_plan_names_is_there(floor: str) -> None:
    assert floor in NAMED
    folder = ROOT / FLOORS[floor]
    missing = [
        room
        for rooms in NOUNS.values()
        for room in rooms[floor]
        if not ((folder / room.rstrip("/")).is_dir() or (folder / f"{room}.py").is_file())
    ]
    assert missing == []


@pytest.mark.parametrize("floor", FLOORS)
def test_every_room_of_a_floor_stands_in_the_plan(floor: str) -> None:
    folder = ROOT / FLOORS[floor]
    rooms = {
        path.stem
        for path in folder.iterdir()
        if not path.name.startswith("_") and (path.suffix == ".py" or (path / "__init__.py").is_file())
    }
    named = {room.rstrip("/") for rows in NOUNS.values() for room in rows[floor]}
    assert rooms - named == set()


def test_no_module_leads_back_to_itself() -> None:
    graph = grimp.build_graph("coach", "screens", cache_dir=None)
    leads = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert len(leads) > 300
    TopologicalSorter(leads).prepare()
