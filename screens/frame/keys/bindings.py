"""Every key that can be given to something else, found in the screens' own bindings. Knows no screen by name."""

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module

from textual.binding import Binding
from textual.dom import DOMNode

import screens
from coach.engine.value import Value
from coach.library.words import Words

MOVING = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab")
TAKEN = ("escape", "enter", "space", "backspace", "delete", "f1", "ctrl+c", "ctrl+q", "ctrl+z")
THE_SAME = ("ctrl+m", "ctrl+i", "ctrl+h", "ctrl+j", "ctrl+left_square_bracket")
"""What a terminal sends for Enter, Tab, Backspace and Esc."""
FIXED = frozenset((*MOVING, *TAKEN, *THE_SAME, *"0123456789"))
"""Keys that mean the same on every screen."""
EVERYWHERE = "app"
TOGETHER = {"trend": "client"}
"""Widgets whose keys work beside those of the place they stand in."""


class KeyRow(Value):
    """One key of one place: the ids of its bindings, what they do, and the key as it is at first."""

    place: str
    ids: tuple[str, ...]
    said: str
    usual: str

    def now(self, keys: Mapping[str, str]) -> str:
        """The key that stands, by what was set."""
        return keys.get(self.ids[0], self.usual)


NOTHING = KeyRow("", (), "", "")
"""What a fixed key clashes with."""


def every_binding() -> Iterator[tuple[type[DOMNode], Binding]]:
    """Every binding that a class of the screens makes for itself."""
    for module in pkgutil.walk_packages(screens.__path__, "screens."):
        for kind in vars(import_module(module.name)).values():
            if isinstance(kind, type) and issubclass(kind, DOMNode) and kind.__module__ == module.name:
                for binding in Binding.make_bindings(kind.__dict__.get("BINDINGS", ())):
                    yield kind, binding


def every_key(words: Words) -> list[KeyRow]:
    """The keys that can be changed, place by place; those of one place that share a key change together."""
    bound: dict[str, list[Binding]] = {}
    for _, binding in every_binding():
        if binding.id:
            bound.setdefault(binding.id, []).append(binding)
    rows: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for name, bindings in bound.items():
        said = _said(bindings[0], words)
        place = name.split(".")[0]
        if said and words.has("screens", f"keys.place.{place}") and not any(each.key in FIXED for each in bindings):
            rows.setdefault((place, bindings[0].key), []).append((name, said))
    found = [
        KeyRow(place, tuple(name for name, _ in each), " / ".join(dict.fromkeys(said for _, said in each)), key)
        for (place, key), each in rows.items()
    ]
    order = list(words.file("screens")["keys"]["place"])
    return sorted(found, key=lambda row: order.index(row.place))


def clash(row: KeyRow, key: str, every: Iterable[KeyRow], keys: Mapping[str, str]) -> KeyRow | None:
    """What a key does already where this row works; ``NOTHING`` for a fixed one, None where it is free."""
    if key in FIXED:
        return NOTHING
    for other in every:
        if other.ids != row.ids and other.now(keys) == key and _meet(row.place, other.place):
            return other
    return None


def _meet(one: str, other: str) -> bool:
    return EVERYWHERE in (one, other) or TOGETHER.get(one, one) == TOGETHER.get(other, other)


def _said(binding: Binding, words: Words) -> str:
    known = (each for each in (binding.id, binding.description) if each and words.has("screens", each))
    return next((words(each) for each in known), "")
