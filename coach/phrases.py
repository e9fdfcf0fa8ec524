"""A recommendation in words, the same for screens, plain prompts and reports. Knows wording; draws and decides nothing.

An id without wording, as an older record may hold, is said as it stands.
"""

from collections.abc import Iterable
from typing import NamedTuple

from coach.casebook.told import Told
from coach.engine.answer import Answers, Kind
from coach.engine.instrument import Part
from coach.engine.interview import Interview
from coach.engine.signs import MEASURES, State, Tally, Weighed
from coach.engine.verdict import Outcome, Reason
from coach.library.shelf import Library

NAMED = 3
"""Signs a sentence names before it counts the others."""

WELFARE = "welfare"
"""The rule that asks for care first."""

MONEY = frozenset({"owed", "late_payment", "invoice_dispute"})
"""Signs whose advice depends on the law of a country."""


class Bar(NamedTuple):
    """One sign that weighs: its points, split, how far the rule had come, and what was answered."""

    name: str
    theirs: float
    mine: float
    state: str
    evidence: str


class Missing(NamedTuple):
    """A boundary that is not yet told or not yet kept, and the next step to take."""

    boundary: str
    step: str


class Branch(NamedTuple):
    """What comes first where safety, the law or health is touched."""

    id: str
    title: str
    lines: tuple[str, ...]


