"""What every place shares: casebook, words, theme, motion, keys, discretion, editor. Knows no place by name."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, TypeVar, cast, runtime_checkable

from textual.app import App, SuspendNotSupported
from textual.binding import Binding
from textual.command import CommandPalette

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.formats.unreadable import Unreadable
from coach.store.file.errors import StoreFault
from screens.frame.discreet import discreet
from screens.frame.settings.editor import NotWritten, editor, write_outside
from screens.frame.settings.themes import DARK, LIGHT, offered
from screens.widgets.frame.key_names import name_keys
from screens.widgets.frame.top_line import TOP

if TYPE_CHECKING:
    from screens.widgets.fields.clean_input import CleanInput
    from screens.widgets.fields.long_input import LongInput


R = TypeVar("R")


@runtime_checkable
class Repaintable(Protocol):
    """A screen that can be painted again after what may be shown has changed."""

    def repaint(self) -> None:
        """Paint again."""


Problem = Refused | StoreFault | Unreadable
"""What a person is told in one line, and may mend."""


class Frame(App[int]):
    """The app as every place knows it: casebook, words, settings, and the keys that work everywhere."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [
        *(Binding(key, f"go('{place}')", f"app.{place}", id=f"app.{place}", show=False) for place, key in TOP.items()),
        Binding("question_mark", "key_help", "app.help", id="app.help"),
        Binding("i", "incident", "app.incident", id="app.incident"),
        Binding("u", "undo", "app.undo", id="app.undo", show=False),
        Binding("q", "leave", "app.quit", id="app.quit"),
        Binding("comma", "settings", "app.settings", id="app.settings", show=False),
        Binding("f1", "key_help", "app.help", id="app.help_anywhere", show=False, priority=True),
        Binding("ctrl+p", "palette", "app.palette", id="app.palette", show=False, priority=True),
        Binding("ctrl+t", "discreet", "app.discretion", id="app.discretion", show=False, priority=True),
        Binding("ctrl+l", "clear", "app.clear", id="app.clear", show=False, priority=True),
    ]

    def __init__(self, book: Casebook, light: bool = False) -> None:
        """``book`` is the casebook as it is; screens are given it in the words that may be shown."""
        super().__init__()
        self.casebook = self.book = book
        self.words = book.library.words
        self.light = light
        self.keys: dict[str, str] = {}
        name_keys(self, self.words)
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.apply_settings()

    def get_key_display(self, binding: Binding) -> str:
        """A key as it is printed on a keyboard."""
        *held, key = binding.key.split("+")
        shown = super().get_key_display(Binding(key, "", key_display=binding.key_display))
        if binding.key_display is None and (held or (key[0] == "f" and key[1:].isdecimal())):
            shown = shown.upper()
        return "+".join([*(each.capitalize() for each in held), shown])

    @property
    def discretion(self) -> bool:
        """Whether names, outcomes and figures are hidden."""
        return self.book is not self.casebook

    def problem_text(self, problem: Problem) -> str:
        """Why something was not done or could not be read, in one line."""
        if isinstance(problem, Unreadable):
            return self.words.unreadable(problem)
        if isinstance(problem, Refused):
            return self.words(f"refused.{problem.key}", **problem.blanks)
        return self.words(f"store.{problem.kind.value}")

    def complain(self, problem: Problem) -> None:
        """Say in one line why something was not done."""
        self.notify(self.problem_text(problem), severity="warning", markup=False)

    def attempt(self, act: Callable[[], R], gone: Callable[[], object] | None = None) -> R | None:
        """What an act gives; None, and said why, where it was refused. ``gone`` follows a refusal, not a fault."""
        try:
            return act()
        except (Refused, StoreFault) as problem:
            self.complain(problem)
            if gone is not None and isinstance(problem, Refused):
                gone()
            return None

    def done(self, act: Callable[[], object]) -> bool:
        """Do something; whether it was done, and said why where not."""
        return self.attempt(lambda: (act(), True)) is not None

    def setting(self, key: str, default: object) -> object:
        """A setting of the same kind as its default; the default where there is none that can be used."""
        try:
            found = self.casebook.settings.get(key, default)
        except StoreFault:
            return default
        return found if type(found) is type(default) else default

    def apply_settings(self) -> None:
        """Look and behave as the settings say."""
        themes = offered(self.available_themes, bool(self.no_color))
        wanted = LIGHT.name if self.light else str(self.setting("theme", DARK.name))
        self.theme = wanted if wanted in themes else DARK.name
        self.animation_level = "none" if self.setting("reduced_motion", False) else "full"
        keys = cast(Mapping[object, object], self.setting("keys", {}))
        self.keys = {str(name): key for name, key in keys.items() if isinstance(key, str) and key}
        self.set_keymap(self.keys)
        self.be_discreet(bool(self.setting("discreet", False)))

    def keep_setting(self, key: str, value: object) -> bool:
        """Keep a setting and apply it; False, and said so, where it could not be kept."""
        if not self.done(lambda: self.casebook.settings.set(key, value)):
            return False
        self.light = self.light and key != "theme"
        self.apply_settings()
        return True

    def be_discreet(self, on: bool) -> None:
        """Hide or show what belongs to clients, on every screen there is."""
        if on == self.discretion:
            return
        self.book = discreet(self.casebook) if on else self.casebook
        self.words = self.book.library.words
        self.clear_notifications()
        if self.screen_stack and isinstance(self.screen, CommandPalette):
            self.pop_screen()
        for screen in self.screen_stack:
            if isinstance(screen, Repaintable):
                screen.repaint()

    def action_discreet(self) -> None:
        """Turn discretion on or off, and remember which."""
        on = not self.discretion
        self.be_discreet(on)
        self.done(lambda: self.casebook.settings.remember("discreet", on))
        self.notify(self.words("app.discreet_on" if on else "app.discreet_off"), markup=False)

    def on_clean_input_cut(self, message: "CleanInput.Cut") -> None:
        """Say where a text was cut that is longer than what is kept of it."""
        self.notify(self.words("app.cut", limit=message.limit, end=message.end), severity="warning", markup=False)

    def on_long_input_outside(self, message: "LongInput.Outside") -> None:
        """Let a text be written in the owner's own editor."""
        command = editor(str(self.setting("editor", "")))
        if not command:
            self.notify(self.words("app.no_editor"), severity="warning", markup=False)
            return
        text: str | None = None
        # The toolkit takes the terminal back only where nothing is raised meanwhile.
        with suppress(SuspendNotSupported), self.suspend(), suppress(NotWritten):
            text = write_outside(message.field.text, command, self.casebook.places.data)
        if text is None:
            self.notify(self.words("app.editor_failed"), severity="warning", markup=False)
        else:
            message.field.hold_text(text)
