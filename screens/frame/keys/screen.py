"""Which key does what, and another key for it. Knows no screen by name and runs no action of theirs."""

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.frame.keys.bindings import KeyRow, clash, every_key
from screens.frame.place import Dialog, Place, key_label
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_list import RowList


class KeysScreen(Place):
    """Every key that can be changed, by the place where it works."""

    BINDINGS = [
        Binding("r", "reset", "keys.key.reset", id="keys.key.reset"),
        Binding("escape", "back", "keys.key.back", id="keys.key.back"),
    ]
    DEFAULT_CSS = """
    KeysScreen .sheet { padding: 1 1; height: 1fr; max-width: 100; }
    KeysScreen #lead { height: auto; padding: 0 2 1 2; color: $text-muted; }
    KeysScreen RowList { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, KeyRow] = {}

    def parts(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(Content(self.words("keys.lead")), id="lead")
            yield RowList(self.words("keys.key.change"))

    def show_records(self) -> None:
        """Read the bindings and what was set, and repaint; the cursor stays on its row."""
        keys = self.coach.keys
        every = every_key(self.words)
        self.rows = {row.ids[0]: row for row in every}
        sections = []
        for place in dict.fromkeys(row.place for row in every):
            rows = tuple(Row(row.ids[0], self._cells(row, keys)) for row in every if row.place == place)
            heading = self.words(f"keys.place.{place}")
            sections.append(Section((Column("", least=8, most=12), Column(heading, least=30, most=60), Column()), rows))
        self.query_one(RowList).show_sections(*sections)

    def action_reset(self) -> None:
        """Give every key back what it did at first."""
        if self.coach.keep_setting("keys", {}):
            self.notify(self.words("keys.reset"), markup=False)
        self.refresh_place()

    @on(RowList.Chosen)
    def _change(self, message: RowList.Chosen) -> None:
        row = self.rows.get(message.row)
        if row is not None:
            self.app.push_screen(KeyDialog(row, tuple(self.rows.values())), lambda key: self._keep(row, key))

    def _keep(self, row: KeyRow, key: str | None) -> None:
        if key is None:
            return
        others = {name: each for name, each in self.coach.keys.items() if name not in row.ids}
        changed = others if key == row.usual else {**others, **dict.fromkeys(row.ids, key)}
        if self.coach.keep_setting("keys", changed):
            self.notify(self.words("keys.saved", what=row.said, key=key_label(self.coach, key)), markup=False)
        self.refresh_place()

    def _cells(self, row: KeyRow, keys: dict[str, str]) -> tuple[Content, ...]:
        now = row.now(keys)
        usual = self.words("keys.usual", key=key_label(self.coach, row.usual)) if now != row.usual else ""
        return (
            Content(key_label(self.coach, now)).stylize("$accent"),
            Content(row.said),
            Content(usual).stylize("$foreground 60%"),
        )


class KeyDialog(Dialog[str | None]):
    """Waits for one key; gives it, or None where Esc was pressed."""

    TAKES_ALL_KEYS = True
    CSS = """
    KeyDialog #problem { color: $warning; margin-top: 1; height: auto; }
    """

    def __init__(self, row: KeyRow, others: tuple[KeyRow, ...]) -> None:
        super().__init__()
        self.row, self.others = row, others

    def compose(self) -> ComposeResult:
        now = key_label(self.coach, self.row.now(self.coach.keys))
        with Vertical(classes="dialog"):
            yield Static(Content(self.words("keys.ask.title", what=self.row.said)), classes="title")
            yield Static(Content(self.words("keys.ask.said", key=now)), classes="muted")
            yield Static(id="problem")

    def on_key(self, event: events.Key) -> None:
        """Take the key, unless it does something else already."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss(None)
            return
        problem = clash(self.row, event.key, self.others, self.coach.keys)
        if problem is None:
            self.dismiss(event.key)
            return
        key = key_label(self.coach, event.key)
        said = (
            self.words("keys.taken", key=key, what=problem.said) if problem.said else self.words("keys.fixed", key=key)
        )
        self.query_one("#problem", Static).update(Content(said))
