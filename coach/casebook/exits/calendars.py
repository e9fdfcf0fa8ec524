"""On which days nobody works where a job's law holds, and on which the owner does. Knows places, and no plan."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from coach.engine.exits.dates import MON_TO_FRI, Calendar
from coach.engine.interview.answer import Answer

PLACES = {
    "NO": ("NO", None),
    "DK": ("DK", None),
    "PL": ("PL", None),
    "HU": ("HU", None),
    "UK": ("GB", "ENG"),
    "US-NY": ("US", "NY"),
    "US-NYC": ("US", "NY"),
    "US-IL": ("US", "IL"),
    "US-CA": ("US", "CA"),
}
"""The country and part of it whose holidays count, by place of the law; of other places none are known."""
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def known(place: str) -> bool:
    """Whether the holidays of a place are known."""
    return place in PLACES


@lru_cache(maxsize=32)
def holidays_of(place: str, year: int) -> frozenset[date]:
    """The public holidays of a place in a year and the two after it; none for a place that is not known."""
    if place not in PLACES:
        return frozenset()
    import holidays

    country, part = PLACES[place]
    return frozenset(holidays.country_holidays(country, subdiv=part, years=range(year, year + 3)))


def contract_calendar(place: str, since: date) -> Calendar:
    """Working days as a contract means them: Monday to Friday, but for holidays."""
    return Calendar(MON_TO_FRI, holidays_of(place, since.year))


def own_calendar(limits: Mapping[str, Answer], place: str, since: date) -> Calendar:
    """The days on which the owner works, as the limits say, but for holidays; Monday to Friday where they do not."""
    said = {
        number for number, day in enumerate(WEEK) if (each := limits.get(f"limits.days.{day}")) and each.option == "yes"
    }
    return Calendar(frozenset(said) or MON_TO_FRI, holidays_of(place, since.year))
