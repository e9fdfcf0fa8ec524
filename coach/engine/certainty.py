"""How sure a recommendation is: every outcome that the open answers could still lead to.

Open items that lean on each other form a cluster; each cluster is answered in every way, its ways are reduced to what
they do to the rules, and the clusters are added up with sums capped where no rule looks any further. Knows no wording.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from coach.engine.answer import Answer, Answers, Kind, chosen
from coach.engine.instrument import HAPPENED, Ask, Item
from coach.engine.interview import Interview
from coach.engine.relevance import Figure, Is, Reaches, holds, items_in, leaves
from coach.engine.signs import Context, Sign, SignClass, derived, tally
from coach.engine.verdict import Model, Outcome, hardest, limit_of

MOST_STATES = 20_000
"""States kept at once; beyond, only one in each outcome's share is followed, and the width may read too narrow."""

Sums = tuple[float, ...]
Picks = tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class _Board:
    """What stays the same while completions are tried."""

    model: Model
    fixed: Answers
    context: Context
    names: tuple[str, ...]
    caps: Mapping[str, float]
    asked_by_rules: frozenset[str]

    def sums(self, signs: Iterable[Sign], answers: Answers) -> Sums:
        measures = tally(tuple(signs), answers, self.model.shares, self.model.strong, self.context).measures
        return tuple(measures[name] for name in self.names)

    def add(self, one: Sums, other: Sums) -> Sums:
        return tuple(
            max(a, b) if name in ("top_hard", "failed_try") else min(a + b, self.caps.get(name, 1e9))
            for name, a, b in zip(self.names, one, other, strict=True)
        )

    def outcome(self, sums: Sums, picks: Picks) -> Outcome:
        measures = derived(dict(zip(self.names, sums, strict=True)))
        return hardest({**self.fixed, **{given.item: given for given in picks}}, self.model, measures)


def open_items(interview: Interview) -> tuple[Item, ...]:
    """The items asked whose answer is missing, silent, or only ticked."""
    answers = interview.answers
    return tuple(
        item for item in interview.asked().values()
        if item.id not in answers or not (answers[item.id].known or answers[item.id].kind is Kind.NOT_APPLICABLE)
    )  # fmt: skip


