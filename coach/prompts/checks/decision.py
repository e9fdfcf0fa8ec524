"""The owner's own decision in typed lines: follow or not, why, when to look again. Knows no rule."""

from contextlib import suppress
from datetime import date, timedelta

from coach.casebook.book import Casebook
from coach.casebook.checks.recommendation import Recommendation
from coach.engine.verdict.verdict import LADDER
from coach.formats.days import Side, read_day
from coach.prompts.console import Back, Console
from coach.wording.checks.recommendation import RecommendationWording

WAIT = timedelta(weeks=4)
"""How long a decision stands before the coach comes back to it, where the owner says nothing else."""
NEVER = "0"


class DecisionPrompts:
    """Asks what the owner decides on one recommendation, and keeps it."""

    def __init__(self, book: Casebook, console: Console) -> None:
        self.book, self.console = book, console
        self.phrases = RecommendationWording(book.library)

    def through(self, name: str, told: Recommendation) -> None:
        """Ask and keep. Raises Left where the owner leaves before, and Back where they go back to what was before."""
        console, phrases = self.console, self.phrases
        console.show("")
        console.say("decision.title", name=name)
        console.say("decision.recommended", line=phrases.line(told))
        self._earlier(told)
        others = [outcome for outcome in reversed(LADDER) if outcome is not told.outcome]
        ways = [console.text("decision.follow", tag=phrases.tag(told))]
        ways += [console.text("decision.otherwise", tag=phrases.outcome(outcome)) for outcome in others]
        while True:
            decided = [told.outcome, *others][console.choose(ways)]
            with suppress(Back), console.refusing():
                because = console.line("decision.because")
                again = self._look_again()
                self.book.checks.decide(told, decided, because, again)
                break
        tag, words = phrases.outcome(decided), self.book.library.words
        if again is None:
            console.say("decision.saved_open", decided=tag)
        else:
            console.say("decision.saved", decided=tag, day=words.day(again))

    def _earlier(self, told: Recommendation) -> None:
        decision = self.book.overview.page(told.assessment.client_id or 0).line.decision
        if decision is None:
            return
        day = self.book.library.words.day(decision.on_day)
        self.console.say("decision.earlier", day=day, decided=self.phrases.outcome(decision.decided))
        if decision.because:
            self.console.say("decision.earlier_because", because=" ".join(decision.because.split()))

    def _look_again(self) -> date | None:
        words, today = self.book.library.words, self.book.clock.today()
        usual = today + WAIT
        self.console.say("decision.when")

        def read(typed: str) -> date | None:
            return None if typed == NEVER else read_day(typed, words.lexicon, today, Side.AHEAD) if typed else usual

        prompt = self.console.text("decision.look_again", day=words.day(usual))
        while (day := self.console.until_read(prompt, read)) is not None and day < today:
            self.console.say("decision.past")
        return day
