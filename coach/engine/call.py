"""The call that ends a job: which reason fits what was found, and whether there is a call at all. Knows no wording."""

from collections.abc import Iterable, Mapping

from coach.engine.value import Value

SAFETY = "safety"


class CallReason(Value):
    """A sentence of reason: the rules of the model it fits, and the signs."""

    id: str
    rules: tuple[str, ...]
    signs: tuple[str, ...]


class CallBar(Value):
    """What rules a call out: signs that are confirmed, or not yet clear."""

    id: str
    confirmed: tuple[str, ...]
    unclear: tuple[str, ...]


class CallModel(Value):
    """What can be said in the call; ``reasons`` is never empty and begins with the one that always fits."""

    reasons: tuple[CallReason, ...]
    bars: tuple[CallBar, ...]
    objections: tuple[str, ...]
    donts: tuple[str, ...]


def reason_for(reasons: Iterable[CallReason], rule: str, points: Mapping[str, float]) -> str:
    """The id of the reason that fits: by the rule that decided, else by the points of its signs, else the first."""
    known = list(reasons)
    if (named := next((each for each in known if rule and rule in each.rules), None)) is not None:
        return named.id
    heaviest = max(known, key=lambda each: sum(points.get(sign, 0.0) for sign in each.signs))
    weighs = any(points.get(sign, 0.0) for sign in heaviest.signs)
    return heaviest.id if weighs else known[0].id


def barred(bars: Iterable[CallBar], confirmed: Iterable[str], unclear: Iterable[str], branch: str) -> str:
    """The id of what rules a call out, the first that does; empty where nothing does.

    ``branch`` is what the recommendation says comes first: where that is safety, there is no call.
    """
    sure, unsure = set(confirmed), set(unclear)
    if branch == SAFETY:
        return SAFETY
    return next((bar.id for bar in bars if sure & set(bar.confirmed) or unsure & set(bar.unclear)), "")
