"""What was said of a job that is to end: read, typed and worded as facts. Reckons nothing and draws nothing."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from coach.casebook.desk import Refused
from coach.engine.exits.sums import Rate
from coach.engine.interview.answer import Answer
from coach.engine.value import NOTHING, Value
from coach.formats.lexicon import Lexicon
from coach.formats.text import one_line
from coach.formats.unreadable import Unreadable
from coach.library.exits import Fact, FactKind
from coach.library.library import Library
from coach.store.engagements import Job

NONE, DONT_KNOW = "none", "dont_know"
"""What stands for a day or a rate there is not, and for what the owner does not know."""
LONGEST = 200
MOST = 1000


class Facts(Value):
    """Everything that was said, as it is kept with the plan.

    ``answers`` are values by fact: an option, a whole number in text, an ISO day, ``none`` or ``dont_know``. ``since``
    is the day each was said, ``log`` the earlier values with their days. ``of`` names the piece of work an invoice is
    for, ``acts`` what happens to a piece. ``begun`` are the paces of the recommendation the plan was opened on.
    """

    answers: Mapping[str, str] = NOTHING
    since: Mapping[str, str] = NOTHING
    log: Mapping[str, list[list[str]]] = NOTHING
    of: Mapping[str, int] = NOTHING
    acts: Mapping[str, str] = NOTHING
    contacts: tuple[tuple[str, str], ...] = ()
    after: Mapping[str, str] = NOTHING
    begun: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "answers": dict(self.answers),
            "since": dict(self.since),
            "log": dict(self.log),
            "of": dict(self.of),
            "acts": dict(self.acts),
            "contacts": [list(each) for each in self.contacts],
            "after": dict(self.after),
            "begun": list(self.begun),
        }


def facts_from(kept: Any) -> Facts:
    """What was kept, as a value; what is missing of it is empty."""
    given = kept if isinstance(kept, Mapping) else {}
    tables = {name: dict(given.get(name, {})) for name in ("answers", "since", "log", "of", "acts", "after")}
    contacts = tuple((str(day), str(text)) for day, text in given.get("contacts", ()))
    return Facts(contacts=contacts, begun=tuple(map(str, given.get("begun", ()))), **tables)


def values(library: Library, facts: Facts, job: Job | None, limits: Mapping[str, Answer]) -> dict[str, str]:
    """What is known of each fact: said with the plan, else held by the job, else by one's own limits."""
    found: dict[str, str] = {}
    for fact in library.exits.facts.values():
        value = facts.answers.get(fact.id) or _of_job(fact, job) or _of_limits(fact, limits)
        if value and (fact.kind is not FactKind.COUNTRY or value == DONT_KNOW or value in countries()):
            found[fact.id] = value
    return found


def asked(library: Library, known: Mapping[str, str], flags: frozenset[str]) -> list[Fact]:
    """The facts that matter for this exit, in order."""
    return [fact for fact in library.exits.facts.values() if _asked(fact, known, flags)]


def read_fact(library: Library, fact: Fact, typed: str, today: date, currency: str = "") -> str:
    """A typed answer as it is kept, sums in that currency. Raises Unreadable and Refused where it is no such thing."""
    said = one_line(typed, LONGEST)
    if said == DONT_KNOW:
        return said
    options = options_of(fact)
    if options:
        if said not in options:
            raise Unreadable("choice")
        return said
    if said in ("0", NONE) and fact.kind in (FactKind.DAY, FactKind.RATE):
        return NONE
    return _read(library.words.lexicon, fact, said, today, currency)


def options_of(fact: Fact) -> tuple[str, ...]:
    """What can be chosen; nothing where something is typed."""
    if fact.kind is FactKind.YES_NO:
        return ("no", "yes")
    return countries() if fact.kind is FactKind.COUNTRY else fact.options


def countries() -> tuple[str, ...]:
    """The places a law may be of."""
    return ("NO", "DK", "PL", "HU", "EU", "UK", "US-NY", "US-NYC", "US-IL", "US-CA", "other")


def rate_of(known: Mapping[str, str], since: Mapping[str, str]) -> Rate | None:
    """The rate that was typed, with its day."""
    said = known.get("rate", "")
    if said in ("", NONE, DONT_KNOW) or "rate" not in since:
        return None
    currency, figure = said.split()
    return Rate(currency, Fraction(figure), date.fromisoformat(since["rate"]))


def currency_of(known: Mapping[str, str]) -> str:
    """The currency the sums are in; empty where it is not known."""
    code = known.get("currency", "")
    return "" if code == DONT_KNOW else code


def figure(known: Mapping[str, str], fact: str) -> int | None:
    """A whole number that is known, or None."""
    said = known.get(fact, "")
    return int(said) if said.isdigit() else None


def day_of(known: Mapping[str, str], fact: str) -> date | None:
    """A day that is known, or None."""
    said = known.get(fact, "")
    return date.fromisoformat(said) if said not in ("", NONE, DONT_KNOW) else None


def _asked(fact: Fact, known: Mapping[str, str], flags: frozenset[str]) -> bool:
    if fact.flag and fact.flag not in flags:
        return False
    if not fact.only_fact:
        return True
    value = known.get(fact.only_fact, "")
    if fact.only_above is not None:
        return value.isdigit() and int(value) > fact.only_above
    return value in fact.only_is


def _read(lexicon: Lexicon, fact: Fact, said: str, today: date, currency: str) -> str:
    from coach.formats.days import Side, read_day
    from coach.formats.figures import read_share
    from coach.formats.money import read_sum
    from coach.formats.units import read_within

    if fact.kind is FactKind.MONEY:
        return str(read_sum(said, lexicon, currency).low)
    if fact.kind is FactKind.PERCENT:
        return str(read_share(said))
    if fact.kind is FactKind.COUNT:
        low, high = read_within(said, "count", 0, MOST, lexicon)
        if low != high:
            raise Unreadable("figure_whole")
        return str(low)
    if fact.kind is FactKind.CODE:
        return _code(said)
    if fact.kind is FactKind.RATE:
        return _rate(said)
    day = read_day(said, lexicon, today, Side.NEAR if fact.id == "paid_until" else Side.AHEAD)
    if fact.ahead and day < today:
        raise Refused("day_past")
    return day.isoformat()


def _rate(said: str) -> str:
    try:
        code, figure = said.split()
        value = Decimal(figure.replace(",", "."))
        if not value.is_finite() or not 0 < value < 10**9:
            raise ValueError("no rate")
        return f"{_code(code)} {value}"
    except (ValueError, InvalidOperation, Refused) as error:
        raise Refused("exit_rate") from error


def _code(said: str) -> str:
    if len(said) != 3 or not (said.isascii() and said.isalpha()):
        raise Refused("exit_code")
    return said.upper()


def _of_job(fact: Fact, job: Job | None) -> str:
    value = getattr(job, fact.column) if job is not None and fact.column else None
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _of_limits(fact: Fact, limits: Mapping[str, Answer]) -> str:
    given = limits.get(fact.limit) if fact.limit else None
    return "" if given is None or not given.known else given.option or given.text
