"""How sure a recommendation is: every outcome that the open answers could still lead to.

Open items that lean on each other form a cluster; each cluster is answered in every way, its ways are reduced to what
they do to the rules, and the clusters are added up with sums capped where no rule looks any further. Knows no wording.
"""

from collections.abc import Callable, Iterable, Mapping

from coach.engine.interview.answer import Answers
from coach.engine.interview.instrument import Ask, Item
from coach.engine.interview.interview import Interview
from coach.engine.interview.relevance import All, AnyOf, Condition, FigureIs, Is, Not, Reaches, holds, leaves
from coach.engine.value import Value
from coach.engine.verdict.completions import clusters, completions, conditions, free, open_items
from coach.engine.verdict.signs import NO_CONTEXT, Context, Sign, derived, tally
from coach.engine.verdict.verdict import LADDER, Model, Outcome, limit_of, near

Sums = tuple[float, ...]
Truths = tuple[bool | None, ...]
State = tuple[Sums, Truths]
RUNGS = {outcome: place for place, outcome in enumerate(LADDER)}


class _Board(Value):
    """What stays the same while completions are tried.

    A state is the sums so far and the truth of every question the rules ask of items, None while that is open.
    """

    model: Model
    fixed: Answers
    context: Context
    names: tuple[str, ...]
    caps: tuple[float, ...]
    leaves: tuple[Is | FigureIs, ...]

    def sums(self, signs: Iterable[Sign], answers: Answers) -> Sums:
        """The sums of some signs alone, followed as far as any rule looks."""
        measures = tally(tuple(signs), answers, self.model.shares, self.model.strong, self.context).measures
        return tuple(min(measures[name], cap) for name, cap in zip(self.names, self.caps, strict=True))

    def truths(self, answers: Answers, known: frozenset[str]) -> Truths:
        """The truth of each question about the items known; None for the others."""
        return tuple(holds(leaf, answers) if leaf.item in known else None for leaf in self.leaves)

    def add(self, one: State, other: State) -> State:
        """Two states together: sums added and capped, questions answered by whichever knows."""
        sums = tuple(
            max(a, b) if name in LARGEST else min(a + b, cap)
            for name, cap, a, b in zip(self.names, self.caps, one[0], other[0], strict=True)
        )
        return sums, tuple(b if a is None else a for a, b in zip(one[1], other[1], strict=True))

    def outcome(self, state: State) -> Outcome:
        """The hardest outcome of a state in which every question is answered."""
        measures = derived(dict(zip(self.names, state[0], strict=True)))
        truths = dict(zip(self.leaves, state[1], strict=True))

        def reached(leaf: Reaches) -> bool:
            value, limit = measures[leaf.measure], limit_of(leaf, self.model, measures)
            if near(leaf, self.model, value, limit):
                if settle(self.model.worse, truths, _unmeasured):
                    return value > 0
                if settle(self.model.better, truths, _unmeasured):
                    return False
            return value >= limit

        rungs = [RUNGS[rule.outcome] for rule in self.model.rules if settle(rule.when, truths, reached)]
        return LADDER[max(rungs, default=0)]

    def folded(self, state: State) -> tuple[int, State]:
        """The rung a state is sure of, and the state without what no harder rule could still use."""
        truths = dict(zip(self.leaves, state[1], strict=True))
        sums = dict(zip(self.names, state[0], strict=True))

        def sure(leaf: Reaches) -> bool | None:
            return True if sums.get(leaf.measure, 0.0) >= self._surely(leaf) else None

        settled = [(RUNGS[rule.outcome], rule.when, settle(rule.when, truths, sure)) for rule in self.model.rules]
        rung = max((place for place, _, truth in settled if truth), default=0)
        alive = [when for place, when, truth in settled if place > rung and truth is None]
        used = {leaf for when in (*alive, self.model.worse, self.model.better) for leaf in leaves(when)}
        wanted = {leaf.measure for leaf in used if isinstance(leaf, Reaches)} | ({"speaks"} if alive else set())
        if "own_habit" in wanted:
            wanted |= {"lapsed", "held"}
        kept = tuple(value if name in wanted else 0.0 for name, value in sums.items())
        return rung, (kept, tuple(truth if leaf in used else False for leaf, truth in truths.items()))

    def _surely(self, leaf: Reaches) -> float:
        if leaf.measure == "own_habit":
            return float("inf")
        most = max(limit_of(leaf, self.model, {"speaks": many}) for many in (0, 99))
        return most + (self.model.near + 0.01 if isinstance(leaf.threshold, str) else 0.0)


LARGEST = frozenset({"top_hard", "failed_try"})
"""Measures that are the largest of their parts rather than the sum."""


def _unmeasured(_: Reaches) -> bool | None:
    return False


