"""What the keys do on the screen that is shown, read from its own bindings. Knows no screen by name."""

from collections.abc import Iterator
from typing import NamedTuple, cast

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.keys import key_to_character
from textual.screen import Screen
from textual.widgets import Static

from coach.library.words import Words
from screens.frame.place import Dialog, key_label

MOVING = ("move", "choose", "field", "leave")
"""Keys that do the same on every screen; their words stand under ``help.moving``."""
GAP = 3
WIDE = 116
"""Cells of a screen from which the groups stand side by side."""


class KeyEntry(NamedTuple):
    """One key, what it does in a line, and the action it runs where."""

    key: str
    said: str
    action: str = ""
    node: DOMNode | None = None


class KeyGroup(NamedTuple):
    """Keys under one heading."""

    heading: str
    keys: tuple[KeyEntry, ...]


def groups_of(app: App[int], words: Words, screen: Screen[object] | None = None) -> tuple[KeyGroup, ...]:
    """The keys that work on a screen now: its own, then those that work everywhere."""
    screen = screen or app.screen
    here, everywhere = [], list(_everywhere(app, words, screen))
    for key, active in screen.active_bindings.items():
        if active.node is not app and (said := _said(active.binding, words)):
            here.append(KeyEntry(key, said, active.binding.action, active.node))
    taken = {each.key for each in here}
    return (
        KeyGroup(words("help.here"), tuple(here)),
        KeyGroup(words("help.everywhere"), tuple(each for each in everywhere if each.key not in taken)),
    )


def _everywhere(app: App[int], words: Words, screen: Screen[object]) -> Iterator[KeyEntry]:
    """The keys of the app itself; under a dialog only those that go before its own, in a field none that types."""
    keys = cast(dict[str, str], getattr(app, "keys", {}))
    inert, focused = getattr(screen, "INERT_TOP", False), screen.focused
    for _, binding in app._bindings:
        stands = binding.priority or not (
            screen.is_modal or (inert and binding.action.split("(")[0] in ("go", "settings"))
        )
        key = keys.get(binding.id or "", binding.key)
        typed = not binding.priority and focused is not None and focused.check_consume_key(key, key_to_character(key))
        if stands and not typed and binding.id and (said := _said(binding, words)):
            yield KeyEntry(key, said, binding.action, app)


def _said(binding: Binding, words: Words) -> str:
    """What a key does: a line of its own, or else what the footer says."""
    if not binding.id:
        return ""
    if words.has("screens", f"help.line.{binding.id}"):
        return words(f"help.line.{binding.id}")
    if binding.description:
        return binding.description
    return words(binding.id) if words.has("screens", binding.id) else ""


class KeyHelp(Dialog[None]):
    """Lists keys in groups, until any of the ways out is taken."""

    IS_KEY_HELP = True
    BINDINGS = [
        Binding("escape,question_mark,f1,q,enter", "cancel", "help.key.leave", id="help.key.leave", priority=True)
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    CSS = """
    KeyHelp .dialog { width: auto; max-width: 96%; max-height: 100%; padding: 0 2; scrollbar-size-vertical: 1; }
    KeyHelp.-wide .dialog { padding: 1 3; }
    KeyHelp #keys { width: auto; height: auto; }
    KeyHelp.-wide #keys { layout: horizontal; }
    KeyHelp Vertical { width: auto; height: auto; }
    KeyHelp Static { width: auto; height: auto; padding: 0 2 1 0; }
    KeyHelp #keys > Static { padding: 0; }
    KeyHelp.-wide Vertical { padding: 0 2 0 0; }
    """

    def __init__(self, groups: tuple[KeyGroup, ...]) -> None:
        super().__init__()
        self.groups = groups

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog"), Container(id="keys"):
            here, *others = [Static(self._written(group)) for group in self.groups if group.keys]
            with Vertical():
                yield here
                yield Static(self._written(self._moving()))
            yield from others

    def _moving(self) -> KeyGroup:
        lines = (
            KeyEntry(self.words(f"help.moving.{each}.key"), self.words(f"help.moving.{each}.said")) for each in MOVING
        )
        return KeyGroup(self.words("help.moving.heading"), tuple(lines))

    def _written(self, group: KeyGroup) -> Content:
        together: dict[str, list[str]] = {}
        for each in group.keys:
            together.setdefault(each.said, []).append(key_label(self.coach, each.key) if each.action else each.key)
        names = {said: " ".join(dict.fromkeys(keys)) for said, keys in together.items()}
        room = max(map(len, names.values())) + GAP
        lines = [Content.assemble((name.ljust(room), "$accent"), said) for said, name in names.items()]
        return Content("\n").join([Content(group.heading).stylize("bold"), *lines])
