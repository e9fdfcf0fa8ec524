"""Conditions of a questionnaire that can never hold, or lean on what is not there. Knows no file and no wording."""

from collections.abc import Mapping, Sequence
from itertools import product

from coach.engine.interview.answer import Answer, AnswerKind, chosen
from coach.engine.interview.instrument import Ask, Card, Depth, Element, Instrument, Item, Ladder
from coach.engine.interview.relevance import Condition, FigureIs, Is, holds, items_in, leaves
from coach.library.checks.conditions import unknown_item
from coach.library.faults import Fault, nearest

KINDS = frozenset({"ticked", *(kind.value for kind in AnswerKind)})


def relevance_faults(built: Instrument, file: str, outside: frozenset[str]) -> list[Fault]:
    """Conditions that name what is not there, what comes later, or what can never hold."""
    faults: list[Fault] = []
    before: set[str] = set()
    for place in built.order:
        name = place.signs[0] if isinstance(place, Ladder) and place.signs else getattr(place, "id", "ladder")
        if not isinstance(place, Ladder):
            found = _condition_faults(built, file, name, place.relevant, before, outside)
            if not found and not reachable(place.relevant, built.items):
                found = [Fault(file, name, "can never be asked: its condition never holds", "Mend `relevant`")]
            if not found and place.depth is Depth.QUICK:
                quick = {item: each for item, each in built.items.items() if each.depth is Depth.QUICK}
                if not reachable(place.relevant, quick):
                    deep = ", ".join(sorted(items_in(place.relevant) - set(quick)))
                    found = [
                        Fault(
                            file,
                            name,
                            f"is quick but leans on {deep}, which only the full check asks",
                            "Give both one depth",
                        )
                    ]
            faults += found
        before |= _items_of(built, place)
    return faults


def _items_of(built: Instrument, place: Element) -> set[str]:
    if isinstance(place, Card):
        return set(place.rows)
    if isinstance(place, Ladder):
        return {item.id for sign in place.signs for item in built.follow_ups(sign)}
    return {place.id}


def _condition_faults(
    built: Instrument, file: str, name: str, relevant: Condition, before: set[str], outside: frozenset[str]
) -> list[Fault]:
    faults: list[Fault] = []
    for leaf in leaves(relevant):
        if not isinstance(leaf, (Is, FigureIs)):
            faults.append(
                Fault(
                    file,
                    name,
                    f"asks for the measure {leaf.measure}",
                    "Ask for items here; measures belong to the model",
                )
            )
        elif leaf.item in outside:
            continue
        elif leaf.item not in built.items:
            faults.append(unknown_item(leaf.item, file, name, set(built.items)))
        elif leaf.item not in before:
            faults.append(
                Fault(
                    file,
                    name,
                    f"leans on {leaf.item}, which is asked later",
                    "Move it below, or ask for an earlier item",
                )
            )
        else:
            faults += token_faults(built.items[leaf.item], leaf, file, name)
    return faults


def token_faults(item: Item, leaf: Is | FigureIs, file: str, name: str) -> list[Fault]:
    """Options a condition names that the item does not have, or figures asked of an item that has none."""
    if isinstance(leaf, FigureIs):
        wrong = item.ask is not Ask.NUMBER
        return [Fault(file, name, f"compares {item.id}, which is no number", "Use is = [ … ]")] if wrong else []
    return [
        Fault(
            file, name, f"asks whether {item.id} is {token}, which is none of its answers", nearest(token, item.options)
        )
        for token in sorted(leaf.tokens - set(item.options) - KINDS)
    ]


def reachable(relevant: Condition, items: Mapping[str, Item]) -> bool:
    """Whether some choice of answers makes the condition hold; too many to try counts as yes."""
    named: dict[str, set[str]] = {}
    for leaf in leaves(relevant):
        if isinstance(leaf, FigureIs):
            return True
        if isinstance(leaf, Is) and leaf.item in items:
            named.setdefault(leaf.item, {""}).update(leaf.tokens)
    choices = [[(item, token) for token in sorted(tokens)] for item, tokens in sorted(named.items())]
    if sum(len(each) for each in choices) > 40:
        return True
    return any(holds(relevant, _as_answers(combination)) for combination in product(*choices))


def _as_answers(combination: Sequence[tuple[str, str]]) -> dict[str, Answer]:
    return {
        item: Answer(item, AnswerKind(token)) if token in KINDS else chosen(item, token)
        for item, token in combination
        if token
    }
