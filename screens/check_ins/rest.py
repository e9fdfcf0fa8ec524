"""The rest of one client's check-in: what else to count, money, a note; each field is on disk as it is left."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Grid, VerticalScroll
from textual.content import Content
from textual.events import DescendantBlur
from textual.widgets import Input, Static

from coach.casebook.desk import Refused
from coach.engine.interview.instrument import Ask, Item, Unit
from coach.engine.pulse import FIXED
from coach.formats.unreadable import Unreadable
from coach.store.file.errors import StoreFault
from coach.wording.check_ins import CheckInWording
from screens.frame.place import Dialog
from screens.widgets.fields.clean_input import CleanInput

LONGEST = 400
"""Characters of a note here: a line or two."""


class Field(CleanInput):
    """One field of the sheet, and the item it answers."""

    def __init__(self, item: Item, value: str) -> None:
        super().__init__(value, max_length=LONGEST)
        self.item, self.stands = item, value


class RestOfCheckInDialog(Dialog[bool]):
    """Everything a check-in asks beside its table."""

    BINDINGS = [Binding("escape", "close", "check_ins.key.close", id="check_ins.key.close", priority=True)]
    DEFAULT_CSS = """
    RestOfCheckInDialog .dialog { width: 76; }
    RestOfCheckInDialog VerticalScroll { height: auto; max-height: 14; margin-top: 1; }
    RestOfCheckInDialog Grid { grid-size: 2; grid-columns: 1fr 8; grid-gutter: 1 2; grid-rows: auto; height: auto; }
    RestOfCheckInDialog .wide { margin-top: 1; }
    """

    def __init__(self, client_id: int, on_day: date | None) -> None:
        super().__init__()
        self.client_id, self.on_day = client_id, on_day
        self.problem = ""

    @property
    def wording(self) -> CheckInWording:
        """Check-ins in words."""
        return CheckInWording(self.book.library)

    def parts(self) -> ComposeResult:
        found, said = self.book.check_ins.one(self.client_id, self.on_day), self.wording
        items = {name: item for name, item in self.book.check_ins.items(self.client_id).items() if name not in FIXED}
        counted = [item for item in items.values() if item.ask is not Ask.WORDS]
        yield Static(classes="title")
        window = {"since": self.words.day(found.since), "day": self.words.day(found.on_day)}
        yield Static(Content(said("sheet.window", **window)), classes="muted")
        with VerticalScroll():
            watched = any(item.unit is Unit.COUNT for item in counted)
            yield Static(Content(said("sheet.watched" if watched else "sheet.none_watched")), classes="lead")
            with Grid():
                for item in counted:
                    yield Static(Content(said.ask(item)))
                    yield Field(item, said.answer(item, found.answers.get(item.id)))
            for item in items.values():
                if item.ask is Ask.WORDS:
                    yield Static(Content(said.ask(item)), classes="wide")
                    yield Field(item, said.answer(item, found.answers.get(item.id)))
        yield Static(classes="problem")

    def on_mount(self) -> None:
        """Begin on the first field."""
        self.repaint()
        self.query(Field).first().focus()

    def repaint(self) -> None:
        """Draw what was typed as dots while others can see the screen."""
        name = self.named(self.book.clients.one(self.client_id).name).plain
        self.query_one(".title", Static).update(Content(self.wording("sheet.title", name=name)))
        for field in self.query(Field):
            field.password = self.discreet

    @on(Input.Submitted)
    def _next(self, message: Input.Submitted) -> None:
        fields = list(self.query(Field))
        if isinstance(message.input, Field) and self._keep(message.input):
            place = fields.index(message.input) + 1
            fields[place].focus() if place < len(fields) else self.dismiss(True)

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Keep what was typed as the field is left; one that cannot be kept is not left."""
        if isinstance(event.widget, Field) and not self._keep(event.widget):
            event.widget.focus()

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        if not isinstance(message.input, Field):
            return
        try:
            self.wording.check(message.input.item, message.value)
        except Unreadable as unreadable:
            self.wrong(unreadable)
        else:
            self.wrong()

    def action_close(self) -> None:
        """Keep what was typed last and go back to the table; what cannot be kept is given up first, and said."""
        field = self.focused
        if not isinstance(field, Field) or self._keep(field):
            self.dismiss(True)
            return
        if field.item.ask is Ask.WORDS:
            return  # only the records can have refused it, and may take it in a moment
        dropped = self.wording("sheet.dropped", text=field.value, why=self.problem)
        with self.prevent(Input.Changed):
            field.value = field.stands
        self.wrong(dropped)

    def _keep(self, field: Field) -> bool:
        """Keep a field that was changed; whether it could be."""
        typed, self.problem = field.value.strip(), ""
        if not typed and field.item.ask is not Ask.WORDS:
            field.value = field.stands
        if field.value.strip() == field.stands:
            return True
        try:
            given = self.wording.read(field.item, typed, self.book.limits.currency())
            self.book.check_ins.record(self.client_id, given, on_day=self.on_day)
            field.stands = typed
        except (Unreadable, Refused, StoreFault) as refused:
            self.problem = self.coach.problem_text(refused)
        self.wrong(self.problem)
        return not self.problem
