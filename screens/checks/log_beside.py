"""A place that asks with the log at hand: its count stands beside an answer, and only once that was given."""

from collections.abc import Mapping

from coach.casebook.checks.sitting import Sitting
from coach.casebook.log.timeline import FREQUENCY
from coach.engine.interview.answer import AnswerKind
from coach.engine.interview.instrument import Item
from coach.wording.log import LogWording
from screens.checks.limits_beside import PlaceWithLimits


class PlaceWithLog(PlaceWithLimits):
    """A place with notes and limits that knows what the log holds."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.counted: Mapping[str, int] = {}

    def read_log(self) -> None:
        """Count what the log holds in the weeks that are asked about."""
        counted = self.attempt(lambda: self.book.timeline.counted_in(self.current.sitting.assessment))
        self.counted = self.counted if counted is None else counted

    def beside(self) -> dict[str, str]:
        """The count beside each behaviour that was answered, by sign; empty while others can see the screen."""
        said = LogWording(self.book.library)
        return {} if self.discreet else {sign: said.beside(self.counted, sign) for sign in self._answered()}

    def apart(self) -> dict[str, str]:
        """What is to be said where memory and log are far apart, by sign."""
        said, answered = LogWording(self.book.library), self._answered()
        found = {sign: said.apart(option, self.counted.get(sign, 0)) for sign, option in answered.items()}
        return {} if self.discreet else {sign: text for sign, text in found.items() if text}

    def log_text(self, item: Item | None) -> str:
        """The count of the log in a sentence, where the behaviour at hand has been answered."""
        sign = "" if item is None else item.sign or item.id
        if self.discreet or sign not in self._answered():
            return ""
        return LogWording(self.book.library).counted(self.counted, sign)

    def _answered(self) -> dict[str, str]:
        """The behaviours that were answered and that the log knows of, with the option."""
        items, answers = self.current.sitting.interview.instrument.items, self.current.answers
        return {
            sign: answers[sign].option
            for sign in self.counted
            if sign in answers
            and answers[sign].kind is AnswerKind.OPTION
            and sign in items
            and items[sign].responses == FREQUENCY
        }
