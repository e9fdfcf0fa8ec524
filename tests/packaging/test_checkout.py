"""What holds of the checkout itself: where content lies, what the constraints say, how every module opens."""

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = sorted(path for room in ("coach", "screens") for path in (ROOT / room).rglob("*.py"))
PIN = re.compile(
    r"(?P<name>[a-z0-9]+(?:[._-][a-z0-9]+)*)==[0-9][0-9A-Za-z.+!]*(?: ; [a-z_]+ (?:==|!=|<|>=) '[^']*'.*)?"
)


def plain(name: str) -> str:
    """A distribution's name in the one spelling that compares equal."""
    return re.sub(r"[._-]+", "-", name).lower()


def pins() -> list[str]:
    return (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()


def test_content_lies_at_the_top_of_a_checkout_and_not_in_the_package() -> None:
    assert (ROOT / "content" / "model.toml").is_file()
    assert not (ROOT / "coach" / "content").exists()


def test_constraints_hold_names_and_versions_only() -> None:
    assert [line for line in pins() if not PIN.fullmatch(line)] == []


def test_everything_pyproject_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(each for extra in project["optional-dependencies"].values() for each in extra),
    ]
    names = {plain(re.match(r"[\w.-]+", each)[0]) for each in wanted}  # type: ignore[index]
    assert len(names) >= 15
    assert names <= {plain(line.partition("==")[0]) for line in pins()}


def test_every_module_opens_by_saying_what_it_knows() -> None:
    assert len(MODULES) > 80
    opened = {path: ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "" for path in MODULES}
    assert [path for path, said in opened.items() if not said.partition("\n")[0].endswith((".", "?"))] == []