def possible_outcomes(
    interview: Interview, model: Model, limits: Answers, context: Context = Context()
) -> frozenset[Outcome]:
    """Every outcome over all completions of the open items; one alone means that the recommendation is firm."""
    unknown = {item.id for item in open_items(interview) if item.ask is Ask.CHOICE}
    fixed = {**limits, **{item: given for item, given in interview.relevant().items() if item not in unknown}}
    mattering = _mattering(model)
    free = _free(interview, unknown & mattering, mattering)
    touched = [sign for sign in model.signs if sign.id in free or _conditions(sign) & set(free)]
    board = _Board(model, fixed, context, _summed(), _caps(model), _asked_by_rules(model))
    base = board.sums([sign for sign in model.signs if sign not in touched], fixed)
    states: dict[tuple[Sums, tuple[bool, ...]], Picks] = {(base, ()): ()}
    reached: set[Outcome] = set()
    for cluster in _clusters(free, touched):
        effects = _effects(board, interview, cluster, touched)
        grown: dict[tuple[Sums, tuple[bool, ...]], Picks] = {}
        for (sums, truths), picks in states.items():
            for (more, truth), choice in effects.items():
                total = board.add(sums, more)
                if total[0] >= 1:  # a reason to stop decides whatever the rest says
                    reached.add(board.outcome(total, picks + choice))
                    continue
                grown.setdefault((total, truths + truth), picks + choice)
        states = grown if len(grown) <= MOST_STATES else dict(list(grown.items())[:: len(grown) // MOST_STATES + 1])
    return frozenset(reached | {board.outcome(sums, picks) for (sums, _), picks in states.items()})


def _effects(
    board: _Board, interview: Interview, cluster: tuple[Item, ...], touched: list[Sign]
) -> dict[tuple[Sums, tuple[bool, ...]], Picks]:
    """What the ways of answering a cluster do: sums and the truth of the rules' own questions, with one example each."""
    ids = {item.id for item in cluster}
    signs = [sign for sign in touched if sign.id in ids or _conditions(sign) & ids]
    asked = [leaf for leaf in _rule_leaves(board.model) if not isinstance(leaf, Reaches) and leaf.item in ids]
    effects: dict[tuple[Sums, tuple[bool, ...]], Picks] = {}
    for completion in _completions(cluster, interview, board.fixed):
        answers = {**board.fixed, **completion}
        key = board.sums(signs, answers), tuple(holds(leaf, answers) for leaf in asked)
        effects.setdefault(key, tuple(given for item, given in completion.items() if item in board.asked_by_rules))
    return effects


def _completions(cluster: tuple[Item, ...], interview: Interview, fixed: Answers) -> Iterator[dict[str, Answer]]:
    carded = interview.instrument.carded()

    def walk(left: tuple[Item, ...], taken: dict[str, Answer]) -> Iterator[dict[str, Answer]]:
        if not left:
            yield taken
            return
        item, rest = left[0], left[1:]
        if item.id not in carded and not holds(item.relevant, {**fixed, **taken}):
            yield from walk(rest, taken)
            return
        ticked = item.id in interview.answers and interview.answers[item.id].token in HAPPENED
        for option in item.options:
            if not (ticked and option == "0"):
                yield from walk(rest, {**taken, item.id: chosen(item.id, option)})

    return walk(cluster, {})


def _free(interview: Interview, unknown: set[str], mattering: frozenset[str]) -> dict[str, Item]:
    """The open items that matter, and those that some answer to them would bring up, in the order asked."""
    free = set(unknown)
    known = interview.asked()
    grown = True
    while grown:
        more = {
            item.id
            for item in interview.instrument.items.values()
            if item.id in mattering
            and item.id not in free
            and item.ask is Ask.CHOICE
            and (item.depth.value == "quick" or interview.depth.value == "full")
            and (item.id not in interview.answers or item.id not in known)
            and items_in(item.relevant) & free
            and (not item.sign or interview.depth.value == "full" or item.sign in known and _in_row(interview, item))
        }
        free |= more
        grown = bool(more)
    return {item: each for item, each in interview.instrument.items.items() if item in free}


def _in_row(interview: Interview, item: Item) -> bool:
    return any(step.id == item.sign and step.card is None for step in interview.steps())


def _clusters(free: Mapping[str, Item], signs: list[Sign]) -> list[tuple[Item, ...]]:
    """The free items, those that lean on each other together."""
    group = {item: {item} for item in free}

    def join(items: Iterable[str]) -> None:
        together = [item for item in items if item in group]
        whole = set[str]().union(*(group[item] for item in together))
        for item in whole:
            group[item] = whole

    for item, each in free.items():
        join({item, *items_in(each.relevant)})
    for sign in signs:
        join({sign.id, *_conditions(sign)})
    seen: list[set[str]] = []
    for item in free:
        if group[item] not in seen:
            seen.append(group[item])
    return [tuple(each for item, each in free.items() if item in whole) for whole in seen]


def _conditions(sign: Sign) -> set[str]:
    conditions = (sign.confirmed, sign.unclear, *(when for _, when in sign.levels + sign.weights))
    named = set[str]().union(*(items_in(each) for each in conditions))
    if sign.kind is SignClass.CONDITIONAL:
        named |= {f"{sign.id}.{part}" for part in ("told", "kept", "then")}
    return named


def _rule_leaves(model: Model) -> list[Is | Figure | Reaches]:
    conditions = (*(rule.when for rule in model.rules), model.worse, model.better)
    return [leaf for each in conditions for leaf in leaves(each)]


def _asked_by_rules(model: Model) -> frozenset[str]:
    conditions = (*(rule.when for rule in model.rules), model.worse, model.better)
    return frozenset().union(*(items_in(each) for each in conditions))


def _mattering(model: Model) -> frozenset[str]:
    named = set(_asked_by_rules(model))
    for sign in model.signs:
        named |= {sign.id} | _conditions(sign)
    return frozenset(named)


def _summed() -> tuple[str, ...]:
    return (
        "knock_outs", "unclear", "hard", "strong", "top_hard", "told", "open", "lapsed", "held", "weighing", "ever_told",
        "going_on", "speaks", "failed_try", "elsewhere",
    )  # fmt: skip


def _caps(model: Model) -> dict[str, float]:
    """How far a sum need be followed: past the highest threshold a rule asks of it, no further."""
    caps: dict[str, float] = {"speaks": max((each.speaks for each in model.thresholds.values()), default=0)}
    for rule in model.rules:
        for leaf in leaves(rule.when):
            if isinstance(leaf, Reaches):
                most = max(limit_of(leaf, model, {"speaks": many}) for many in (0, 99))
                caps[leaf.measure] = max(caps.get(leaf.measure, 0.0), most + model.near + 1)
    return {"ever_told": 0.0, **caps, "lapsed": 1e9, "held": 1e9}
