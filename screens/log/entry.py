"""The form for what happened: a line is enough, the rest may come later. Keeps one entry; knows no place."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from coach.casebook.desk import Refused
from coach.casebook.log.log import LONGEST_DETAIL, LONGEST_ENTRY
from coach.engine.incident import Incident
from coach.store.file.errors import StoreFault
from screens.log.choices import EntryDialog, Kept
from screens.log.fields import FIELDS, TOLD, FieldError, filled, note_from
from screens.widgets.fields.clean_input import CleanInput, NamedInput
from screens.widgets.fields.long_input import LongInput, NamedLongInput
from screens.widgets.fields.one_of import OneOf
from screens.widgets.frame.key_bar import KeyBar


class IncidentDialog(EntryDialog):
    """Asks what a camera would have recorded, and keeps it; Enter saves from any field."""

    BINDINGS = [
        Binding("enter", "save", "incident.key.save", id="incident.key.save"),
        Binding("f2", "client", "incident.key.client", id="incident.key.client"),
        Binding("f3", "whose", "incident.key.whose", id="incident.key.whose"),
        Binding("f4", "kind", "incident.key.kind", id="incident.key.kind"),
        Binding("ctrl+o", "more", "incident.key.more", id="incident.key.more"),
        Binding("ctrl+r", "hold", "incident.key.hold", id="incident.key.hold"),
        Binding("escape", "cancel", "incident.key.cancel", id="incident.key.cancel"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]
    CSS = """
    IncidentDialog .dialog { width: 76; padding: 1 2; scrollbar-size-vertical: 1; }
    IncidentDialog.-low .dialog { padding: 0 2; max-height: 100%; }
    IncidentDialog Horizontal, IncidentDialog #more { height: auto; }
    IncidentDialog .label { width: 14; color: $text-muted; }
    IncidentDialog .said { width: 1fr; padding: 0 1; }
    IncidentDialog Horizontal CleanInput { width: 1fr; }
    IncidentDialog #title { margin-bottom: 1; }
    IncidentDialog #asked { margin-top: 1; }
    IncidentDialog #text { margin-bottom: 1; }
    IncidentDialog #problem { color: $warning; }
    IncidentDialog #stood { color: $text-muted; margin-top: 1; }
    """

    def __init__(self, client_id: int, entry: Incident | None = None, fixed: bool = False) -> None:
        """``entry`` is one to correct; ``fixed`` where whom it is about is beyond question."""
        super().__init__(client_id, entry.type if entry else "")
        self.entry, self.fixed = entry, fixed or entry is not None

    def compose(self) -> ComposeResult:
        """Every field; those that may come later are hidden until they are wanted."""
        said = self.wording
        with VerticalScroll(classes="dialog", can_focus=False):
            title = said.say("form.title_again" if self.entry else "form.title")
            yield Static(Content(title), id="title", classes="title")
            yield from self._row("with", Static(id="client", classes="said"))
            yield from self._row("whose", OneOf(id="whose"))
            yield Static(Content(said.say("form.asked")), id="asked")
            text = NamedLongInput("", self.words("incident.key.save"), said.say("form.hint"))
            # Selected, a correction would be lost at the first letter.
            text.id, text.max_length, text.select_on_focus = "text", LONGEST_ENTRY, False
            yield text
            yield from self._row("kind", Static(id="kind", classes="said"))
            with Vertical(id="more"):
                for name in FIELDS:
                    field = NamedInput("", self.words("incident.key.save"), said.say(f"form.{name}_hint"))
                    field.id, field.max_length = name, LONGEST_DETAIL
                    yield from self._row(name, field)
                yield from self._row("told", OneOf(id="told"))
                yield Static(id="stood")
            yield Static(id="problem")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin where one types; an entry to correct is shown whole."""
        said, entry = self.wording, self.entry
        sides = [said.say("form.side.theirs"), said.say("form.side.mine")]
        self.query_one("#whose", OneOf).show(sides, int(entry is not None and entry.mine))
        told = TOLD.index(entry.told) if entry else 0
        self.query_one("#told", OneOf).show([said.say(f"form.told_before.{each or 'unsaid'}") for each in TOLD], told)
        self.query_one("#more").display = entry is not None
        self.query_one("#problem").display = self.query_one("#stood").display = False
        if entry is not None:
            self.query_one("#text", LongInput).hold_text(entry.text)
            for name, value in filled(entry, self.words).items():
                self.query_one(f"#{name}", CleanInput).value = value
            self._stood(entry)
        self.repaint()
        self.query_one("#text").focus()

    def repaint(self) -> None:
        """Show whom it is about and what was written as far as they may be shown."""
        name = self.attempt(lambda: self.book.clients.one(self.client_id).name)
        if name is None:
            self.dismiss(None)
            return
        self.query_one("#client", Static).update(self.named(name))
        for field in self.query(CleanInput):
            field.password = self.discreet
        kind = Content(self.wording.kind(self.kind)) if self.kind else self._faint("form.kind_later")
        self.query_one("#kind", Static).update(kind)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Another client only where that is open; a reply and more fields only for what is new."""
        if action == "client":
            return not self.fixed
        return action not in ("hold", "more") or self.entry is None

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Keep the entry and say so; where something is wrong with it, say that and keep what was typed."""
        self._save(hold=False)

    def action_hold(self) -> None:
        """Keep the entry, then hold a reply."""
        self._save(hold=True)

    def action_whose(self) -> None:
        """Say that it was theirs, or my own slip."""
        self.query_one("#whose", OneOf).action_move(1)

    @on(OneOf.Changed, "#whose")
    def _turned(self) -> None:
        """A kind of theirs is none of mine."""
        known = self.book.library.incident_types.get(self.kind)
        if known is not None and known.mine is not self.mine:
            self.kind = ""
        self.repaint()

    def action_more(self) -> None:
        """Show or hide what may come later."""
        more = self.query_one("#more")
        more.display = not more.display
        self.query_one("#day" if more.display else "#text").focus()

    def _save(self, hold: bool) -> None:
        fields = {name: self.query_one(f"#{name}", CleanInput).value for name in FIELDS}
        text, told = self.query_one("#text", LongInput).text, TOLD[self.query_one("#told", OneOf).chosen]
        try:
            note = note_from(text, self.mine, self.kind, told, fields, self.words, self.book.clock.today())
            if self.entry is None:
                self.book.log.add(self.client_id, note)
            else:
                self.book.log.amend(self.entry.id, note)
            name = self.book.clients.one(self.client_id).name
        except FieldError as wrong:
            self.put("problem", self.coach.problem_text(wrong.reason))
            self.query_one(f"#{wrong.field}").focus()
            return
        except (Refused, StoreFault) as problem:
            self.put("problem", self.coach.problem_text(problem))
            return
        key = "amended" if self.entry else "saved_mine" if self.mine else "saved"
        self.app.notify(self.wording.say(f"form.{key}", name=name), markup=False)
        self.dismiss(Kept(self.client_id, hold))

    def _stood(self, entry: Incident) -> None:
        """Show what stood before it was corrected."""
        lines = [
            self.wording.say("form.stood", text=self.wording.whole(each)) for each in self.book.log.corrected(entry)[:2]
        ]
        stood = self.query_one("#stood", Static)
        stood.update(Content("\n").join([Content(line) for line in lines]))
        stood.display = bool(lines) and not self.discreet

    def _row(self, key: str, field: Static | CleanInput | OneOf) -> ComposeResult:
        with Horizontal():
            yield Static(Content(self.wording.say(f"form.{key}")), classes="label")
            yield field
