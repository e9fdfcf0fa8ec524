"""What a recommendation rested on, and its form in the records. Knows the engine's values, no row and no wording."""

from functools import cache
from typing import Any, cast, get_type_hints

import msgspec

from coach.engine.value import Value
from coach.engine.verdict.counterfactual import Counterfactual
from coach.engine.verdict.outcome import Outcome
from coach.engine.verdict.signs import Context, Weighed
from coach.engine.verdict.verdict import Reason, Verdict


class Grounds(Value):
    """What a recommendation rested on; kept as JSON beside it.

    ``theirs`` and ``mine`` are points; ``coverage`` runs from 0 to 1. ``sure`` holds every outcome the open answers
    could still lead to, mildest first: one alone is firm. ``open_answers`` is how many there are.
    """

    reasons: tuple[Reason, ...]
    weighed: tuple[Weighed, ...]
    confirmed: tuple[str, ...]
    unclear: tuple[str, ...]
    speaks: tuple[str, ...]
    theirs: float
    mine: float
    coverage: float
    branch: str
    paces: tuple[str, ...]
    sure: tuple[Outcome, ...] = ()
    open_answers: int = 0
    changes: tuple[Counterfactual, ...] = ()


def grounds_of(
    verdict: Verdict, sure: tuple[Outcome, ...] = (), open_answers: int = 0, changes: tuple[Counterfactual, ...] = ()
) -> Grounds:
    """The grounds of a fresh verdict."""
    counted = verdict.tally
    return Grounds(
        verdict.reasons,
        counted.weighed,
        counted.confirmed,
        counted.unclear,
        counted.speaks,
        counted.measures["theirs"],
        counted.measures["mine"],
        verdict.coverage,
        verdict.branch,
        verdict.paces,
        sure,
        open_answers,
        changes,
    )


def as_json(value: Grounds | Context) -> Any:
    """A frozen value as plain dictionaries and lists."""
    return msgspec.to_builtins(value, enc_hook=_fields)


def read_grounds(kept: Any) -> Grounds:
    """Grounds from plain dictionaries and lists.

    Raises msgspec.ValidationError where they are not such as this program wrote.
    """
    return msgspec.convert(kept, Grounds, strict=False, dec_hook=_read)


def _fields(value: Any) -> dict[str, Any]:
    if not isinstance(value, Value):
        raise NotImplementedError
    # A set comes in another order in every process; what is kept must not.
    fields = {name: getattr(value, name) for name in value.__match_args__}
    return {name: sorted(each) if isinstance(each, frozenset) else each for name, each in fields.items()}


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: type[Any], kept: Any) -> Any:
    if not issubclass(kind, Value):
        raise NotImplementedError
    if not isinstance(kept, dict):
        raise ValueError(f"{kind.__name__} is kept as a table")
    hints = _hints(cast(Any, kind))
    held = {name: each for name, each in kept.items() if name in kind.__match_args__}
    return kind(
        **{name: msgspec.convert(each, hints[name], strict=False, dec_hook=_read) for name, each in held.items()}
    )
