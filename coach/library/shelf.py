"""The content one run of the coach uses, each part read when first asked for. Knows no client and no clock."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coach.library.faults import BrokenContent, Fault
from coach.library.reader import content_root
from coach.library.wording import Words

if TYPE_CHECKING:
    from coach.engine.instrument import Instrument
    from coach.engine.letter import Blank, Letter, Tone
    from coach.engine.verdict import Model
    from coach.library.guide import GuidePage
    from coach.library.late_payment import Place
    from coach.library.playbooks import Playbook

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
        self._playbooks: dict[str, Playbook] = {}

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

    @cached_property
    def stress(self) -> dict[str, str]:
        """The item of the audit that points to a boundary, by boundary."""
        from coach.library.model import stress_points

        return stress_points(self.root)

    def playbook(self, boundary: str) -> "Playbook":
        """The playbook of a boundary."""
        if boundary not in self._playbooks:
            from coach.library.playbooks import playbook

            built, faults = playbook(self.root, boundary)
            if built is None or faults:
                raise BrokenContent(faults)
            self._playbooks[boundary] = built
        return self._playbooks[boundary]

    @cached_property
    def letters(self) -> "tuple[dict[str, Letter], dict[str, Blank]]":
        """Every letter and every blank, by id."""
        from coach.library.letters import letters

        known, holes, faults = letters(self.root)
        _refuse(faults)
        return known, holes

    def letter_text(self, letter: str, language: str = "en") -> "dict[Tone, tuple[str, str]]":
        """A letter's heading and body by tone."""
        from coach.library.letters import text_of

        texts, faults = text_of(self.root, language, self.letters[0][letter])
        _refuse(faults)
        return texts

    @cached_property
    def guide(self) -> "tuple[GuidePage, ...]":
        """The pages of the field guide."""
        from coach.library.guide import guide

        pages, faults = guide(self.root, self.words.language)
        _refuse(faults)
        return pages

    @cached_property
    def late_payment(self) -> "dict[str, Place]":
        """What the law of each place says about late payment, by place."""
        from coach.library.late_payment import places

        known, faults = places(self.root)
        _refuse(faults)
        return known

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
