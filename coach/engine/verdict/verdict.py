"""From a tally to a recommendation: which rules hold, the hardest of them, and why.

Points add up; reasons to stop do not. Every number and every rule comes with the model; this module knows only how
they are joined. Order of answering plays no part, and what speaks for a client can only soften.
"""

from collections.abc import Mapping

from coach.engine.interview.answer import AnswerKind, Answers
from coach.engine.interview.instrument import Item
from coach.engine.interview.relevance import NEVER, Condition, Reaches, holds, leaves
from coach.engine.value import NOTHING, Value
from coach.engine.verdict.outcome import LADDER as LADDER
from coach.engine.verdict.outcome import Outcome as Outcome
from coach.engine.verdict.signs import NO_CONTEXT, Context, Shares, Sign, SignClass, Tally, tally


class Threshold(Value):
    """A number of points a rule asks for; ``raised`` holds instead from ``speaks`` good things on.

    ``near`` says whether the direction decides close to it.
    """

    value: float
    raised: float | None = None
    speaks: int = 0
    near: bool = True


class Rule(Value):
    """When ``when`` holds, at least ``outcome``. ``second_look`` asks for a night or two before acting."""

    id: str
    outcome: Outcome
    when: Condition
    subtype: str = ""
    second_look: bool = False


class Model(Value):
    """The decision model: signs, shares, thresholds and rules.

    ``near`` is how close to a threshold a direction decides; ``worse`` and ``better`` say which it is. ``enough`` is
    the least share of answered items. ``paces`` and ``second_look`` shape the way out, never the outcome; ``finishing``
    turns an exit into finishing the job and not renewing it.
    """

    version: int
    signs: tuple[Sign, ...]
    shares: Shares
    strong: int
    thresholds: Mapping[str, Threshold]
    rules: tuple[Rule, ...]
    enough: float
    near: float
    worse: Condition = NEVER
    better: Condition = NEVER
    second_look: Condition = NEVER
    finishing: Condition = NEVER
    paces: Mapping[str, Condition] = NOTHING

    def sign(self, sign_id: str) -> Sign | None:
        """The sign of that id, or None."""
        return next((sign for sign in self.signs if sign.id == sign_id), None)


class Reason(Value):
    """A rule that held, with the signs or items behind it, heaviest first, and the figures it looked at."""

    rule: str
    outcome: Outcome
    subtype: str
    evidence: tuple[str, ...]
    figures: Mapping[str, float]


class Verdict(Value):
    """A recommendation and all it rests on. ``coverage`` runs from 0 to 1."""

    outcome: Outcome
    subtype: str
    reasons: tuple[Reason, ...]
    tally: Tally
    coverage: float
    second_look: bool
    branch: str
    paces: tuple[str, ...]

    @property
    def rule(self) -> str:
        """The id of the rule that decided, or an empty string."""
        return self.reasons[0].rule if self.reasons else ""


def decide(answers: Answers, asked: Mapping[str, Item], model: Model, context: Context = NO_CONTEXT) -> Verdict:
    """The recommendation for these answers.

    ``asked`` holds every item relevant under them, for coverage; ``answers`` may carry more, such as one's own limits.
    """
    counted = tally(model.signs, answers, model.shares, model.strong, context)
    held = _rules_that_hold(answers, model, counted)
    covered = coverage(answers, asked)
    rung = max((LADDER.index(rule.outcome) for rule in held), default=0)
    outcome = LADDER[rung]
    thin = covered < model.enough or _passed_over(answers, asked, model)
    if thin and rung <= LADDER.index(Outcome.SET_BOUNDARIES):
        outcome = Outcome.NOT_ENOUGH
    reasons = tuple(_reason(rule, model, counted) for rule in sorted(held, key=lambda r: -LADDER.index(r.outcome)))
    deciding = [rule for rule in held if rule.outcome is outcome]
    subtype = next((rule.subtype for rule in deciding if rule.subtype), "")
    if outcome is Outcome.PLAN_EXIT and holds(model.finishing, answers):
        subtype = "finish"
    stopped = outcome is Outcome.LEAVE_NOW and bool(counted.confirmed)
    leaving = outcome in (Outcome.PLAN_EXIT, Outcome.LEAVE_NOW)
    unsaid = any(answers[stop].kind is AnswerKind.RATHER_NOT_SAY for stop in _stops(model) if stop in answers)
    branches = ["safety"] if unsaid else []
    branches += [sign.branch for sign in model.signs if sign.id in counted.confirmed + counted.unclear and sign.branch]
    return Verdict(
        outcome,
        subtype,
        reasons,
        counted,
        covered,
        not stopped and (any(rule.second_look for rule in deciding) or holds(model.second_look, answers)),
        branches[0] if branches else "",
        tuple(pace for pace, when in model.paces.items() if holds(when, answers)) if leaving and not stopped else (),
    )


