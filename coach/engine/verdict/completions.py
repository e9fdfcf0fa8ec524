"""The ways in which open items can still be answered: which of them matter, which lean on each other, and every answer.

Knows instruments and signs; knows no rule and draws no conclusion.
"""

from collections.abc import Iterable, Iterator, Mapping

from coach.engine.interview.answer import Answer, AnswerKind, Answers, chosen
from coach.engine.interview.instrument import HAPPENED, Ask, Item
from coach.engine.interview.interview import Interview
from coach.engine.interview.relevance import holds, items_in
from coach.engine.verdict.signs import Sign, SignClass


def open_items(interview: Interview) -> tuple[Item, ...]:
    """The items asked whose answer is missing, silent, or only ticked."""
    answers = interview.answers
    return tuple(
        item for item in interview.asked().values()
        if item.id not in answers or not (answers[item.id].known or answers[item.id].kind is AnswerKind.NOT_APPLICABLE)
    )  # fmt: skip


def completions(cluster: tuple[Item, ...], interview: Interview, fixed: Answers) -> Iterator[dict[str, Answer]]:
    """Every way of answering a cluster, each item only where it is relevant."""
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


def free(interview: Interview, unknown: set[str], mattering: frozenset[str]) -> dict[str, Item]:
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
            and (not item.sign or interview.depth.value == "full" or (item.sign in known and _in_row(interview, item)))
        }
        free |= more
        grown = bool(more)
    return {item: each for item, each in interview.instrument.items.items() if item in free}


def _in_row(interview: Interview, item: Item) -> bool:
    return any(step.id == item.sign and step.card is None for step in interview.steps())


def clusters(free: Mapping[str, Item], signs: list[Sign]) -> list[tuple[Item, ...]]:
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
        join({sign.id, *conditions(sign)})
    seen: list[set[str]] = []
    for item in free:
        if group[item] not in seen:
            seen.append(group[item])
    return [tuple(each for item, each in free.items() if item in whole) for whole in seen]


def conditions(sign: Sign) -> set[str]:
    """The items a sign looks at, beside its own."""
    looked_at = (sign.confirmed, sign.unclear, *(when for _, when in sign.levels + sign.weights))
    named = set[str]().union(*(items_in(each) for each in looked_at))
    if sign.kind is SignClass.CONDITIONAL:
        named |= {f"{sign.id}.{part}" for part in ("told", "kept", "then")}
    return named
