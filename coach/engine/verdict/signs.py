"""From answers to points: how often each sign happened, whose part it is, and what the sums are.

Source of the states and shares: the fairness rule (S000-04 to S000-06, S001-51, S001-52). Knows no rule that draws a
conclusion, no wording and no order of asking.
"""

from collections.abc import Mapping
from enum import StrEnum

from coach.engine.interview.answer import AnswerKind, Answers
from coach.engine.interview.relevance import NEVER, Condition, holds
from coach.engine.value import NOTHING, Value


class SignClass(StrEnum):
    """What a sign may do: decide alone, count with its rule, count as arithmetic, count for oneself, speak for them."""

    KNOCK_OUT = "knock_out"
    CONDITIONAL = "conditional"
    ECONOMIC = "economic"
    WELFARE = "welfare"
    SPEAKS = "speaks"


class SignState(StrEnum):
    """How far the rule against a sign had come when it happened."""

    REFUSED = "refused"
    ENFORCED = "enforced"
    WORKS = "works"
    STATED_NOT_KEPT = "stated_not_kept"
    UNSTATED = "unstated"


class Sign(Value):
    """A behaviour or fact that counts.

    ``confirmed`` and ``unclear`` decide a knock-out; for the other classes ``confirmed`` says that it weighs.
    ``levels`` give a frequency 4 to 1 to a sign that is not asked by frequency, ``weights`` a weight by answer; in both
    the first condition that holds counts.
    """

    id: str
    kind: SignClass
    weight: int = 0
    boundary: str = ""
    branch: str = ""
    confirmed: Condition = NEVER
    unclear: Condition = NEVER
    levels: tuple[tuple[int, Condition], ...] = ()
    weights: tuple[tuple[int, Condition], ...] = ()
    sources: tuple[str, ...] = ()


class Shares(Value):
    """The part of a sign's points that is theirs, by state; the rest is mine."""

    refused: float
    enforced: float
    mostly_kept: float
    rarely_kept: float
    unstated: float


class Weighed(Value):
    """One sign that happened: points = weight × frequency, split between them and me."""

    sign: str
    boundary: str
    frequency: int
    weight: int
    state: SignState
    theirs: float
    mine: float

    @property
    def points(self) -> int:
        """Weight × frequency, whoever's part it is; none where the rule works."""
        return 0 if self.state is SignState.WORKS else self.weight * self.frequency


class Context(Value):
    """What the records say beside the answers, as boundaries: those of a last try that failed, those open elsewhere.

    A try has failed where I kept to its rules, they did not follow, and it ended within twelve months.
    """

    failed: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()


NO_CONTEXT = Context()


class Tally(Value):
    """The signs of one set of answers, weighed, and the measures the rules look at."""

    weighed: tuple[Weighed, ...]
    confirmed: tuple[str, ...]
    unclear: tuple[str, ...]
    weighing: tuple[str, ...]
    speaks: tuple[str, ...]
    measures: Mapping[str, float] = NOTHING

    def behind(self, measure: str) -> tuple[str, ...]:
        """The signs that make a measure up, heaviest first."""
        ranked = sorted(self.weighed, key=lambda each: (-each.points, each.sign))
        picks = {
            "knock_outs": self.confirmed,
            "unclear": self.unclear,
            "weighing": self.weighing,
            "speaks": self.speaks,
        }
        if measure in picks:
            return picks[measure]
        return tuple(each.sign for each in ranked if each.points and _COUNTS.get(measure, _all_of)(each))


def frequency(sign: Sign, answers: Answers) -> int:
    """How often a sign happened, 0 to 4; ticked but not counted reads as once, the milder reading."""
    if sign.levels:
        return next((level for level, when in sign.levels if holds(when, answers)), 0)
    given = answers.get(sign.id)
    if given is None:
        return 0
    if given.kind is AnswerKind.TICKED:
        return 1
    return int(given.option) if given.kind is AnswerKind.OPTION and given.option.isdigit() else 0


def state_of(sign_id: str, answers: Answers) -> tuple[SignState, str]:
    """The state of the rule against a sign, and how it was kept; what is not known is read the milder way."""
    told, kept, then = (
        answers[item].token if (item := f"{sign_id}.{part}") in answers else "" for part in ("told", "kept", "then")
    )
    if told not in ("writing", "aloud"):
        return SignState.UNSTATED, kept
    if kept == AnswerKind.NOT_APPLICABLE:
        # Where there is nothing to keep to, telling was all there was to do.
        kept = "each"
    if then == "refused":
        return SignState.REFUSED, kept
    if kept in ("each", "mostly") and then != "went_on":
        return SignState.WORKS, kept
    if kept == "each":
        return SignState.ENFORCED, kept
    return SignState.STATED_NOT_KEPT, kept


