"""How blocks of content are converted to their type, or what is wrong with them. Knows msgspec; opens no file."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Protocol, TypeVar

import msgspec
from msgspec import inspect

from coach.library.faults import Fault, nearest
from coach.library.reader import Raw, rows, table

T = TypeVar("T")


class _Named(Protocol):
    id: str


N = TypeVar("N", bound=_Named)
Steps = list[tuple[str, str]]
"""The way to a place inside a block: a field, or an entry by its number."""
STEP = re.compile(r"\.(\w+)|\[(\d+|\.\.\.)\]")
BELONGS = {
    "str": "text in quotes", "int": "a whole number", "float": "a number", "bool": "true or false",
    "array": "a list in square brackets", "object": "a table in braces",
}  # fmt: skip
FOUND = {
    "str": "text", "int": "a whole number", "float": "a number with a point", "bool": "true or false",
    "array": "a list", "object": "a table", "date": "a date", "datetime": "a date", "time": "a time of day",
}  # fmt: skip
WRITE = {
    "str": 'Put it in quotes: "…"',
    "int": "Write a whole number without quotes, such as 2",
    "float": "Write a number without quotes, such as 0.5",
    "bool": "Write true or false, without quotes",
    "array": 'Write it in square brackets: ["…", "…"]',
    "object": "Write it in braces: { … = … }",
}


def block(raw: object, shape: type[T], file: str, name: str, faults: list[Fault]) -> T | None:
    """One block converted to its shape; None, and a fault that names the field, where it does not fit."""
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError as error:
        faults.append(_fault(str(error), shape, file, name))
        return None


def blocks(raw: Raw, kind: str, shape: type[N], file: str, faults: list[Fault]) -> list[N]:
    """Every block of a kind, each under an id of its own; what is wrong with the others is added to ``faults``."""
    built: dict[str, N] = {}
    for number, each in enumerate(rows(raw, kind, file, faults), 1):
        given = block(each, shape, file, str(each.get("id", f"{kind} {number}")), faults)
        if given is not None and given.id in built:
            faults.append(Fault(file, given.id, "has an id that is used twice", "Give one of them another id"))
        elif given is not None:
            built[given.id] = given
    return list(built.values())


def each_of(
    raw: Raw, key: str, shape: type[T], file: str, faults: list[Fault], under: str = ""
) -> Iterator[tuple[str, T]]:
    """Every block of a table, converted, with its name; what is wrong is added to ``faults`` as it is met."""
    for name, each in table(raw, key, file, faults).items():
        given = block(each, shape, file, f"{under}{name}", faults)
        if given is not None:
            yield name, given


def lacking(file: str, where: str, own: object, fields: Iterable[str]) -> list[Fault]:
    """Which fields of a block of wording are missing or empty."""
    return [
        Fault(file, where, f"has no wording `{field}`", f'Add {field} = "…"')
        for field in fields
        if not str(own.get(field, "") if isinstance(own, dict) else "").strip()
    ]


def _fault(message: str, shape: type[Any], file: str, name: str) -> Fault:
    said, _, path = message.partition(" - at `$")
    steps = STEP.findall(path)
    kinds, place = _kinds_at(shape, steps), _place(steps)
    inside = f", in {place}" if place else ""
    names = re.findall(r"`([^`]+)`", said)
    if "unknown field" in said:
        known = [each.encode_name for kind in kinds if isinstance(kind, inspect.StructType) for each in kind.fields]
        return Fault(file, name, f"has a field `{names[0]}` that nothing reads{inside}", nearest(names[0], known))
    if "missing required field" in said:
        remedy = f"Add {names[0]} = …" if place else f"Add a line {names[0]} = …"
        return Fault(file, name, f"lacks the field `{names[0]}`{inside}", remedy)
    choices = [str(each.value) for kind in kinds if isinstance(kind, inspect.EnumType) for each in kind.cls]
    if "enum value" in said:
        value = said.split("'")[1]
        return Fault(file, name, f"has {value} at {place}, which is none of its choices", nearest(value, choices))
    wanted = [each for each in names[0].split(" | ") if each in BELONGS]
    belongs = " or ".join(BELONGS[each] for each in wanted)
    found = f"has {FOUND[names[1]]} at {place}" if place else f"is {FOUND[names[1]]}"
    remedy = nearest("", choices) if choices else WRITE[wanted[0]]
    return Fault(file, name, f"{found}, where {belongs} belongs", remedy)


def _kinds_at(shape: type[Any], steps: Steps) -> list[inspect.Type]:
    """The kinds of value that may stand at a place inside a shape."""
    kinds: list[inspect.Type] = [inspect.type_info(shape)]
    for field, entry in steps:
        if field:
            fields = [each for kind in kinds if isinstance(kind, inspect.StructType) for each in kind.fields]
            kinds = [each.type for each in fields if each.encode_name == field]
        elif entry.isdigit():
            kinds = [kind.item_type for kind in kinds if isinstance(kind, inspect.ListType)]
        else:
            kinds = [kind.value_type for kind in kinds if isinstance(kind, inspect.DictType)]
        kinds = [one for kind in kinds for one in (kind.types if isinstance(kind, inspect.UnionType) else (kind,))]
    return kinds


def _place(steps: Steps) -> str:
    """A place inside a block in words, the innermost first; entries are counted from one."""
    words = [
        f"`{field}`" if field else f"entry {int(entry) + 1}" if entry.isdigit() else "an entry"
        for field, entry in reversed(steps)
    ]
    return " of ".join(words)
