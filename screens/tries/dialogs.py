"""Beginning a last try and saying how it ended. Know no place and not what follows."""

from collections.abc import Callable
from datetime import date, timedelta

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from coach.casebook.desk import Refused
from coach.casebook.tries import LONGEST_FOLLOWS
from coach.engine.reset import JUDGED, MOST_RULES, WEEKS, Ending, MyPart
from coach.formats.days import Side, read_day
from coach.formats.unreadable import Unreadable
from coach.store.file.errors import StoreFault
from coach.store.resets import Try
from coach.wording.tries import TryWording
from screens.frame.place import Dialog
from screens.widgets.fields.choices import Choices
from screens.widgets.fields.clean_input import CleanInput, NamedInput
from screens.widgets.fields.ticks import Ticks
from screens.widgets.frame.key_bar import KeyBar


class TryDialog(Dialog[bool]):
    """A question about a last try; gives True where something was kept."""

    LEFT = False
    BINDINGS = [Binding("escape", "cancel", "last_try.key.cancel", id="last_try.key.cancel")]
    DEFAULT_CSS = """
    TryDialog VerticalScroll { scrollbar-size-vertical: 1; }
    TryDialog Ticks { margin-bottom: 1; }
    TryDialog Choices { margin: 1 0; }
    TryDialog #ends { margin-bottom: 1; }
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.client_name = name

    @property
    def wording(self) -> TryWording:
        """Last tries in words."""
        return TryWording(self.book.library)

    def keep(self, act: Callable[[], object], said: str) -> None:
        """Keep an answer, say so and be done; or say what is wrong with it."""
        try:
            act()
        except (Refused, StoreFault) as problem:
            self.wrong(problem)
        else:
            self.app.notify(said, markup=False)
            self.dismiss(True)


class BeginTryDialog(TryDialog):
    """Asks for the rules of a last try, its last day and what follows, and begins it."""

    def __init__(self, client_id: int, name: str, offered: tuple[str, ...]) -> None:
        """``offered`` holds the boundaries that may be rules, the likeliest first."""
        super().__init__(name)
        self.client_id, self.offered = client_id, offered

    def compose(self) -> ComposeResult:
        """The three questions."""
        said, usual = self.wording, self.book.clock.today() + timedelta(weeks=WEEKS)
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(Content(said.say("ask.title", name=self.client_name)), classes="title")
            yield Static(Content(said.say("ask.rules")))
            yield Ticks(self.words("last_try.key.next"))
            yield Static(Content(said.say("ask.ends")))
            ends = NamedInput(self.words.day(usual), self.words("last_try.key.next"))
            ends.id = "ends"
            yield ends
            yield Static(Content(said.say("ask.follows")))
            follows = NamedInput("", self.words("last_try.key.start"), said.say("ask.follows_like"))
            follows.id, follows.max_length = "follows", LONGEST_FOLLOWS
            yield follows
            yield Static(classes="problem")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin on the rules, the heaviest one ticked."""
        self.query_one(Ticks).show(self.wording.listing(self.offered), [0])

    def repaint(self) -> None:
        """Say whose try it is as it may be read now."""
        self.query_one(".title", Static).update(Content(self.wording.say("ask.title", name=self.client_name)))

    @on(Ticks.Done)
    def _rules_chosen(self) -> None:
        many = len(self.query_one(Ticks).ticked)
        if not many or many > MOST_RULES:
            self.wrong(Refused("try_rules" if many else "try_no_rule"))
            return
        self.wrong()
        self.query_one("#ends").focus()

    @on(Input.Submitted, "#ends")
    def _day_given(self) -> None:
        if self._ends() is not None:
            self.query_one("#follows").focus()

    @on(Input.Submitted, "#follows")
    def _begin(self) -> None:
        ends = self._ends()
        if ends is None:
            return
        rules = [self.offered[place] for place in sorted(self.query_one(Ticks).ticked)]
        follows = self.query_one("#follows", CleanInput).value
        said = self.wording.say("said.begun", until=self.words.day(ends))
        self.keep(lambda: self.book.tries.begin(self.client_id, rules, follows, ends), said)

    def _ends(self) -> date | None:
        try:
            found = read_day(
                self.query_one("#ends", CleanInput).value, self.words.lexicon, self.book.clock.today(), Side.AHEAD
            )
        except Unreadable as problem:
            self.wrong(problem)
            return None
        self.wrong()
        return found


class EndTryDialog(TryDialog):
    """Asks rule by rule whether it was followed, then for my own part, and ends the try."""

    BINDINGS = [
        Binding("b", "previous", "last_try.key.previous", id="last_try.key.previous"),
        Binding("x", "stop", "last_try.key.stop", id="last_try.key.stop"),
    ]

    def __init__(self, kept: Try, name: str) -> None:
        super().__init__(name)
        self.kept = kept
        self.judged: list[int] = []

    def parts(self) -> ComposeResult:
        """One question after another in the same place."""
        yield Static(classes="title")
        yield Static(id="question")
        yield Choices(self.words("last_try.key.next"))
        yield Static(classes="problem")

    def on_mount(self) -> None:
        """Begin with the first rule."""
        self.repaint()

    def repaint(self) -> None:
        """Ask the question at hand."""
        said, rules = self.wording, self.kept.reset.rules
        self.query_one(".title", Static).update(Content(said.say("ask.judge_title", name=self.client_name)))
        place = len(self.judged)
        mine = place == len(rules)
        asked = said.say("ask.mine") if mine else said.say("ask.judge", rule=said.rule(rules[place]))
        self.query_one("#question", Static).update(Content(asked))
        options = [f"mine.{each}" for each in MyPart] if mine else [f"choice.{each}" for each in JUDGED]
        self.query_one(Choices).show([said.say(each) for each in options])
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is a question before only after the first."""
        return action != "previous" or bool(self.judged)

    @on(Choices.Taken)
    def _taken(self) -> None:
        chosen, rules = self.query_one(Choices).chosen, self.kept.reset.rules
        if len(self.judged) < len(rules):
            self.judged.append(chosen)
            self.repaint()
            return
        by_rule: dict[str, Ending] = {rule: JUDGED[at] for rule, at in zip(rules, self.judged, strict=True)}
        mine = list(MyPart)[chosen]
        self.keep(lambda: self.book.tries.end(self.kept.id, by_rule, mine), self.wording.say("said.ended"))

    def action_previous(self) -> None:
        """Go back to the question before."""
        self.judged.pop()
        self.repaint()

    def action_stop(self) -> None:
        """End it without judging anybody."""
        self.keep(lambda: self.book.tries.stop(self.kept.id), self.wording.say("said.stopped"))