def hardest(answers: Answers, model: Model, measures: Mapping[str, float]) -> Outcome:
    """The hardest outcome among the rules that hold, coverage left aside."""

    def reached(leaf: Reaches) -> bool:
        return reaches(leaf, model, answers, measures)

    rungs = [LADDER.index(rule.outcome) for rule in model.rules if holds(rule.when, answers, reached)]
    return LADDER[max(rungs, default=0)]


def _passed_over(answers: Answers, asked: Mapping[str, Item], model: Model) -> bool:
    """Whether a reason to stop was asked about and skipped: that is never read as no."""
    open_stops = (stop for stop in _stops(model) if stop in asked)
    return any(stop not in answers or answers[stop].kind is AnswerKind.SKIPPED for stop in open_stops)


def _stops(model: Model) -> tuple[str, ...]:
    return tuple(sign.id for sign in model.signs if sign.kind is SignClass.KNOCK_OUT)


def coverage(answers: Answers, asked: Mapping[str, Item]) -> float:
    """Answered ÷ relevant, without what was called not applicable; 1 where nothing is asked."""
    kinds = [answers[item].kind if item in answers else None for item in asked]
    relevant = [kind for kind in kinds if kind is not AnswerKind.NOT_APPLICABLE]
    answered = sum(
        kind in (AnswerKind.OPTION, AnswerKind.NUMBER, AnswerKind.TEXT, AnswerKind.TICKED) for kind in relevant
    )
    return answered / len(relevant) if relevant else 1.0


def reaches(leaf: Reaches, model: Model, answers: Answers, measures: Mapping[str, float]) -> bool:
    """Whether a measure reaches its threshold; close to one that has a name, the direction decides."""
    value, limit = measures[leaf.measure], limit_of(leaf, model, measures)
    if near(leaf, model, value, limit):
        if holds(model.worse, answers):
            return value > 0
        if holds(model.better, answers):
            return False
    return value >= limit


def near(leaf: Reaches, model: Model, value: float, limit: float) -> bool:
    """Whether a measure is so close to a threshold that the direction decides."""
    named = isinstance(leaf.threshold, str) and model.thresholds[leaf.threshold].near
    return named and abs(value - limit) <= model.near


def limit_of(leaf: Reaches, model: Model, measures: Mapping[str, float]) -> float:
    """The number of points a leaf asks for, raised where enough speaks for the client."""
    if not isinstance(leaf.threshold, str):
        return float(leaf.threshold)
    threshold = model.thresholds[leaf.threshold]
    kind = threshold.raised is not None and measures["speaks"] >= threshold.speaks
    return threshold.raised if kind and threshold.raised is not None else threshold.value


def _rules_that_hold(answers: Answers, model: Model, counted: Tally) -> list[Rule]:
    def reached(leaf: Reaches) -> bool:
        return reaches(leaf, model, answers, counted.measures)

    return [rule for rule in model.rules if holds(rule.when, answers, reached)]


def _reason(rule: Rule, model: Model, counted: Tally) -> Reason:
    evidence: list[str] = []
    figures: dict[str, float] = {}
    for leaf in leaves(rule.when):
        if isinstance(leaf, Reaches):
            evidence.extend(counted.behind(leaf.measure))
            figures[leaf.measure] = counted.measures[leaf.measure]
            if isinstance(leaf.threshold, str):
                figures[leaf.threshold] = limit_of(leaf, model, counted.measures)
        else:
            evidence.append(leaf.item)
    return Reason(rule.id, rule.outcome, rule.subtype, tuple(dict.fromkeys(evidence)), figures)
