"""Every sentence a person reads stands in the content, where it can be reworded and translated; none is in the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("prompts", "reports", "wording", "formats", "casebook")
FILES = sorted(
    [
        *(ROOT / "screens").rglob("*.py"),
        *(ROOT / "coach").glob("*.py"),
        *(path for room in ROOMS for path in (ROOT / "coach" / room).rglob("*.py")),
    ]
)
WORDS = re.compile(r"\b[A-Za-z']{2,} [a-z']{2,}\b|\b[a-z']{3,}[.?!] [A-Z]|\b[A-Z][a-z']+ [a-z']{2,}[.?!]")
"""Two words side by side, as in a sentence; names of classes and keys are not written so."""
STYLE = re.compile(r"(?:(?:no)?bold|dim|italic|underline|reverse|not|on|\s|[fb]g:\w+|\$[a-z-]+)+")
TO_A_PROGRAMMER = {"ValueError", "TypeError", "KeyError", "LookupError", "RuntimeError"}
"""What these say is read in a trace by whoever made the mistake, and never shown."""
ALLOWED = {
    # Said before any content can be trusted: of a command line that is wrong, of content that is broken, of a crash.
    "coach/cli.py",
    "coach/ending.py",
    "coach/opening.py",
    # Read by whoever sets the variable, before the content is open.
    "coach/clock.py",
}


def sentences(source: str) -> Iterator[str]:
    """The strings of a module that read like a sentence, each with its line."""
    tree = ast.parse(source)
    unread = {id(inside) for node in ast.walk(tree) if _unread(node) for inside in ast.walk(node)}
    joined = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if id(node) in unread or id(node) in joined:
            continue
        if isinstance(node, ast.JoinedStr):
            said = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            said = node.value
        else:
            continue
        if WORDS.search(said) and not STYLE.fullmatch(said):
            yield f"{node.lineno}: {said[:80]}"


def _unread(node: ast.AST) -> bool:
    """Whether nothing inside is ever read by the person at the screen: docstrings, styles, programmers' errors."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, (ast.Assign, ast.AnnAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return any(isinstance(each, ast.Name) and each.id in ("CSS", "DEFAULT_CSS") for each in targets)
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name):
        return node.exc.func.id in TO_A_PROGRAMMER
    return isinstance(node, ast.arg) or (isinstance(node, ast.keyword) and node.arg == "classes")


def test_no_sentence_stands_in_the_code() -> None:
    assert len(FILES) > 40
    names = {path.relative_to(ROOT).as_posix(): path for path in FILES}
    assert names.keys() > ALLOWED
    found = {
        name: list(sentences(path.read_text(encoding="utf-8"))) for name, path in names.items() if name not in ALLOWED
    }
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ('notify("Your note is kept")', True),
        ('notify(f"Saved: {what} until then.")', True),
        ('label = "Go back"', True),
        ('query_one("NoteLine CleanInput")', False),
        ('words("today.key.add")', False),
        ('stylize("bold $accent")', False),
        ('DEFAULT_CSS = "Place and rest { height: auto; }"', False),
        ('raise ValueError("that is not what is asked")', False),
        ('"""What this does not know."""', False),
    ],
)
def test_a_sentence_is_told_from_a_key(line: str, is_one: bool) -> None:
    assert bool(list(sentences(line))) is is_one
