"""One field of a form: its question, where the answer is given, and what was understood of it. Given values only."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from coach.engine.value import Value
from coach.formats.text import clean
from screens.widgets.fields.choices import Choices
from screens.widgets.fields.finder import Finder
from screens.widgets.fields.form_input import FormInput
from screens.widgets.fields.offer import MOST
from screens.widgets.fields.one_of import GAP, OneOf
from screens.widgets.fields.ticks import Ticks
from screens.widgets.frame.put import put

LABEL = 16
"""Characters of a question that stands before its field; a longer one stands above."""
BESIDE = 46
"""Cells that ways side by side may take."""


class FieldLook(Value):
    """How a field looks: ``offered`` are ids and words to choose from, ``many`` where several may be ticked.

    ``lines`` says that a text may have several, ``select`` that the first key replaces what stands, ``alone`` that
    nothing else is asked, ``folded`` that what is offered takes one line until it is wanted. ``enter`` is what the
    footer says of Enter, ``find`` and ``none_found`` what stands in a list that is searched.
    """

    id: str
    ask: str
    hint: str = ""
    example: str = ""
    offered: tuple[tuple[str, str], ...] = ()
    many: bool = False
    lines: bool = False
    select: bool = False
    longest: int = 0
    alone: bool = False
    folded: bool = False
    enter: str = ""
    find: str = ""
    none_found: str = ""

    @property
    def above(self) -> bool:
        """Whether the question stands above the field."""
        return self.alone or len(self.ask) > LABEL or (bool(self.offered) and self.control in (Choices, Ticks))

    @property
    def control(self) -> type[Widget]:
        """What the answer is given in."""
        if not self.offered:
            return FormInput
        if self.many:
            return Ticks
        beside = sum(len(label) + 2 + GAP for _, label in self.offered)
        if len(self.offered) <= 4 and beside <= BESIDE and not self.alone:
            return OneOf
        return Choices if len(self.offered) <= MOST and not self.folded else Finder


class FieldBox(Vertical):
    """Shows a field and gives what stands in it."""

    DEFAULT_CSS = """
    FieldBox { height: auto; layout: horizontal; }
    FieldBox > .ask { width: 17; height: auto; color: $text-muted; }
    FieldBox > .answer { width: 1fr; height: auto; }
    FieldBox .said { height: auto; padding: 0 1; color: $text-muted; }
    FieldBox .said.wrong { color: $warning; }
    FieldBox.-above { layout: vertical; margin-bottom: 1; }
    FieldBox.-above > .ask { width: 100%; color: $foreground; }
    FieldBox.-above > .hint { height: auto; color: $text-muted; }
    FieldBox.-alone > .ask { text-style: bold; }
    FieldBox.-alone { margin-bottom: 0; }
    FieldBox.-alone > .answer { margin-top: 1; }
    """

    class Changed(Message):
        """Something else stands there now."""

        def __init__(self, box: "FieldBox") -> None:
            self.box = box
            super().__init__()

    class Entered(Message):
        """Enter was pressed, or something was chosen; ``text`` is what stood there then.

        ``save`` says that all of the form is to be saved.
        """

        def __init__(self, box: "FieldBox", text: str, save: bool = False) -> None:
            self.box, self.text, self.save = box, text, save
            super().__init__()

    def __init__(self, look: FieldLook, text: str) -> None:
        super().__init__(classes=f"{'-above' if look.above else ''} {'-alone' if look.alone else ''}")
        self.look, self.first = look, text

    def compose(self) -> ComposeResult:
        """The question, its field, and room for what was understood or is wrong."""
        look = self.look
        if look.ask:
            yield Static(Content(clean(look.ask)), classes="ask")
        if look.above and look.hint:
            yield Static(Content(clean(look.hint)), classes="hint")
        with Vertical(classes="answer"):
            yield self._made()
            yield Static(classes="said")

    def on_mount(self) -> None:
        """Show what stands there at first."""
        self.say("")
        self.hold(self.first)

    @property
    def control(self) -> Any:
        """What the answer is given in."""
        return self.query_one(self.look.control)

    @property
    def typed(self) -> bool:
        """Whether something is typed here."""
        return not self.look.offered

    @property
    def text(self) -> str:
        """What stands there: as typed, the id chosen, or the ids ticked with blanks between."""
        control, ids = self.control, [each for each, _ in self.look.offered]
        if isinstance(control, FormInput):
            return control.text
        if isinstance(control, Ticks):
            return " ".join(ids[place] for place in sorted(control.ticked))
        return ids[control.chosen] if 0 <= control.chosen < len(ids) else ""

    def hold(self, text: str) -> None:
        """Let that stand there."""
        control, ids = self.control, [each for each, _ in self.look.offered]
        labels = [clean(label) for _, label in self.look.offered]
        if isinstance(control, FormInput):
            control.select_on_focus = self.look.select and text == self.first
            with control.prevent(Input.Changed):
                control.hold_text(text)
        elif isinstance(control, Ticks):
            control.show(labels, [ids.index(each) for each in text.split() if each in ids])
        else:
            control.show(labels, ids.index(text) if text in ids else -1)

    def relabel(self, look: FieldLook) -> None:
        """Say the same in other words, as far as they may be shown."""
        text, self.look = self.text, look
        for ask in self.query(".ask").results(Static):
            ask.update(Content(clean(look.ask)))
        for hint in self.query(".hint").results(Static):
            hint.update(Content(clean(look.hint)))
        if look.offered:
            self.hold(text)

    def veil(self, on: bool) -> None:
        """Draw what is typed as dots."""
        if isinstance(self.control, FormInput):
            self.control.password = on

    def say(self, said: str, wrong: bool = False) -> None:
        """Say below the field what was understood, or what is wrong."""
        line = self.query_one(".said", Static)
        put(line, clean(said))
        line.set_class(wrong, "wrong")

    def focus(self, scroll_visible: bool = True) -> "FieldBox":
        """Give the keys to the field, at once: a key that is pressed already is to land there."""
        self.screen.set_focus(self.control, scroll_visible)
        return self

    def _made(self) -> Widget:
        look = self.look
        if look.control is FormInput:
            made: Widget = FormInput(look.enter, look.longest, look.lines, look.select)
            made.placeholder = look.example or ("" if look.above else look.hint)  # type: ignore[attr-defined]
            return made
        if look.control is Finder:
            return Finder(look.enter, look.none_found, look.find)
        if look.control is OneOf:
            return OneOf()
        return Ticks(look.enter) if look.many else Choices(look.enter)

    @on(Input.Changed)
    def _written(self, message: Input.Changed) -> None:
        # Selected, what is half typed would be lost at the first letter after coming back to it.
        message.input.select_on_focus = False

    @on(Input.Changed)
    @on(OneOf.Changed)
    @on(Finder.Changed)
    @on(Choices.Changed)
    @on(Ticks.Changed)
    def _changed(self, message: Message) -> None:
        message.stop()
        self.post_message(self.Changed(self))

    @on(FormInput.Entered)
    def _typed(self, message: FormInput.Entered) -> None:
        message.stop()
        self.post_message(self.Entered(self, message.text, message.save))

    @on(Choices.Taken)
    @on(Finder.Taken)
    @on(Ticks.Done)
    @on(OneOf.Taken)
    def _taken(self, message: Message) -> None:
        message.stop()
        self.post_message(self.Entered(self, self.text))
