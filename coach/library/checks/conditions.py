"""Conditions as authors write them, into conditions as the engine holds them. Knows no item and no measure by name.

``{item = "x", is = ["a"]}`` · ``{item = "x", at_least = 3, below = 9}`` · ``{measure = "m", reaches = "A"}`` ·
``{all = […]}`` · ``{any = […]}`` · ``{not = {…}}``.
"""

from collections.abc import Callable

from coach.engine.interview.relevance import ALWAYS, All, AnyOf, Condition, FigureIs, Is, Not, Reaches
from coach.library.faults import Fault, nearest

SHAPES = (
    {"item", "is"},
    {"item", "at_least"},
    {"item", "below"},
    {"item", "at_least", "below"},
    {"measure", "reaches"},
    {"all"},
    {"any"},
    {"not"},
)
DEEPEST = 8


def condition(raw: object, file: str, block: str, faults: list[Fault], depth: int = 0) -> Condition:
    """A condition; a faulty part reads as always, and what is wrong with it is added to ``faults``."""

    def fault(problem: str, remedy: str) -> Condition:
        faults.append(Fault(file, block, problem, remedy))
        return ALWAYS

    if not isinstance(raw, dict):
        return fault(f"has the condition {raw!r}", 'Write a condition in braces, such as {item = "owed", is = ["yes"]}')
    if set(raw) not in SHAPES:
        return fault(
            f"has a condition with the fields {', '.join(map(str, raw)) or 'none'}",
            "Use item with is, item with at_least or below, all, any, or not",
        )
    if depth > DEEPEST:
        return fault("has a condition nested too deeply", "Write it flatter")
    if "not" in raw:
        return Not(condition(raw["not"], file, block, faults, depth + 1))
    for word, join in (("all", All), ("any", AnyOf)):
        if word in raw:
            if not isinstance(raw[word], list) or not raw[word]:
                return fault(f"has an empty `{word}`", f"Put at least one condition into {word} = [ … ]")
            return join(tuple(condition(each, file, block, faults, depth + 1) for each in raw[word]))
    return _leaf(raw, fault)


def _leaf(raw: dict[str, object], fault: Callable[[str, str], Condition]) -> Condition:
    name = raw.get("item", raw.get("measure"))
    if not isinstance(name, str):
        return fault(f"names {name!r} where an id belongs", "Write the id in quotes")
    if "is" in raw:
        tokens = raw["is"]
        if not isinstance(tokens, list) or not tokens or not all(isinstance(each, str) for each in tokens):
            return fault(f"asks whether {name} is {tokens!r}", 'Write is = ["yes"], a list of option ids')
        return Is(name, frozenset(tokens))
    if "reaches" in raw:
        limit = raw["reaches"]
        if isinstance(limit, bool) or not isinstance(limit, (str, int, float)):
            return fault(f"asks {name} to reach {limit!r}", "Write a number, or a threshold's name in quotes")
        return Reaches(name, limit)
    bounds = [raw.get("at_least"), raw.get("below")]
    if any(each is not None and (isinstance(each, bool) or not isinstance(each, int)) for each in bounds):
        return fault(f"compares {name} with something that is no whole number", "Write whole numbers")
    return FigureIs(name, raw.get("at_least"), raw.get("below"))  # type: ignore[arg-type]


def unknown_item(item: str, file: str, block: str, known: set[str]) -> Fault:
    """The fault of a condition that names an item there is not."""
    return Fault(file, block, f"names the item {item}, which does not exist", nearest(item, known))
