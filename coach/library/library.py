"""The content one run of the coach uses, each part read when first asked for. Knows no client and no clock."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from coach.library.faults import BrokenContent, Fault
from coach.library.reader import content_root, read
from coach.library.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.engine.call import CallModel
    from coach.engine.incident import IncidentType
    from coach.engine.interview.instrument import Instrument
    from coach.engine.letter import Blank, Letter, Tone
    from coach.engine.memory import Spans
    from coach.engine.prospect import ProspectModel
    from coach.engine.verdict.verdict import Model, Threshold
    from coach.library.exits import ExitBook
    from coach.library.guide import GuidePage
    from coach.library.letters.late_payment import Jurisdiction
    from coach.library.playbooks import Playbook

T = TypeVar("T")

LIMITS = frozenset({"limits.floor", "limits.buffer"})
"""What the conditions of other instruments may ask of one's own limits."""

KNOCK_OUT = "knock_out"


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
        from coach.library.checks.model import model

        return _sound(model(self.root))

    @cached_property
    def thresholds(self) -> "Mapping[str, Threshold]":
        """How many points each rule asks for; read from their own lines, since a picture needs no more of the model."""
        if "model" not in vars(self):
            from coach.engine.verdict.verdict import Threshold

            raw, _ = read(self.root, "model.toml")
            listed = raw.get("thresholds")
            # Whatever is wrong there, the model as a whole says it in the author's words.
            if isinstance(listed, dict) and all(map(_numbers, listed.values())):
                return {name: Threshold(**each) for name, each in listed.items()}
        return self.model.thresholds

    @cached_property
    def boundaries(self) -> tuple[str, ...]:
        """Ids of the standard boundaries, in order."""
        from coach.library.checks.model import boundaries

        return tuple(_sound(boundaries(self.root)))

    @cached_property
    def stress(self) -> dict[str, str]:
        """The item of the audit that points to a boundary, by boundary."""
        from coach.library.checks.model import stress_points

        return stress_points(self.root)

    @cached_property
    def stops(self) -> tuple[str, ...]:
        """Ids of the signs that are reasons to stop; read from their file alone, since Today asks for them at once."""
        signs, _ = read(self.root, "signs.toml")
        listed = signs.get("sign", {})
        return tuple(name for name, each in listed.items() if isinstance(each, dict) and each.get("class") == KNOCK_OUT)

    def playbook(self, boundary: str) -> "Playbook":
        """The playbook of a boundary."""
        if boundary not in self._playbooks:
            from coach.library.playbooks import playbook

            self._playbooks[boundary] = _sound(playbook(self.root, boundary))
        return self._playbooks[boundary]

    @cached_property
    def letters(self) -> "tuple[dict[str, Letter], dict[str, Blank]]":
        """Every letter and every blank, by id."""
        from coach.library.letters.letters import letters

        known, blanks, faults = letters(self.root)
        return _sound(((known, blanks), faults))

    def letter_text(self, letter: str, language: str = "en") -> "dict[Tone, tuple[str, str]]":
        """A letter's heading and body by tone."""
        from coach.library.letters.letters import text_of

        return _sound(text_of(self.root, language, self.letters[0][letter]))

    @cached_property
    def incident_types(self) -> "dict[str, IncidentType]":
        """What can be written down of a day, by id."""
        from coach.library.log.incidents import incident_types

        return _sound(incident_types(self.root))

    def is_slip(self, kind: str) -> bool | None:
        """Whether a kind of entry is a slip of one's own; None for a kind there is not."""
        from coach.library.log.incident_kinds import is_slip

        return is_slip(self.root, kind)

    @cached_property
    def spans(self) -> "Spans":
        """How many times each answer of frequency means in one window."""
        from coach.library.log.incidents import spans

        return _sound(spans(self.root))

    @cached_property
    def guide(self) -> "tuple[GuidePage, ...]":
        """The pages of the field guide."""
        from coach.library.guide import guide

        return _sound(guide(self.root, self.words.language))

    @cached_property
    def call(self) -> "CallModel":
        """What can be said in the call that ends a job."""
        from coach.library.calls import call_model

        return _sound(call_model(self.root))

    @cached_property
    def prospect(self) -> "ProspectModel":
        """How somebody one does not work for yet is judged."""
        from coach.library.prospects import prospect_model

        return _sound(prospect_model(self.root))

    @cached_property
    def late_payment(self) -> "dict[str, Jurisdiction]":
        """What the law of each place says about late payment, by place."""
        from coach.library.letters.late_payment import places

        return _sound(places(self.root))

    @cached_property
    def exits(self) -> "ExitBook":
        """The facts and steps of an exit."""
        from coach.library.exits import exit_book

        return _sound(exit_book(self.root))

    def instrument(self, name: str) -> "Instrument":
        """The questionnaire of that id."""
        if name not in self._instruments:
            from coach.engine.verdict.signs import SignClass
            from coach.library.checks.instruments import instrument

            weights = {sign.id: sign.weight for sign in self.model.signs if sign.kind is SignClass.CONDITIONAL}
            self._instruments[name] = _sound(instrument(self.root, name, weights, LIMITS))
        return self._instruments[name]


def _sound(found: "tuple[T | None, list[Fault]]") -> T:
    """What was read. Raises BrokenContent where anything is wrong with it."""
    built, faults = found
    if built is None or faults:
        raise BrokenContent(faults)
    return built


def _numbers(given: object) -> bool:
    """Whether these are the lines of a threshold, each a number."""
    return (
        isinstance(given, dict)
        and "value" in given
        and given.keys() <= {"value", "raised", "speaks", "near"}
        and all(isinstance(each, int | float) for each in given.values())
    )
