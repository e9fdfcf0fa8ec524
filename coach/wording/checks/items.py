"""Signs, questions and answers in a few words each. Knows wording; knows no recommendation and decides nothing.

An id without wording, as an older record may hold, is said as it stands.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from coach.engine.interview.answer import Answers
from coach.formats.text import clean
from coach.library.library import Library

if TYPE_CHECKING:
    from coach.engine.verdict.signs import Weighed

NOT_ONCE = frozenset({"0", "none", "no"})
"""The answers that something did not happen, after which nothing more was asked."""
NAMED = 3
"""Signs a sentence names before it counts the others."""


class ItemWording:
    """Puts ids of one library into its words."""

    def __init__(self, library: Library) -> None:
        self.library, self.words = library, library.words

    def verdict(self, key: str, otherwise: str = "", **blanks: object) -> str:
        """The sentence at a key of the recommendations."""
        return self.words.say_or("verdict", key, otherwise, **blanks)

    def sign(self, sign: str, field: str) -> str:
        """A field of a sign's wording, or else its name."""
        return self.words.say_or("signs", f"{sign}.{field}", self.words.say_or("signs", f"{sign}.name", sign))

    def listed(self, signs: Iterable[str]) -> str:
        """Phrases of signs as one list; after a few of them the others are counted."""
        whole = [self.sign(each, "phrase") for each in signs]
        named = whole if len(whole) <= NAMED + 1 else whole[:NAMED]
        if len(named) < len(whole):
            named.append(self.words.count("screens", "phrases.list.others", len(whole) - len(named)))
        return self.words.listed(named)

    def asked(self, instrument: str, item: str) -> str:
        """An item in a few words; a follow-up is named with what it follows."""
        found = self.library.instrument(instrument).items.get(item)
        try:
            short = self.words.item(instrument, item, "short")
        except KeyError:
            return clean(item)
        if found is None or found.part is None:
            return short
        return self.words("phrases.change.follow_up", name=self.sign(found.sign, "name"), part=short.lower())

    def answered(self, instrument: str, item: str, token: str) -> str:
        """An answer in words, by its token."""
        found = self.library.instrument(instrument).items.get(item)
        return self.words.say_or("responses", f"{found.responses}.{token}" if found else "", token)

    def evidence(self, instrument: str, weighed: "Weighed", answers: Answers) -> str:
        """What was answered of a sign, part by part; without its answers, how far the rule had come."""
        if weighed.sign not in answers:
            return self.verdict(f"state.{weighed.state}.phrase", weighed.state)
        return self.parts_of(instrument, weighed.sign, answers)

    def parts_of(self, instrument: str, sign: str, answers: Answers) -> str:
        """What was answered of a sign that was asked: how often, told, kept, and then."""
        from coach.engine.interview.instrument import Part

        parts = [self._often(instrument, sign, answers[sign].token)]
        if answers[sign].token in NOT_ONCE:
            return parts[0]
        for part in Part:
            given = answers.get(f"{sign}.{part}")
            if given is not None:
                unknown = self.words(f"phrases.{part}.unknown")
                parts.append(self.words.say_or("screens", f"phrases.{part}.{given.token}", unknown))
            elif part is Part.TOLD:
                parts.append(self.words("phrases.told.unasked"))
        return self.words("phrases.between").join(parts)

    def _often(self, instrument: str, sign: str, token: str) -> str:
        plain = self.words.say_or("screens", f"phrases.often.{token}", self.answered(instrument, sign, token))
        return self.words.say_or("screens", f"phrases.often.{sign}.{token}", plain)
