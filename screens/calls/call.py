"""The call that ends a job: the card to read from, answers, practice, a note. Nothing moves but the timer."""

import random

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import ContentSwitcher, OptionList, Static

from coach.casebook.checks.checks import LONGEST_NOTE
from coach.forms.letters import blanks
from coach.wording.calls import CARD, CONFIRMATION, LEGAL, NOTICE, REASON, Call, Objection
from screens.calls.card_lines import answer_of, card_of, donts_of, no_call_of, practice_of
from screens.calls.keys import KEYS, ON_CARD, WHILE_PREPARING
from screens.calls.timer_and_note import PlaceWithTimer
from screens.frame import commands
from screens.frame.dialogs.pick_line import PickLineDialog
from screens.frame.place import owner_text
from screens.frame.steps import StepsDialog
from screens.widgets.fields.note_line import NoteLine
from screens.widgets.lists.line_list import Line, LineList
from screens.widgets.reading.call_card import CallCard


class CallScreen(PlaceWithTimer):
    """The card for one call; where nobody is to be rung, why not, and the way in writing."""

    INERT_TOP = True
    BINDINGS = [*KEYS]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (104, "-wide")]
    DEFAULT_CSS = """
    CallScreen .sheet { padding: 1 1 0 3; height: 1fr; max-width: 128; }
    CallScreen #head { height: 2; }
    CallScreen #lead { width: 1fr; }
    CallScreen #timer { width: auto; color: $text-muted; padding: 0 2; }
    CallScreen ContentSwitcher, CallScreen #card, CallScreen #answers { height: 1fr; }
    CallScreen #donts, CallScreen #beside { color: $text-muted; height: auto; }
    CallScreen #beside { width: 40; padding: 0 2 0 4; }
    CallScreen.-narrow #beside, CallScreen.-wide #donts { display: none; }
    CallScreen LineList { height: 1fr; margin-bottom: 1; }
    CallScreen #answer { height: 4; padding: 0 2 0 1; }
    CallScreen #practice, CallScreen #barred { height: 1fr; padding: 0 2 0 0; max-width: 88; }
    """

    def __init__(self, client_id: int) -> None:
        super().__init__(client_id)
        self.call: Call | None = None
        self.advised = False
        self.order: list[Objection] = []
        self.place, self.answered = 0, False

    def parts(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            with Horizontal(id="head"):
                yield Static(id="lead")
                yield Static(id="timer")
            with ContentSwitcher(initial="card"):
                with Vertical(id="card"):
                    with Horizontal():
                        yield CallCard()
                        yield Static(id="beside")
                    yield Static(id="donts")
                with Vertical(id="answers"):
                    yield LineList()
                    yield Static(id="answer")
                yield Static(id="practice")
                yield Static(id="barred")
        yield NoteLine(LONGEST_NOTE)

    def on_mount(self) -> None:
        """Begin on the card; the timer waits for its key."""
        self.query_one(CallCard).focus()

    def refresh_place(self) -> None:
        """Read the card again and repaint; where the client is gone, go back."""
        self.call = self.attempt(lambda: Call(self.book, self.client_id))
        if self.call is None:
            self.dismiss()
        else:
            self._paint(self.call)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done where one is; with the card hidden, or nobody to ring, only what is left."""
        if self.call is None or action == "back":
            return action == "back"
        if self.shown == "barred":
            return action == "notice" or (action == "advised" and self.call.barred == LEGAL)
        if action in ("notice", "advised") or self.discreet:
            return action in ("timer", "note") and self.discreet
        if action in ("note", "note_before"):
            return (action == "note") == (self.began is not None)
        if self.began is not None and action in WHILE_PREPARING:
            return False
        if action == "show":
            return parameters[0] == ("card" if self.shown == "answers" else "answers")
        if action == "next":
            return self.shown == "practice" and self.place < len(self.order)
        if action == "fill":
            return self.shown == "card" and bool(self.call.writing.open)
        return action not in ON_CARD or self.shown == "card"

    @property
    def shown(self) -> str:
        """What is shown: card, answers, practice, or barred."""
        return self.query_one(ContentSwitcher).current or "card"

    def action_show(self, what: str) -> None:
        """Turn to the card or to the answers."""
        self.query_one(ContentSwitcher).current = what
        self.set_focus(self.query_one(LineList) if what == "answers" else self.query_one(CallCard))
        self.refresh_bindings()

    def hold(self) -> None:
        """Give the keys back to what is shown."""
        self.action_show(self.shown)

    def action_practise(self) -> None:
        """Be asked, in an order nobody knows beforehand."""
        if self.call is not None:
            self.order = random.sample(self.call.objections, len(self.call.objections))
            self.place, self.answered = 0, False
            self.action_show("practice")
            self._paint(self.call)

    def action_next(self) -> None:
        """Show an answer, then what comes next."""
        if self.call is not None:
            self.place += self.answered
            self.answered = not self.answered
            self._paint(self.call)

    def action_fill(self) -> None:
        """Ask for the blanks that are open."""
        if self.call is not None:
            wanted = [(self.call.writing, name) for name in self.call.writing.open]
            self.app.push_screen(StepsDialog(blanks(wanted)), lambda _: self.refresh_place())

    def action_reason(self) -> None:
        """Choose another sentence of reason, or write one."""
        if (call := self.call) is None:
            return
        reasons = call.reasons

        def chosen(place: int | None) -> None:
            if place == len(reasons):
                self.app.push_screen(StepsDialog(blanks([(call.writing, REASON)])), lambda _: self.refresh_place())
            elif place is not None:
                self.done(lambda: call.choose(reasons[place]))
                self.refresh_place()

        sentences = [*(each.sentence for each in reasons), self.words("call.own")]
        self.app.push_screen(PickLineDialog(self.words("call.which"), sentences), chosen)

    def action_edit(self) -> None:
        """Open the card as a letter: its tone, its words, a file."""
        self.post_message(commands.ShowLetters(self.client_id, CARD))

    def action_confirm(self) -> None:
        """Write the confirmation that follows the call."""
        self.post_message(commands.ShowLetters(self.client_id, CONFIRMATION))

    def action_notice(self) -> None:
        """Write the notice, where nobody is rung."""
        self.post_message(commands.ShowLetters(self.client_id, NOTICE))

    def action_advised(self) -> None:
        """Go on after advice was taken."""
        self.advised = True
        self.refresh_place()

    def action_back(self) -> None:
        """Put the note away, then go back to the card, then leave."""
        if self.noting:
            self.close_note()
        elif self.shown in ("answers", "practice"):
            self.action_show("card")
        else:
            self.dismiss()

    @on(OptionList.OptionHighlighted, "LineList")
    def _answer(self, message: OptionList.OptionHighlighted) -> None:
        if self.call is not None:
            objection = self.call.objections[message.option_index]
            self.query_one("#answer", Static).update(answer_of(self.words, objection))

    def _paint(self, call: Call) -> None:
        words, switcher = self.words, self.query_one(ContentSwitcher)
        barred = call.closed(self.advised)
        if barred or switcher.current == "barred":
            switcher.current = "barred" if barred else "card"
        name = self.named(call.client.name).stylize("bold") + Content(f"  {words('call.title')}").stylize(
            "$foreground 60%"
        )
        self.query_one("#lead", Static).update(name)
        hidden = [("", Content(words("call.hidden")))]
        self.query_one(CallCard).say(hidden if self.discreet else card_of(words, call))
        self.query_one("#donts", Static).update(donts_of(words, call, beside=False))
        self.query_one("#beside", Static).update(donts_of(words, call, beside=True))
        self.query_one("#barred", Static).update(owner_text("") if not call.barred else no_call_of(words, call))
        said = words("call.practised")
        if self.place < len(self.order):
            practised = practice_of(words, self.order[self.place], self.answered, (self.place + 1, len(self.order)))
        else:
            practised = Content(said)
        self.query_one("#practice", Static).update(practised)
        listed = self.query_one(LineList)
        at = listed.highlighted or 0
        listed.offer([Line(str(place), "", each.they) for place, each in enumerate(call.objections, 1)], at)
        self.refresh_bindings()
