"""A recommendation in words, the same for screens, plain prompts and reports. Knows wording; draws and decides nothing.

An id without wording, as an older record may hold, is said as it stands.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from coach.casebook.checks.recommendation import Recommendation
from coach.engine.interview.answer import AnswerKind, Answers
from coach.engine.verdict.outcome import Outcome
from coach.library.library import Library
from coach.wording.checks.items import ItemWording

if TYPE_CHECKING:
    from coach.engine.interview.interview import Interview
    from coach.engine.verdict.counterfactual import Counterfactual
    from coach.engine.verdict.signs import Tally, Weighed
    from coach.engine.verdict.verdict import Reason

WELFARE = "welfare"
"""The rule that asks for care first."""

MONEY = frozenset({"owed", "late_payment", "invoice_dispute"})
"""Signs whose advice depends on the law of a country."""


POINTS = frozenset({"hard", "top_hard", "told", "open", "theirs", "mine"})
"""Measures that are sums of points; the others count."""


class Bar(NamedTuple):
    """One sign that weighs: its points, split, how far the rule had come, and what was answered."""

    name: str
    theirs: float
    mine: float
    state: str
    evidence: str


class Missing(NamedTuple):
    """A boundary that is not yet told or not yet kept, the next step to take, and the boundary's id."""

    boundary: str
    step: str
    id: str


class Branch(NamedTuple):
    """What comes first where safety, the law or health is touched."""

    id: str
    title: str
    lines: tuple[str, ...]


