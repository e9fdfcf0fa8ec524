"""Settings: how the coach looks and behaves. Reads and keeps settings; applies none itself."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from coach.formats.text import clean
from screens.frame import commands
from screens.frame.place import Dialog, Place, owner_text
from screens.frame.settings.editor import editor
from screens.frame.settings.themes import offered
from screens.widgets.fields.clean_input import CleanInput, NamedInput
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_details import RowDetails
from screens.widgets.lists.row_list import RowList

LONGEST_COMMAND = 200


class SettingsScreen(Place):
    """What can be set, each with what stands."""

    BINDINGS = [Binding("escape", "back", "settings.key.back", id="settings.key.back")]
    DEFAULT_CSS = """
    SettingsScreen .sheet { padding: 1 1; height: 1fr; max-width: 100; }
    SettingsScreen RowList { height: auto; max-height: 100%; }
    SettingsScreen #more { height: auto; max-width: 80; margin: 1 2 0 4; color: $text-muted; }
    """

    def parts(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield RowList(self.words("settings.key.change"))
            yield RowDetails(id="more")

    def show_records(self) -> None:
        """Read what stands and repaint; the cursor stays on its row."""
        coach, words = self.coach, self.words
        plain, still = bool(coach.setting("plain", False)), bool(coach.setting("reduced_motion", False))
        stands = {
            "theme": Content(coach.theme),
            "reduced_motion": self._switch(still),
            "discreet": self._switch(coach.discretion),
            "plain": self._switch(plain),
            "editor": self._editor(),
            "keys": Content(
                words.count("screens", "settings.changed", len(coach.keys))
                if coach.keys
                else words("settings.unchanged")
            ),
        }
        rows = tuple(Row(name, (Content(words(f"settings.row.{name}")), each)) for name, each in stands.items())
        self.query_one(RowList).show_sections(
            Section((Column(words("settings.title"), least=20), Column(most=60)), rows)
        )
        self._more()

    @on(OptionList.OptionHighlighted)
    def _more(self) -> None:
        current = self.query_one(RowList).current
        said = self.words(f"settings.more.{current}") if current else ""
        self.query_one("#more", RowDetails).say(lambda: Content(said))

    @on(RowList.Chosen)
    def _change(self, message: RowList.Chosen) -> None:
        ways: dict[str, Callable[[], object]] = {
            "theme": lambda: self.app.push_screen(ThemeDialog(), self._keep_theme),
            "reduced_motion": lambda: self._turn("reduced_motion"),
            "plain": lambda: self._turn("plain"),
            "discreet": self.coach.action_discreet,
            "editor": lambda: self.app.push_screen(EditorDialog(), self._keep_editor),
            "keys": lambda: self.post_message(commands.ShowKeys()),
        }
        ways[message.row]()
        self.refresh_place()

    def _turn(self, name: str) -> None:
        on = not self.coach.setting(name, False)
        self._keep(name, on, self.words("settings.on" if on else "settings.off"))

    def _keep_theme(self, theme: str | None) -> None:
        if theme is None:
            self.coach.apply_settings()
        else:
            self._keep("theme", theme, theme)

    def _keep_editor(self, command: str | None) -> None:
        if command is not None:
            self._keep("editor", command, command or self.words("settings.editor.usual"))

    def _keep(self, name: str, value: object, said: str) -> None:
        if self.coach.keep_setting(name, value):
            self.notify(self.words("settings.saved", what=self.words(f"settings.row.{name}"), value=said), markup=False)
        self.refresh_place()

    def _switch(self, on: bool) -> Content:
        return Content(self.words("settings.on" if on else "settings.off"))

    def _editor(self) -> Content:
        chosen = str(self.coach.setting("editor", ""))
        return owner_text(chosen or editor("") or self.words("settings.editor.none"))


class ThemeDialog(Dialog[str | None]):
    """Shows each theme while the cursor is on it; gives the one that was chosen, or None."""

    BINDINGS = [Binding("escape", "cancel", "settings.key.leave", id="settings.key.leave")]
    CSS = "ThemeDialog .dialog { width: 44; } ThemeDialog RowList { height: auto; max-height: 16; }"

    def parts(self) -> ComposeResult:
        yield RowList(self.words("settings.key.take"))

    def on_mount(self) -> None:
        """Begin on the theme that stands."""
        themes = offered(self.app.available_themes, self.app.no_color)
        rows, listed = tuple(Row(name, (Content(name),)) for name in themes), self.query_one(RowList)
        at = themes.index(self.app.theme) if self.app.theme in themes else 0
        listed.show_sections(Section((Column(self.words("settings.row.theme")),), rows))
        self.call_after_refresh(lambda: setattr(listed, "highlighted", at + 1))

    @on(OptionList.OptionHighlighted)
    def _look(self, message: OptionList.OptionHighlighted) -> None:
        if message.option_id and message.option_list.has_focus:
            self.app.theme = message.option_id

    @on(RowList.Chosen)
    def _take(self, message: RowList.Chosen) -> None:
        self.dismiss(message.row)


class EditorDialog(Dialog[str | None]):
    """Asks for the command of an editor; gives it, or None."""

    BINDINGS = [Binding("escape", "cancel", "settings.key.leave", id="settings.key.no_editor")]
    CSS = "EditorDialog CleanInput { margin-top: 1; }"

    def parts(self) -> ComposeResult:
        yield Static(Content(self.words("settings.row.editor")), classes="title")
        yield Static(Content(self.words("settings.editor.said")), classes="muted")
        field = NamedInput(str(self.coach.setting("editor", "")), self.words("settings.key.take"))
        field.placeholder, field.max_length = clean(editor("")), LONGEST_COMMAND
        yield field

    @on(Input.Submitted)
    def _take(self) -> None:
        self.dismiss(self.query_one(CleanInput).value.strip())