def weigh(sign: Sign, answers: Answers, shares: Shares) -> Weighed | None:
    """One conditional sign weighed, or None where it did not happen."""
    often = frequency(sign, answers)
    if not often:
        return None
    state, kept = state_of(sign.id, answers)
    weight = next((each for each, when in sign.weights if holds(when, answers)), sign.weight)
    share = {
        SignState.REFUSED: shares.refused,
        SignState.ENFORCED: shares.enforced,
        SignState.STATED_NOT_KEPT: shares.mostly_kept if kept == "mostly" else shares.rarely_kept,
        SignState.UNSTATED: shares.unstated,
        SignState.WORKS: 0.0,
    }[state]
    points = 0 if state is SignState.WORKS else weight * often
    return Weighed(sign.id, sign.boundary, often, weight, state, points * share, points * (1 - share))


def tally(signs: tuple[Sign, ...], answers: Answers, shares: Shares, strong: int, context: Context) -> Tally:
    """Weigh every sign and add up. ``strong`` is the points from which one enforced sign counts as strong."""
    weighed = tuple(
        each
        for sign in signs
        if sign.kind is SignClass.CONDITIONAL and (each := weigh(sign, answers, shares)) is not None
    )
    confirmed = _that(signs, SignClass.KNOCK_OUT, answers)
    unclear = tuple(
        sign.id
        for sign in signs
        if sign.kind is SignClass.KNOCK_OUT and sign.id not in confirmed and holds(sign.unclear, answers)
    )
    told = tuple(each.sign for each in weighed if _told(each))
    other = _that(signs, SignClass.ECONOMIC, answers) + _that(signs, SignClass.WELFARE, answers)
    speaks = _that(signs, SignClass.SPEAKS, answers)
    hard = [each for each in weighed if _hard(each)]
    measures = {
        "knock_outs": len(confirmed),
        "unclear": len(unclear),
        "theirs": sum(each.theirs for each in weighed),
        "mine": sum(each.mine for each in weighed),
        "hard": sum(each.theirs for each in hard),
        "strong": sum(each.points >= strong for each in hard),
        "top_hard": max((each.points for each in hard), default=0),
        "told": sum(each.points for each in weighed if _told(each)),
        "open": sum(each.points for each in weighed if _open(each)),
        "lapsed": sum(each.points for each in weighed if each.state is SignState.STATED_NOT_KEPT),
        "held": sum(each.points for each in hard),
        "weighing": len(told) + len(other),
        "ever_told": sum(each.state is not SignState.UNSTATED for each in weighed),
        "going_on": sum(each.points > 0 for each in weighed),
        "speaks": len(speaks),
        "failed_try": float(any(each.points and each.boundary in context.failed for each in weighed)),
        "elsewhere": sum(_open(each) and each.boundary in context.elsewhere for each in weighed),
    }
    return Tally(weighed, confirmed, unclear, told + other, speaks, derived(measures))


def derived(measures: Mapping[str, float]) -> dict[str, float]:
    """The measures with those that follow from others: the habit is mine where more was told and lapsed than held."""
    return {**measures, "own_habit": float(measures["lapsed"] > measures["held"])}


def _that(signs: tuple[Sign, ...], kind: SignClass, answers: Answers) -> tuple[str, ...]:
    return tuple(sign.id for sign in signs if sign.kind is kind and holds(sign.confirmed, answers))


def _all_of(_: Weighed) -> bool:
    return True


def _hard(each: Weighed) -> bool:
    return each.state in (SignState.ENFORCED, SignState.REFUSED)


def _told(each: Weighed) -> bool:
    return each.state not in (SignState.UNSTATED, SignState.WORKS)


def _open(each: Weighed) -> bool:
    return each.state in (SignState.UNSTATED, SignState.STATED_NOT_KEPT)


MEASURES = frozenset(
    {
        "knock_outs", "unclear", "theirs", "mine", "hard", "strong", "top_hard", "told", "open", "own_habit", "lapsed",
        "held", "weighing", "ever_told", "going_on", "speaks", "failed_try", "elsewhere",
    }
)  # fmt: skip
"""Everything a rule may ask a tally for."""

_COUNTS = {"hard": _hard, "strong": _hard, "top_hard": _hard, "told": _told, "open": _open, "elsewhere": _open}
