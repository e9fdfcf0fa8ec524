"""Draws any form as a dialog: all its fields at once, or form after form. Knows no noun; what is asked is given."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.engine.value import replace
from coach.formats.durations import HOUR, write_time
from coach.formats.unreadable import Unreadable
from coach.forms.form import UNKNOWN, Field, Form, Kept, Kind, Wrong, asked, echo, read, read_all
from coach.store.file.errors import StoreFault
from screens.frame.frame import Frame, Problem
from screens.frame.keys.echo import KeyEcho
from screens.frame.place import Dialog, owner_text
from screens.widgets.fields.choices import Choices
from screens.widgets.fields.field_box import FieldBox, FieldLook
from screens.widgets.fields.form_input import FormInput
from screens.widgets.fields.offer import Turned
from screens.widgets.frame.key_bar import KeyBar
from screens.widgets.frame.put import put

DRAFT_AFTER = 0.6
"""Seconds after which what was typed is kept as a draft."""
NextForm = Callable[[Casebook, int], Form | None]
"""The form after so many others, in the words of a casebook; None where there is none left."""


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
    FormDialog #fields { height: auto; margin-top: 1; }
    FormDialog .problem { min-height: 0; }
    FormDialog #left { height: auto; margin-top: 1; }
    """

    def __init__(self, make: Callable[[Casebook], Form | None]) -> None:
        """``make`` gives the form in the words of a casebook, which change when others can see the screen."""
        super().__init__()
        self.make = make
        self.form: Form | None = None
        self.first: dict[str, str] = {}
        self.standing: dict[str, str] = {}
        self.begun = ""
        self.boxes: dict[str, FieldBox] = {}
        self.key_echo = KeyEcho()
        self._draft: Timer | None = None

    def compose(self) -> ComposeResult:
        """The heading, the fields, and the question before leaving what is not saved."""
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(id="title", classes="title")
            yield Static(id="about")
            yield Vertical(id="fields")
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
        if form is None or self.form is None or {field.id for field in form.fields} != self.boxes.keys():
            return
        self.form = form
        self._head()
        for field in form.fields:
            self.boxes[field.id].relabel(self._look(field))
            self.boxes[field.id].veil(self.discreet and field.private)
        self._follow()

    # ---- What stands there

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Enter alone keeps what has one field."""
        return action != "save" or len(self.boxes) > 1

    @property
    def texts(self) -> dict[str, str]:
        """What stands in every field."""
        return {name: box.text for name, box in self.boxes.items()}

    @property
    def touched(self) -> bool:
        """Whether anything stands there that did not at first; blanks are nothing."""
        now, first = ({name: text.strip() for name, text in each.items()} for each in (self.texts, self.first))
        return bool(self.form and self.form.id) and now != first

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
        self._follow(message.box)
        if self._draft is None and self.touched:
            self._draft = self.set_timer(DRAFT_AFTER, self._keep_draft)

    @on(FieldBox.Entered)
    async def _entered(self, message: FieldBox.Entered) -> None:
        box, control = message.box, message.box.control
        texts = {**self.texts, box.look.id: message.text}
        onward = "" if message.save else self._onward(box, texts)
        if onward is None:
            box.focus()
        elif onward and self.form is not None and not (self.form.quick and box.typed):
            self.boxes[onward].focus()
        else:
            await self._save(texts)
        if isinstance(control, FormInput):
            self._hand_on(control.release())

    def _onward(self, box: FieldBox, texts: dict[str, str]) -> str | None:
        """The field after one that can be taken, empty after the last; None, and said why, where it cannot."""
        assert self.form is not None
        fields = asked(self.form, texts)
        place = [field.id for field in fields].index(box.look.id)
        try:
            read(fields[place], texts[box.look.id], self._said_before(fields[:place], texts))
        except (Unreadable, Refused) as problem:
            box.say(self.coach.problem_text(problem), wrong=True)
            return None
        return fields[place + 1].id if place + 1 < len(fields) else ""

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
        self._follow()

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
            self.boxes[wrong.field].say(self.coach.problem_text(wrong.problem), wrong=True)
            self.boxes[wrong.field].focus()
            return
        except (Unreadable, Refused, StoreFault) as problem:
            if len(self.boxes) == 1:
                self._first_box().say(self.coach.problem_text(problem), wrong=True)
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
        self._first_box().focus()

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
        self.form = form
        draft = self.attempt(lambda: self.book.drafts.of(form.id, form.client_id)) if form.id else None
        self.begun = "" if draft is None else self._since(draft.at)
        self._head()
        fields = self.query_one("#fields")
        # The toolkit would look for somewhere else to put the focus, later than it is put here.
        self.set_focus(None)
        await fields.remove_children()
        self.boxes = {field.id: FieldBox(self._look(field), field.value) for field in form.fields}
        await fields.mount(*self.boxes.values())
        # A choice that stands on none begins on its first.
        self.first = self.texts
        for name, text in (draft.texts if draft else {}).items():
            if name in self.boxes:
                self.boxes[name].hold(text)
        for field in form.fields:
            self.boxes[field.id].veil(self.discreet and field.private)
        self._follow()
        self._first_box().focus(scroll_visible=bool(form.begin_at))
        self.refresh_bindings()

    def _gone(self) -> None:
        self.dismiss(None)

    def _head(self) -> None:
        assert self.form is not None
        self.put("title", owner_text(self.form.title))
        about = [*self.form.about.splitlines(), *([self.begun] if self.begun else [])]
        self.put("about", Content("\n").join([owner_text(line) for line in about]))
        self.put_problem("")

    def _first_box(self) -> FieldBox:
        assert self.form is not None
        return self.boxes[self.form.begin_at or asked(self.form, self.texts)[0].id]

    def _follow(self, changed: FieldBox | None = None) -> None:
        """Show the fields that are asked now, and below each what was understood; say what is wrong once it is left."""
        if self.form is None or not self.boxes:
            return
        texts, fields = self.texts, asked(self.form, self.texts)
        for name, box in self.boxes.items():
            box.display = any(field.id == name for field in fields)
        for place, field in enumerate(fields):
            box, text = self.boxes[field.id], texts[field.id]
            said = self._said_before(fields[:place], texts)
            self._say(field, box, text, said, box is changed)

    def _say(self, field: Field, box: FieldBox, text: str, said: dict[str, Any], changed: bool) -> None:
        typing = changed or box.has_focus_within
        try:
            if not text.strip():
                box.say("" if not field.optional else self._echo(field, text, said))
                return
            read(field, text, said)
        except (Unreadable, Refused) as problem:
            at_once = field.kind in (Kind.FIGURE, Kind.PERCENT) and any(each.isalpha() for each in text)
            if not typing or at_once:
                box.say(self.coach.problem_text(problem), wrong=True)
            else:
                box.say("")
            return
        box.say(self._echo(field, text, said))

    def _echo(self, field: Field, text: str, said: dict[str, Any]) -> str:
        """What was understood; nothing of what is drawn as dots."""
        return "" if self.discreet and field.private else echo(field, text, said)

    def _said_before(self, fields: Sequence[Field], texts: dict[str, str]) -> dict[str, Any]:
        said: dict[str, Any] = {}
        for field in fields:
            try:
                said[field.id] = read(field, texts[field.id], said)
            except (Unreadable, Refused):
                continue
        return said

    def _look(self, field: Field) -> FieldLook:
        assert self.form is not None
        last = (self.form.quick and not field.kind.offers) or field.id == self.form.fields[-1].id
        return FieldLook(
            field.id,
            field.ask,
            field.hint,
            field.example,
            tuple(zip(field.offered, field.labels, strict=True)),
            many=field.kind is Kind.TICKS,
            lines=field.kind is Kind.TEXT,
            select=field.kind not in (Kind.TEXT, Kind.LINE),
            longest=field.longest,
            alone=len(self.form.fields) == 1,
            folded=self.form.quick,
            enter=(self.form.enter or self._word("form.save")) if last else self._word("form.next"),
            find=self._word("form.find"),
            none_found=self._word("form.none_found"),
        )

    def _since(self, at: datetime) -> str:
        local = self.book.clock.local(at)
        time = write_time(local.hour * HOUR + local.minute)
        return self.words.say("forms", "form.draft", day=self.words.day(local.date()), time=time)

    def _word(self, key: str) -> str:
        return self.words.say("forms", key)


class StepsDialog(FormDialog):
    """Asks form after form, each of one field and kept before the next; gives True where it came to the end."""

    BINDINGS = [
        Binding("shift+tab", "previous", "form.key.back", id="form.key.back"),
        Binding("ctrl+n", "unknown", "form.key.unknown", id="form.key.unknown"),
    ]

    def __init__(self, next_form: NextForm) -> None:
        super().__init__(lambda book: next_form(book, self.at))
        self.at = 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Back leads somewhere from the second form on; not everything can be left unknown."""
        if action == "previous":
            return self.at > 0
        if action == "unknown":
            return bool(self.form and self.form.fields[0].unknown and self.form.fields[0].kind is not Kind.CHOICE)
        return super().check_action(action, parameters)

    async def kept(self, kept: Kept) -> None:
        """Ask the next, below what is to be said of this one; after the last, be done."""
        self.at += 1
        form = self.attempt(lambda: self.make(self.book))
        if form is None:
            await super().kept(Kept(kept.said))
        else:
            await self._ask(replace(form, about="\n".join(filter(None, (kept.said, form.about)))))

    async def action_previous(self) -> None:
        """Ask the one before again; what stands here waits as a draft."""
        if self._draft is not None:
            self._keep_draft()
        self.at = max(self.at - 1, 0)
        await self._ask(self.attempt(lambda: self.make(self.book)))

    async def action_unknown(self) -> None:
        """Say that one does not know, and go on."""
        await self._save({self._first_box().look.id: UNKNOWN})

    @on(Turned)
    async def _stepped(self, message: Turned) -> None:
        message.stop()
        message.prevent_default()
        if message.by < 0 and self.at:
            await self.action_previous()

    def _gone(self) -> None:
        self.dismiss(self.at > 0 or None)
