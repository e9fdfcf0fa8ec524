"""How moments and days are written in the file. Knows their text form, and asks no clock."""

from datetime import UTC, date, datetime


def moment_text(at: datetime) -> str:
    """A moment as ISO text in UTC to the millisecond, so that text order is time order.

    Raises ValueError for a moment without a zone.
    """
    if at.tzinfo is None:
        raise ValueError("a moment needs its zone")
    return at.astimezone(UTC).isoformat(timespec="milliseconds")


def moment(text: str) -> datetime:
    """The moment a text stands for, aware, in UTC."""
    return datetime.fromisoformat(text)


def day_text(day: date | None) -> str | None:
    """A day as ISO text, or None."""
    return None if day is None else day.isoformat()


def day(text: str | None) -> date | None:
    """The day a text stands for, or None."""
    return None if text is None else date.fromisoformat(text)