def settle(
    condition: Condition, truths: Mapping[Is | FigureIs, bool | None], reached: Callable[[Reaches], bool | None]
) -> bool | None:
    """Whether a condition holds: True, False, or None where that is still open."""
    match condition:
        case Reaches():
            return reached(condition)
        case Is() | FigureIs():
            return truths[condition]
        case Not(part):
            inner = settle(part, truths, reached)
            return None if inner is None else not inner
        case All(parts):
            found = [settle(part, truths, reached) for part in parts]
            return False if False in found else None if None in found else True
        case AnyOf(parts):
            found = [settle(part, truths, reached) for part in parts]
            return True if True in found else None if None in found else False


def possible_outcomes(
    interview: Interview, model: Model, limits: Answers, context: Context = NO_CONTEXT
) -> frozenset[Outcome]:
    """Every outcome over all completions of the open items; one alone means that the recommendation is firm."""
    unknown = {item.id for item in open_items(interview) if item.ask is Ask.CHOICE}
    fixed = {**limits, **{item: given for item, given in interview.relevant().items() if item not in unknown}}
    mattering = _mattering(model)
    open_now = free(interview, unknown & mattering, mattering)
    touched = [sign for sign in model.signs if sign.id in open_now or conditions(sign) & set(open_now)]
    board = _Board(model, fixed, context, SUMMED, _caps(model), _rule_leaves(model))
    rest = frozenset(leaf.item for leaf in board.leaves) - set(open_now)
    start = board.sums([sign for sign in model.signs if sign not in touched], fixed), board.truths(fixed, rest)
    ways = [_ways(board, interview, cluster, touched) for cluster in clusters(open_now, touched)]
    reached = _sampled(board, start, ways)
    states = {board.folded(start)}
    for effects in ways:
        grown = {(rung, board.add(state, effect)) for rung, state in states for effect in effects}
        folded = {(max(rung, more), state) for rung, each in grown for more, state in (board.folded(each),)}
        # A state can only end on its rung or a harder one: where all of those are known to be reached, it is done.
        states = {(rung, state) for rung, state in folded if not set(LADDER[rung:]) <= reached}
    ends = {LADDER[max(rung, RUNGS[board.outcome(state)])] for rung, state in states}
    return frozenset(reached | ends)


def _sampled(board: _Board, start: State, ways: list[list[State]]) -> set[Outcome]:
    """Outcomes of completions in which one cluster at a time goes any way and the others the mildest."""

    def all_together(effects: Iterable[State]) -> State:
        state = start
        for effect in effects:
            state = board.add(state, effect)
        return state

    mildest = [min(effects, key=lambda effect: sum(effect[0])) for effects in ways]
    hardest_ways = [max(effects, key=lambda effect: sum(effect[0])) for effects in ways]
    found = {board.outcome(all_together(each)) for each in (mildest, hardest_ways)}
    for place, effects in enumerate(ways):
        for effect in effects:
            found.add(board.outcome(all_together([*mildest[:place], effect, *mildest[place + 1 :]])))
    return found


def _ways(board: _Board, interview: Interview, cluster: tuple[Item, ...], touched: list[Sign]) -> list[State]:
    """What the ways of answering a cluster come to, each once."""
    ids = frozenset(item.id for item in cluster)
    signs = [sign for sign in touched if sign.id in ids or conditions(sign) & ids]
    found: dict[State, None] = {}
    for completion in completions(cluster, interview, board.fixed):
        answers = {**board.fixed, **completion}
        found[board.sums(signs, answers), board.truths(answers, ids)] = None
    return list(found)


def _rule_leaves(model: Model) -> tuple[Is | FigureIs, ...]:
    conditions = (*(rule.when for rule in model.rules), model.worse, model.better)
    named = (leaf for each in conditions for leaf in leaves(each))
    return tuple(dict.fromkeys(leaf for leaf in named if not isinstance(leaf, Reaches)))


def _mattering(model: Model) -> frozenset[str]:
    named = {leaf.item for leaf in _rule_leaves(model)}
    for sign in model.signs:
        named |= {sign.id} | conditions(sign)
    return frozenset(named)


SUMMED = (
    "knock_outs", "unclear", "hard", "strong", "top_hard", "told", "open", "lapsed", "held", "weighing", "ever_told",
    "going_on", "speaks", "failed_try", "elsewhere", "theirs", "mine",
)  # fmt: skip
"""The measures that add up sign by sign; the rest follow from them."""


def _caps(model: Model) -> tuple[float, ...]:
    """How far each sum need be followed: past the highest threshold a rule asks of it, no further."""
    caps: dict[str, float] = {"speaks": max((each.speaks for each in model.thresholds.values()), default=0)}
    for rule in model.rules:
        for leaf in leaves(rule.when):
            if isinstance(leaf, Reaches):
                most = max(limit_of(leaf, model, {"speaks": many}) for many in (0, 99))
                caps[leaf.measure] = max(caps.get(leaf.measure, 0.0), most + model.near + 1)
                if leaf.measure == "own_habit":
                    caps |= {"lapsed": float("inf"), "held": float("inf")}
    return tuple(caps.get(name, 0.0) for name in SUMMED)