class Phrases:
    """Puts recommendations into the words of one library."""

    def __init__(self, library: Library) -> None:
        self.library, self.words = library, library.words

    def line(self, told: Told) -> str:
        """The recommendation in one line."""
        return self._of(told, "line")

    def said(self, told: Told) -> str:
        """What the recommendation means."""
        return self._of(told, "said")

    def act(self, told: Told) -> str:
        """The next act."""
        return self._of(told, "act")

    def tag(self, told: Told) -> str:
        """The recommendation in one to three words."""
        return self._of(told, "tag")

    def outcome(self, outcome: str, field: str = "tag") -> str:
        """An outcome by itself, as a decision names it."""
        return self._verdict(f"outcome.{outcome}.{field}", outcome)

    def why(self, told: Told) -> str:
        """The rule that decided, in one sentence with its figures."""
        decided = [reason for reason in told.grounds.reasons if reason.outcome is told.outcome]
        if decided:
            return self._reason(told, decided[0])
        if told.outcome is Outcome.NOT_ENOUGH:
            return self.words("phrases.too_open")
        signs = self._tally(told).behind("theirs")
        return self._verdict("rule.watch.reason" if signs else "rule.keep.reason", "", signs=self._listed(signs))

    def reasons(self, told: Told) -> list[tuple[str, Outcome]]:
        """Every rule that held as a sentence, with what it asks for; the hardest first."""
        return [(self._reason(told, reason), reason.outcome) for reason in told.grounds.reasons]

    def bars(self, told: Told, answers: Answers | None = None) -> list[Bar]:
        """What weighs, the heaviest first; the answers of the check make the evidence whole."""
        weighing = sorted((each for each in told.grounds.weighed if each.points), key=lambda each: -each.points)
        return [
            Bar(
                self._sign(each.sign, "name"),
                each.theirs,
                each.mine,
                self._verdict(f"state.{each.state}.word", each.state),
                self._evidence(told, each, answers or {}),
            )
            for each in weighing
        ]

    def works(self, told: Told) -> list[str]:
        """The rules that were told, kept and respected."""
        return [self._sign(each.sign, "works") for each in told.grounds.weighed if each.state is State.WORKS]

    def speaks(self, told: Told) -> list[str]:
        """What speaks for the client."""
        return [self._sign(sign, "name") for sign in told.grounds.speaks]

    def missing(self, told: Told) -> list[Missing]:
        """Boundaries not told, or told and not kept, where points weigh; each once, the heaviest first."""
        open_ones: dict[str, str] = {}
        for each in sorted(told.grounds.weighed, key=lambda each: -each.points):
            rung = {State.UNSTATED: "told", State.STATED_NOT_KEPT: "kept"}.get(each.state)
            if rung and each.points and each.boundary and open_ones.get(each.boundary) != "told":
                open_ones[each.boundary] = rung
        return [
            Missing(self._worded("boundaries", f"{name}.name", name), self._worded("boundaries", f"{name}.{rung}", ""))
            for name, rung in open_ones.items()
        ]

    def branch_lines(self, told: Told) -> list[Branch]:
        """What comes before anything else: safety, the law, one's own health."""
        grounds, signs = told.grounds, (self.library.model.sign(each) for each in _serious(told))
        wanted = [grounds.branch, *(sign.branch for sign in signs if sign is not None)]
        wanted += ["care"] if any(reason.rule == WELFARE for reason in grounds.reasons) else []
        known = [name for name in dict.fromkeys(wanted) if name and self.words.has("verdict", f"branch.{name}.lines")]
        # Where somebody may be in danger, that is read first whatever else holds.
        known.sort(key=lambda name: name != "safety")
        return [
            Branch(name, self._verdict(f"branch.{name}.title", name), self.words.lines("verdict", f"branch.{name}.lines"))
            for name in known
        ]

    def paces(self, told: Told) -> list[str]:
        """How the way out begins."""
        return [self._verdict(f"pace.{pace}.line", pace) for pace in told.grounds.paces]

    def second_look(self, told: Told) -> str:
        """When to look again before acting, or an empty string."""
        day = told.second_look_on
        return "" if day is None else self._verdict("second_look.line", "", date=self.words.day(day))

    def law(self, told: Told) -> str:
        """That this is no legal advice, where the law or money is touched; else an empty string."""
        behind = {sign for reason in told.grounds.reasons for sign in reason.evidence}
        touched = any(branch.id in ("safety", "legal") for branch in self.branch_lines(told)) or behind & MONEY
        return self._verdict("law.line", "") if touched else ""

    def figures(self, told: Told) -> str:
        """How heavy: theirs and mine, in points."""
        number = self.words.number
        return self.words("phrases.figures", theirs=number(told.grounds.theirs), mine=number(told.grounds.mine))

    def coverage(self, interview: Interview) -> str:
        """How many of the questions that applied were answered."""
        kinds = [given.kind if (given := interview.answers.get(item)) else None for item in interview.asked()]
        applied = [kind for kind in kinds if kind is not Kind.NOT_APPLICABLE]
        open_ones = sum(kind in (None, Kind.DONT_KNOW, Kind.RATHER_NOT_SAY, Kind.SKIPPED) for kind in applied)
        count, total = len(applied) - open_ones, len(applied)
        return self.words("phrases.coverage.part" if open_ones else "phrases.coverage.all", count=count, total=total)

    def check(self, told: Told) -> str:
        """Which check it was, and of which day."""
        row = told.assessment
        return self.words(f"phrases.check.{row.depth}", day=self.words.day(row.on_day))

    def versions(self, told: Told) -> str:
        """By which model and which questions it was reached."""
        return self.words("phrases.versions", model=told.model, version=told.assessment.version)

    def _reason(self, told: Told, reason: Reason) -> str:
        signs, points, limit = reason.evidence, 0.0, 0.0
        weighed = _weighed_against(reason)
        if weighed is not None:
            measure, points, limit = weighed
            signs = self._tally(told).behind(measure)[: 1 if measure == "top_hard" else None]
        known = {each.sign for each in told.grounds.weighed} | set(_serious(told))
        named = [each for each in signs if each in known or self.words.has("signs", f"{each}.phrase")]
        number = self.words.number
        return self._verdict(
            f"rule.{reason.rule}.reason", reason.rule,
            signs=self._listed(named), points=number(points), limit=number(limit), count=len(named),
        )  # fmt: skip

    def _evidence(self, told: Told, each: Weighed, answers: Answers) -> str:
        if each.sign not in answers:
            return self._verdict(f"state.{each.state}.phrase", each.state)
        token = answers[each.sign].token
        parts = [self._often(told, each.sign, token)]
        for part in Part:
            given = answers.get(f"{each.sign}.{part}")
            if given is not None:
                parts.append(self._worded("screens", f"phrases.{part}.{given.token}", self.words(f"phrases.{part}.unknown")))
            elif part is Part.TOLD:
                parts.append(self.words("phrases.told.unasked"))
        return self.words("phrases.between").join(parts)

    def _often(self, told: Told, sign: str, token: str) -> str:
        item = self.library.instrument(told.assessment.instrument).items.get(sign)
        for file, key in (
            ("screens", f"phrases.often.{sign}.{token}"),
            ("screens", f"phrases.often.{token}"),
            ("responses", f"{item.responses}.{token}" if item else ""),
        ):
            if self.words.has(file, key):
                return self.words.say(file, key)
        return token

    def _of(self, told: Told, field: str) -> str:
        plain = self._verdict(f"outcome.{told.outcome}.{field}", told.outcome)
        return self._verdict(f"subtype.{told.subtype}.{field}", plain) if told.subtype else plain

    def _sign(self, sign: str, field: str) -> str:
        return self._worded("signs", f"{sign}.{field}", self._worded("signs", f"{sign}.name", sign))

    def _verdict(self, key: str, otherwise: str, **blanks: object) -> str:
        return self._worded("verdict", key, otherwise, **blanks)

    def _worded(self, file: str, key: str, otherwise: str, **blanks: object) -> str:
        return self.words.say(file, key, **blanks) if self.words.has(file, key) else otherwise

    def _listed(self, signs: Iterable[str]) -> str:
        """Phrases of signs as one list; after a few of them the others are counted."""
        all_of = [self._sign(each, "phrase") for each in signs]
        named = all_of if len(all_of) <= NAMED + 1 else all_of[:NAMED]
        if len(named) < len(all_of):
            named.append(self.words.count("screens", "phrases.list.others", len(all_of) - len(named)))
        if len(named) < 2:
            return "".join(named)
        return self.words("phrases.list.and", first=self.words("phrases.list.comma").join(named[:-1]), last=named[-1])

    def _tally(self, told: Told) -> Tally:
        grounds = told.grounds
        return Tally(grounds.weighed, grounds.confirmed, grounds.unclear, (), grounds.speaks)


def _serious(told: Told) -> tuple[str, ...]:
    return told.grounds.confirmed + told.grounds.unclear


def _weighed_against(reason: Reason) -> tuple[str, float, float] | None:
    """The measure that met its threshold, its points and that threshold; None where the rule asks for no points.

    The figures stand in the order of the rule, each measure before the threshold it was held against. The last one
    that was met counts, being the widest; where a direction decided, the one that came closest.
    """
    found: list[tuple[str, float, float]] = []
    measure = ""
    for name, value in reason.figures.items():
        if name in MEASURES:
            measure = name
        elif measure:
            found.append((measure, reason.figures[measure], value))
    met = [each for each in found if each[1] >= each[2]]
    return met[-1] if met else max(found, key=lambda each: each[1] - each[2], default=None)
