"""Last tries in words, the same for screens, prompts and reports. Knows wording; draws and decides nothing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from coach.casebook.checks.checks import CLIENT_CHECK
from coach.casebook.tries import SideBySide
from coach.engine.interview.answer import Answers
from coach.engine.reset import Ending, MyPart, Reset, check_ins
from coach.formats.text import clean
from coach.library.library import Library
from coach.store.assessments import Assessment
from coach.wording.boundaries import BoundaryWording
from coach.wording.checks.items import ItemWording

TRIES, CHANGE = "tries", "change"


class BehaviourRow(NamedTuple):
    """One behaviour before and after a try."""

    name: str
    before: str
    after: str


class TryWording:
    """Puts last tries into the words of one library."""

    def __init__(self, library: Library) -> None:
        self.library, self.words, self.items = library, library.words, ItemWording(library)
        self.boundaries = BoundaryWording(library)

    def say(self, key: str, /, **blanks: object) -> str:
        """A sentence about last tries."""
        return self.words.say(TRIES, key, **blanks)

    def rule(self, boundary: str) -> str:
        """A rule by its boundary's name."""
        return self.boundaries.name(boundary)

    def rules(self, boundaries: Iterable[str]) -> str:
        """Rules as one list."""
        return self.words.listed([self.rule(each) for each in boundaries])

    def rule_lines(self, reset: Reset, terms: Mapping[str, Mapping[str, str]]) -> list[str]:
        """Each rule while it runs, in the owner's terms where there are any; how each went once that is known."""
        if not reset.by_rule:
            return [self._rule_line(each, terms.get(each, {})) for each in reset.rules]
        return [
            self.words.say(CHANGE, f"rule.{reset.by_rule.get(each, 'open')}", rule=self.rule(each))
            for each in reset.rules
        ]

    def _rule_line(self, boundary: str, params: Mapping[str, str]) -> str:
        own = self.boundaries.terms(boundary, params)
        if own:
            return self.say("rule_own", rule=self.rule(boundary), terms=own)
        return self.boundaries.rule(boundary) or self.rule(boundary)

    def state(self, reset: Reset, today: date, style: str = "full") -> str:
        """Where a try stands that runs: days left, or that it waits for a word; days written in that style."""
        until, left = self.words.day(reset.ends, style), reset.days_left(today)
        if today < reset.starts:
            return self.say("begins", day=self.words.day(reset.starts, style), until=until)
        if left > 0:
            return self.words.count(TRIES, "left", left, until=until)
        return self.say("over", day=until) if left else self.say("last_day")

    def gone(self, reset: Reset, today: date) -> str:
        """How many days have gone, and of how many."""
        gone, days = reset.gone(today)
        return self.say("gone", gone=gone, days=days)

    def meanwhile(self, reset: Reset, today: date) -> str:
        """The days of the check-ins still to come; empty where there are none."""
        days = [self.words.day(each, "short") for each in check_ins(reset.starts, reset.ends) if each >= today]
        return self.say("check_ins", days=self.say("check_days.separator").join(days)) if days else ""

    def follows(self, reset: Reset) -> str:
        """What the owner does if it goes on."""
        return clean(reset.follows, lines=True) or self.say("follows_none")

    def when(self, reset: Reset) -> str:
        """The days of a try."""
        last = reset.ends if reset.ended_on is None else min(reset.ends, reset.ended_on)
        return self.say("began", first=self.words.day(reset.starts, "dated"), last=self.words.day(last, "dated"))

    def how(self, reset: Reset) -> str:
        """How a try ended and what my part was, in a few words; empty while it runs."""
        if reset.ending is None:
            return ""
        parts = [self.words.say(CHANGE, f"ended.{reset.ending}")]
        if reset.mine is not None:
            parts.append(self.words.say(CHANGE, f"mine.{reset.mine}"))
        return self.words.commas(parts)

    def line(self, reset: Reset) -> str:
        """A try in one line: its days, its rules, how it went."""
        how = self.how(reset) or self.words.say(CHANGE, "report.running")
        return self.words.say(CHANGE, "report.try", when=self.when(reset), rules=self.rules(reset.rules), how=how)

    def meaning(self, ending: Ending, mine: MyPart | None) -> str:
        """What that says, and what to do with it."""
        return self.words.say(CHANGE, f"meaning.{ending}.{mine or 'none'}")

    def heads(self, side: SideBySide) -> tuple[str, str]:
        """What stands over the two sides: the days of their checks."""
        return self._head("before", side.before), self._head("after", side.after)

    def rows(self, side: SideBySide) -> list[BehaviourRow]:
        """What was answered of each behaviour on either side; a side without a check is blank."""
        return [
            BehaviourRow(
                self.items.sign(sign, "name"),
                self._answered(sign, side.before, side.before_said),
                self._answered(sign, side.after, side.after_said),
            )
            for sign in side.signs
        ]

    def listing(self, rules: Sequence[str]) -> list[str]:
        """The boundaries that may be rules, by name."""
        return [self.rule(each) for each in rules]

    def _head(self, key: str, check: Assessment | None) -> str:
        return self.say(f"{key}_none") if check is None else self.say(key, day=self.words.day(check.on_day, "dated"))

    def _answered(self, sign: str, check: Assessment | None, said: Answers) -> str:
        if check is None:
            return ""
        if sign not in said:
            return self.say("unasked")
        return self.items.parts_of(CLIENT_CHECK, sign, said)
