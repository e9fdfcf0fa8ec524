"""The content one run of the coach uses, each part read when first asked for. Knows no client and no clock."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coach.library.faults import BrokenContent, Fault
from coach.library.reader import content_root
from coach.library.wording import Words

if TYPE_CHECKING:
    from coach.engine.instrument import Instrument
    from coach.engine.verdict import Model

LIMITS = frozenset({"limits.floor", "limits.buffer"})
"""What the conditions of other instruments may ask of one's own limits."""


class Library:
    """Instruments, model and words of one content folder in one language.

    Raises BrokenContent where a part that is asked for cannot be used.
    """

    def __init__(self, root: Path | None = None, language: str = "en") -> None:
        self.root = root or content_root()
        self.words = Words(self.root, language)
        self._instruments: dict[str, Instrument] = {}

    @cached_property
    def model(self) -> "Model":
        """The decision model in force."""
        from coach.library.model import model

        built, faults = model(self.root)
        _refuse(faults)
        assert built is not None
        return built

    @cached_property
    def boundaries(self) -> tuple[str, ...]:
        """Ids of the standard boundaries, in order."""
        from coach.library.model import boundaries

        known, faults = boundaries(self.root)
        _refuse(faults)
        return tuple(known)

    def instrument(self, name: str) -> "Instrument":
        """The questionnaire of that id."""
        if name not in self._instruments:
            from coach.engine.signs import SignClass
            from coach.library.instruments import instrument

            weights = {sign.id: sign.weight for sign in self.model.signs if sign.kind is SignClass.CONDITIONAL}
            built, faults = instrument(self.root, name, weights, LIMITS)
            _refuse(faults)
            self._instruments[name] = built
        return self._instruments[name]


def _refuse(faults: list[Fault]) -> None:
    if faults:
        raise BrokenContent(faults)