class RecommendationWording:
    """Puts recommendations into the words of one library."""

    def __init__(self, library: Library) -> None:
        self.library, self.words, self.items = library, library.words, ItemWording(library)

    def line(self, told: Recommendation) -> str:
        """The recommendation in one line."""
        return self._of(told, "line")

    def said(self, told: Recommendation) -> str:
        """What the recommendation means."""
        return self._of(told, "said")

    def act(self, told: Recommendation) -> str:
        """The next act."""
        return self._of(told, "act")

    def tag(self, told: Recommendation) -> str:
        """The recommendation in one to three words."""
        return self._of(told, "tag")

    def outcome(self, outcome: str, field: str = "tag") -> str:
        """An outcome by itself, as a decision names it."""
        return self.items.verdict(f"outcome.{outcome}.{field}", outcome)

    def why(self, told: Recommendation) -> str:
        """The rule that decided, in one sentence with its figures."""
        decided = [reason for reason in told.grounds.reasons if reason.outcome is told.outcome]
        if decided:
            return self._reason(told, decided[0])
        if told.outcome is Outcome.NOT_ENOUGH:
            return self.words("phrases.too_open")
        signs = self._tally(told).behind("theirs")
        return self.items.verdict("rule.watch.reason" if signs else "rule.keep.reason", signs=self.items.listed(signs))

    def reasons(self, told: Recommendation) -> list[tuple[str, Outcome]]:
        """Every rule that held as a sentence, with what it asks for; the hardest first.

        Beside a reason to stop nothing else is said: no talk is owed where somebody was hurt or threatened.
        """
        stops = [reason for reason in told.grounds.reasons if reason.outcome is Outcome.LEAVE_NOW]
        return [(self._reason(told, reason), reason.outcome) for reason in stops or told.grounds.reasons]

    def bars(
        self, told: Recommendation, answers: Answers | None = None, beside: Mapping[str, str] | None = None
    ) -> list[Bar]:
        """What weighs, the heaviest first; the answers of the check make the evidence whole.

        ``beside`` is what else is to be said of a sign, such as the count of the log.
        """
        weighing = sorted((each for each in told.grounds.weighed if each.points), key=lambda each: -each.points)
        return [
            Bar(
                self.items.sign(each.sign, "name"),
                each.theirs,
                each.mine,
                self.items.verdict(f"state.{each.state}.word", each.state),
                self._evidence(told, each, answers or {}, (beside or {}).get(each.sign, "")),
            )
            for each in weighing
        ]

    def _evidence(self, told: Recommendation, each: "Weighed", answers: Answers, beside: str) -> str:
        said = self.items.evidence(told.assessment.instrument, each, answers)
        return self.words("phrases.between").join([said, beside]) if beside else said

    def works(self, told: Recommendation) -> list[str]:
        """The rules that were told, kept and respected."""
        from coach.engine.verdict.signs import SignState

        return [self.items.sign(each.sign, "works") for each in told.grounds.weighed if each.state is SignState.WORKS]

    def speaks(self, told: Recommendation) -> list[str]:
        """What speaks for the client."""
        return [self.items.sign(sign, "name") for sign in told.grounds.speaks]

    def missing(self, told: Recommendation) -> list[Missing]:
        """Boundaries not told, or told and not kept, where points weigh; each once, the heaviest first."""
        from coach.engine.verdict.signs import SignState

        open_ones: dict[str, str] = {}
        for each in sorted(told.grounds.weighed, key=lambda each: -each.points):
            rung = {SignState.UNSTATED: "told", SignState.STATED_NOT_KEPT: "kept"}.get(each.state)
            if rung and each.points and each.boundary and open_ones.get(each.boundary) != "told":
                open_ones[each.boundary] = rung
        return [
            Missing(
                self.words.say_or("boundaries", f"{name}.name", name),
                self.words.say_or("boundaries", f"{name}.{rung}", ""),
                name,
            )
            for name, rung in open_ones.items()
        ]

    def branch_lines(self, told: Recommendation) -> list[Branch]:
        """What comes before anything else: safety, the law, one's own health."""
        grounds, signs = told.grounds, (self.library.model.sign(each) for each in _serious(told))
        wanted = [grounds.branch, *(sign.branch for sign in signs if sign is not None)]
        wanted += ["care"] if any(reason.rule == WELFARE for reason in grounds.reasons) else []
        known = [name for name in dict.fromkeys(wanted) if name and self.words.has("verdict", f"branch.{name}.lines")]
        # Where somebody may be in danger, that is read first whatever else holds.
        known.sort(key=lambda name: name != "safety")
        return [
            Branch(
                name,
                self.items.verdict(f"branch.{name}.title", name),
                self.words.lines("verdict", f"branch.{name}.lines"),
            )
            for name in known
        ]

    def paces(self, told: Recommendation) -> list[str]:
        """How the way out begins."""
        return [self.items.verdict(f"pace.{pace}.line", pace) for pace in told.grounds.paces]

    def second_look(self, told: Recommendation) -> str:
        """When to look again before acting, or an empty string."""
        day = told.second_look_on
        return "" if day is None else self.items.verdict("second_look.line", date=self.words.day(day))

    def sure(self, told: Recommendation) -> str:
        """How far the open answers could still move it; empty for a record that does not say."""
        possible, count = told.grounds.sure, told.grounds.open_answers
        if len(possible) < 2:
            return self.items.verdict("sure.firm") if possible else ""
        between = self.items.verdict("sure.between", low=self.outcome(possible[0]), high=self.outcome(possible[-1]))
        return f"{between} {self.words.count('verdict', 'sure.answers', count)}" if count else between

    def changes(self, told: Recommendation, lever: bool | None = None) -> list[str]:
        """Which other answers would change it; ``lever`` picks those the owner can bring about alone, or the others."""
        return [self._change(told, each) for each in told.grounds.changes if lever is None or each.lever is lever]

    def unchanging(self, told: Recommendation) -> str:
        """That no one or two answers would change it; empty where some would, or where that was not tried."""
        grounds = told.grounds
        tried = len(grounds.sure) == 1 and not grounds.confirmed
        return self.items.verdict("change.none") if tried and not grounds.changes else ""

    def law(self, told: Recommendation) -> str:
        """That this is no legal advice, where the law or money is touched; else an empty string."""
        behind = {sign for reason in told.grounds.reasons for sign in reason.evidence}
        touched = any(branch.id in ("safety", "legal") for branch in self.branch_lines(told)) or behind & MONEY
        return self.items.verdict("law.line") if touched else ""

    def figures(self, told: Recommendation) -> str:
        """How heavy: theirs and mine, in points."""
        number = self.words.number
        return self.words("phrases.figures", theirs=number(told.grounds.theirs), mine=number(told.grounds.mine))

    def coverage(self, interview: "Interview") -> str:
        """How many of the questions that applied were answered."""
        kinds = [given.kind if (given := interview.answers.get(item)) else None for item in interview.asked()]
        applied = [kind for kind in kinds if kind is not AnswerKind.NOT_APPLICABLE]
        open_ones = sum(
            kind in (None, AnswerKind.DONT_KNOW, AnswerKind.RATHER_NOT_SAY, AnswerKind.SKIPPED) for kind in applied
        )
        count, total = len(applied) - open_ones, len(applied)
        return self.words("phrases.coverage.part" if open_ones else "phrases.coverage.all", count=count, total=total)

    def check(self, told: Recommendation) -> str:
        """Which check it was, and of which day."""
        row = told.assessment
        return self.words(f"phrases.check.{row.depth}", day=self.words.day(row.on_day))

    def versions(self, told: Recommendation) -> str:
        """By which model and which questions it was reached."""
        return self.words("phrases.versions", model=told.model, version=told.assessment.version)

    def _reason(self, told: Recommendation, reason: "Reason") -> str:
        signs, points, limit = reason.evidence, 0.0, 0.0
        weighed = _weighed_against(reason)
        if weighed is not None:
            measure, points, limit = weighed
            signs = self._tally(told).behind(measure)[: 1 if measure == "top_hard" else None]
        known = {each.sign for each in told.grounds.weighed} | set(_serious(told))
        named = [each for each in signs if each in known or self.words.has("signs", f"{each}.phrase")]
        number = self.words.number
        return self.items.verdict(
            f"rule.{reason.rule}.reason", reason.rule,
            signs=self.items.listed(named), points=number(points), limit=number(limit), count=len(named),
        )  # fmt: skip

    def _change(self, told: Recommendation, change: "Counterfactual") -> str:
        asked, answered, instrument = self.items.asked, self.items.answered, told.assessment.instrument
        pairs = [(asked(instrument, item), answered(instrument, item, token)) for item, token in change.parts]
        first = [self.words("phrases.change.part", question=question, answer=answer) for question, answer in pairs[:-1]]
        question = self.words("phrases.change.join").join([*first, pairs[-1][0]])
        blanks = {"question": question, "answer": pairs[-1][1], "outcome": self.outcome(change.outcome)}
        return self.items.verdict("change.item", **blanks)

    def _of(self, told: Recommendation, field: str) -> str:
        plain = self.items.verdict(f"outcome.{told.outcome}.{field}", told.outcome)
        return self.items.verdict(f"subtype.{told.subtype}.{field}", plain) if told.subtype else plain

    def _tally(self, told: Recommendation) -> "Tally":
        from coach.engine.verdict.signs import Tally

        grounds = told.grounds
        return Tally(grounds.weighed, grounds.confirmed, grounds.unclear, (), grounds.speaks)


def _serious(told: Recommendation) -> tuple[str, ...]:
    return told.grounds.confirmed + told.grounds.unclear


def _weighed_against(reason: "Reason") -> tuple[str, float, float] | None:
    """The measure that met its threshold, its points and that threshold; None where the rule asks for no points.

    The figures stand in the order of the rule, each measure before the threshold it was held against. The last one
    that was met counts, being the widest; where a direction decided, the one that came closest.
    """
    from coach.engine.verdict.signs import MEASURES

    found: list[tuple[str, float, float]] = []
    measure = ""
    for name, value in reason.figures.items():
        if name in MEASURES:
            measure = name
        elif measure in POINTS:
            found.append((measure, reason.figures[measure], value))
    met = [each for each in found if each[1] >= each[2]]
    return met[-1] if met else max(found, key=lambda each: each[1] - each[2], default=None)
