"""Draws any form as a dialog, keeps what is half written, and saves it. Knows no noun; what is asked is given."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.formats.durations import HOUR, write_time
from coach.formats.unreadable import Unreadable
from coach.forms.form import Form, Kept, Wrong, read_all
from coach.store.file.errors import StoreFault
from screens.frame.form_sheet import FormSheet
from screens.frame.frame import Frame, Problem
from screens.frame.keys.echo import KeyEcho
from screens.frame.place import Dialog, owner_text
from screens.widgets.fields.choices import Choices
from screens.widgets.fields.field_box import FieldBox
from screens.widgets.fields.form_input import FormInput
from screens.widgets.fields.offer import Turned
from screens.widgets.frame.key_bar import KeyBar
from screens.widgets.frame.put import put

DRAFT_AFTER = 0.6
"""Seconds after which what was typed is kept as a draft."""


def ask_form(app: Frame, make: Callable[[Casebook], Form], then: Callable[[Any], object] | None = None) -> None:
    """Ask a form, unless one of that name is asked already; ``then`` is given what was kept, where anything was."""

    def left(kept: object) -> None:
        if kept is not None and then is not None:
            then(kept)

    form = app.attempt(lambda: make(app.book))
    shown = app.screen
    asked_now = shown.form if isinstance(shown, FormDialog) else None
    if form is not None and not (asked_now and (asked_now.id, asked_now.title) == (form.id, form.title)):
        app.push_screen(FormDialog(make), left)


class FormDialog(Dialog[Any]):
    """Asks a form, keeps it, and gives what whoever opened it is to be given; None where it was left."""

    BINDINGS = [
        Binding("ctrl+s", "save", "form.key.save", id="form.key.save"),
        Binding("escape", "cancel", "form.key.leave", id="form.key.leave"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (25, "-high")]
    # In the scope of a screen these rules would miss whatever is a form by another name.
    SCOPED_CSS = False
    CSS = """
    FormDialog .dialog { width: 76; scrollbar-size-vertical: 1; }
    FormDialog.-low .dialog { padding: 0 2; max-height: 100%; }
    FormDialog .dialog > Static { height: auto; }
    FormDialog #about { color: $text-muted; }
    FormDialog FormSheet { margin-top: 1; }
    FormDialog .problem { min-height: 0; }
    FormDialog #left { height: auto; margin-top: 1; }
    """

    def __init__(self, make: Callable[[Casebook], Form | None]) -> None:
        """``make`` gives the form in the words of a casebook, which change when others can see the screen."""
        super().__init__()
        self.make, self.sheet = make, FormSheet()
        self.standing: dict[str, str] = {}
        self.begun = ""
        self.key_echo = KeyEcho()
        self._draft: Timer | None = None

    def compose(self) -> ComposeResult:
        """The heading, the fields, and the question before leaving what is not saved."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(id="title", classes="title")
            yield Static(id="about")
            yield self.sheet
            yield Static(classes="problem")
            leaving = Choices(self._word("form.next"))
            leaving.id = "left"
            yield leaving
        yield KeyBar()

    async def on_mount(self) -> None:
        """Ask; leave where what it is about is gone."""
        self.query_one("#left").display = False
        await self._ask(self.attempt(lambda: self.make(self.book)))

    def repaint(self) -> None:
        """Say the same as far as it may be shown now; what stands in the fields stays."""
        form = self.attempt(lambda: self.make(self.book))
        if form is not None and self.sheet.relabel(form):
            self._head(form)

    # ---- What stands there

    @property
    def form(self) -> Form | None:
        """What is asked; None before it is there."""
        return self.sheet.form

    @property
    def boxes(self) -> dict[str, FieldBox]:
        """Its fields as they are drawn, by id."""
        return self.sheet.boxes

    @property
    def texts(self) -> dict[str, str]:
        """What stands in every field."""
        return self.sheet.texts

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Enter alone keeps what has one field."""
        return action != "save" or len(self.boxes) > 1

    @property
    def touched(self) -> bool:
        """Whether anything stands there that would be lost; blanks are nothing."""
        return bool(self.form and self.form.id) and self.sheet.touched

    # ---- Keys

    def on_key(self, event: events.Key) -> None:
        """Drop the echo of a key that has just chosen and moved on."""
        chooses = not any(box.has_focus_within and box.typed for box in self.boxes.values())
        ticks = any(box.has_focus_within and box.look.many for box in self.boxes.values())
        moves = chooses and (event.key == "enter" or (event.key.isdecimal() and not ticks))
        if self.key_echo.is_echo(event.key, event.time, moves):
            event.stop()
            event.prevent_default()

    @on(FieldBox.Changed)
    def _changed(self, message: FieldBox.Changed) -> None:
        self.put_problem("")
        self.standing = self.texts
        self.sheet.follow(message.box)
        if self._draft is None and self.touched:
            self._draft = self.set_timer(DRAFT_AFTER, self._keep_draft)

    @on(FieldBox.Entered)
    async def _entered(self, message: FieldBox.Entered) -> None:
        box, control = message.box, message.box.control
        texts = {**self.texts, box.look.id: message.text}
        onward = "" if message.save else self.sheet.onward(box, texts)
        if onward is None:
            box.focus()
        elif onward and self.form is not None and not (self.form.quick and box.typed):
            self.boxes[onward].focus()
        else:
            await self._save(texts)
        if isinstance(control, FormInput):
            self._hand_on(control.release())

    def _hand_on(self, later: Sequence[events.Key]) -> None:
        """Give the keys that came after Enter to whatever has them now."""
        focused = self.focused if self.is_current else None
        for key in later:
            if focused is not None:
                focused.post_message(key)

    @on(Turned)
    def _turned(self, message: Turned) -> None:
        message.stop()
        if message.by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def on_descendant_blur(self) -> None:
        """Say what is wrong with a field that was left."""
        self.sheet.follow()

    async def action_save(self) -> None:
        """Keep what stands there."""
        await self._save(self.texts)

    async def _save(self, texts: dict[str, str]) -> None:
        form = self.form
        if form is None:
            return
        try:
            kept = form.keep(read_all(form, texts))
        except Wrong as wrong:
            self.sheet.wrong(self.boxes[wrong.field], wrong.problem)
            self.boxes[wrong.field].focus()
            return
        except (Unreadable, Refused, StoreFault) as problem:
            if len(self.boxes) == 1:
                self.sheet.wrong(self.sheet.first_box, problem)
            else:
                self.put_problem(problem)
            return
        self._drop_draft()
        await self.kept(kept)

    async def kept(self, kept: Kept) -> None:
        """Say what was kept, and be done."""
        if kept.said:
            self.app.notify(kept.said, markup=False)
        self.dismiss(kept.value)

    # ---- Leaving

    def action_cancel(self) -> None:
        """Leave; where something was typed, ask what is to become of it."""
        asking = self.query_one("#left", Choices)
        if asking.display:
            self._stay()
        elif not self.touched:
            self._drop_draft()
            self.dismiss(None)
        else:
            asking.show([self._word(f"form.left_{way}") for way in ("stay", "keep", "drop")])
            asking.display = True
            self.put_problem(self._word("form.left"))
            asking.focus()

    @on(Choices.Taken)
    def _leaving(self, message: Choices.Taken) -> None:
        message.stop()
        way = self.query_one("#left", Choices).chosen
        if way == 0:
            self._stay()
            return
        if way == 1 and not self._keep_draft():
            return
        if way == 2:
            self._drop_draft()
        self.dismiss(None)

    def _stay(self) -> None:
        self.query_one("#left").display = False
        self.put_problem("")
        self.sheet.first_box.focus()

    # ---- Drafts

    def on_unmount(self) -> None:
        """Keep what stands there when the terminal goes away."""
        if self._draft is not None:
            self._keep_draft()

    def _keep_draft(self) -> bool:
        """Keep what stands there, so that no accident loses it; whether it is kept."""
        self._rest()
        if self.form is None or not self.form.id:
            return False
        try:
            self.book.drafts.keep(self.form.id, self.form.client_id, self.standing)
        except (Refused, StoreFault) as problem:
            if self.is_running:
                self.put_problem(problem)
            return False
        return True

    def _drop_draft(self) -> None:
        self._rest()
        if self.form is not None and self.form.id:
            # What was saved is saved, whether or not its draft can be let go of.
            with suppress(StoreFault):
                self.book.drafts.drop(self.form.id, self.form.client_id)

    def _rest(self) -> None:
        if self._draft is not None:
            self._draft.stop()
        self._draft = None

    # ---- Drawing

    def put_problem(self, problem: Problem | str) -> None:
        """Say below all fields what is wrong, or nothing."""
        said = problem if isinstance(problem, str) else self.coach.problem_text(problem)
        put(self.query_one(".problem", Static), said)

    async def _ask(self, form: Form | None) -> None:
        if form is None:
            self._gone()
            return
        draft = self.attempt(lambda: self.book.drafts.of(form.id, form.client_id)) if form.id else None
        self.begun = "" if draft is None else self._since(draft.at)
        # The toolkit would look for somewhere else to put the focus, later than it is put here.
        self.set_focus(None)
        await self.sheet.ask(form, draft.texts if draft else {})
        self._head(form)
        self.sheet.first_box.focus(scroll_visible=bool(form.begin_at))
        self.refresh_bindings()

    def _gone(self) -> None:
        self.dismiss(None)

    def _head(self, form: Form) -> None:
        self.put("title", owner_text(form.title))
        about = [*form.about.splitlines(), *([self.begun] if self.begun else [])]
        self.put("about", Content("\n").join([owner_text(line) for line in about]))
        self.put_problem("")

    def _since(self, at: datetime) -> str:
        local = self.book.clock.local(at)
        time = write_time(local.hour * HOUR + local.minute)
        return self.words.say("forms", "form.draft", day=self.words.day(local.date()), time=time)

    def _word(self, key: str) -> str:
        return self.words.say("forms", key)
