"""The content one run of the coach uses, each part read when first asked for. Knows no client and no clock."""

from functools import cached_property
from pathlib import Path

from coach.engine.instrument import Instrument
from coach.engine.letter import Blank, Letter, Tone
from coach.engine.signs import SignClass
from coach.engine.verdict import Model
from coach.library.faults import BrokenContent, Fault
from coach.library.guide import GuidePage, guide
from coach.library.instruments import instrument
from coach.library.late_payment import Place, places
from coach.library.letters import letters, text_of
from coach.library.model import boundaries, model, stress_points
from coach.library.playbooks import Playbook, playbook
from coach.library.reader import content_root
from coach.library.wording import Words

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
    def model(self) -> Model:
        """The decision model in force."""
        built, faults = model(self.root)
        _refuse(faults)
        assert built is not None
        return built

    @cached_property
    def boundaries(self) -> tuple[str, ...]:
        """Ids of the standard boundaries, in order."""
        known, faults = boundaries(self.root)
        _refuse(faults)
        return tuple(known)

    @cached_property
    def stress(self) -> dict[str, str]:
        """The item of the audit that points to a boundary, by boundary."""
        return stress_points(self.root)

    def playbook(self, boundary: str) -> Playbook:
        """The playbook of a boundary."""
        if boundary not in self._playbooks:
            built, faults = playbook(self.root, boundary)
            if built is None or faults:
                raise BrokenContent(faults)
            self._playbooks[boundary] = built
        return self._playbooks[boundary]

    @cached_property
    def letters(self) -> tuple[dict[str, Letter], dict[str, Blank]]:
        """Every letter and every blank, by id."""
        known, holes, faults = letters(self.root)
        _refuse(faults)
        return known, holes

    def letter_text(self, letter: str, language: str = "en") -> dict[Tone, tuple[str, str]]:
        """A letter's heading and body by tone."""
        texts, faults = text_of(self.root, language, self.letters[0][letter])
        _refuse(faults)
        return texts

    @cached_property
    def guide(self) -> tuple[GuidePage, ...]:
        """The pages of the field guide."""
        pages, faults = guide(self.root, self.words.language)
        _refuse(faults)
        return pages

    @cached_property
    def late_payment(self) -> dict[str, Place]:
        """What the law of each place says about late payment, by place."""
        known, faults = places(self.root)
        _refuse(faults)
        return known

    def instrument(self, name: str) -> Instrument:
        """The questionnaire of that id."""
        if name not in self._instruments:
            weights = {sign.id: sign.weight for sign in self.model.signs if sign.kind is SignClass.CONDITIONAL}
            built, faults = instrument(self.root, name, weights, LIMITS)
            _refuse(faults)
            self._instruments[name] = built
        return self._instruments[name]


def _refuse(faults: list[Fault]) -> None:
    if faults:
        raise BrokenContent(faults)
