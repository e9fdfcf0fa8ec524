"""How a count of the log stands beside an answer of how often. Knows spans and numbers, and no wording."""

from collections.abc import Mapping
from enum import StrEnum

from coach.engine.value import Value


class Gap(StrEnum):
    """What a log says beside an answer: as much, some more or fewer, or so much more or fewer that it is said."""

    ALIKE = "alike"
    MORE = "more"
    FEWER = "fewer"
    FAR_MORE = "far_more"
    FAR_FEWER = "far_fewer"

    @property
    def large(self) -> bool:
        """Whether the two are far apart."""
        return self in (Gap.FAR_MORE, Gap.FAR_FEWER)


class Spans(Value):
    """How many times each answer of frequency means in one window: from, to (None: no end).

    ``far`` is how many entries outside the span make a large difference.
    """

    spans: Mapping[str, tuple[int, int | None]]
    far: int

    def gap(self, option: str, count: int) -> Gap:
        """How a count of the log stands beside an answer; alike for an answer that means no number."""
        low, high = self.spans.get(option, (0, None))
        if high is not None and count > high:
            return Gap.FAR_MORE if count - high >= self.far else Gap.MORE
        if count < low:
            return Gap.FAR_FEWER if low - count >= self.far else Gap.FEWER
        return Gap.ALIKE
