"""What a person reads, by id, in one language. Knows words only: no client, no number format of its own, no toolkit.

Every text is plain. Blanks are ``$name``; what fills them is put in as it is and never read as anything but text.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from string import Template
from typing import Any

from coach.formats.lexicon import Lexicon
from coach.formats.unreadable import Unreadable
from coach.library.reader import Raw, read

DAYS = {"before_yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "after_tomorrow": 2}
"""The days that have a word of their own, from today."""


class Words:
    """The words of one language, each file read when first needed.

    Raises KeyError where an id has no wording: `coach content check` finds these beforehand.
    """

    def __init__(self, root: Path, language: str) -> None:
        self.root, self.language = root, language
        self._files: dict[str, Raw] = {}

    def file(self, name: str) -> Raw:
        """A whole language file as it stands."""
        if name not in self._files:
            self._files[name], _ = read(self.root, f"languages/{self.language}/{name}.toml")
        return self._files[name]

    def __call__(self, key: str, /, **blanks: object) -> str:
        """The sentence at ``place.key`` of the screens, its blanks filled."""
        return self.say("screens", key, **blanks)

    def say(self, file: str, key: str, /, **blanks: object) -> str:
        """The sentence at a dotted key of a file, its blanks filled."""
        return fill(self._text(file, key), blanks)

    def count(self, file: str, key: str, number: int, /, **blanks: object) -> str:
        """The form of a sentence that fits a number: ``one`` or ``other``, with ``$count`` filled."""
        return self.say(file, f"{key}.{'one' if number == 1 else 'other'}", count=number, **blanks)

    def say_or(self, file: str, key: str, otherwise: str, /, **blanks: object) -> str:
        """The sentence at a key, or what stands in for one that an older record may name."""
        from coach.formats.text import clean

        return self.say(file, key, **blanks) if self.has(file, key) else clean(otherwise)

    def listed(self, names: Sequence[str]) -> str:
        """Names as one list, such as "a, b and c"."""
        if len(names) < 2:
            return "".join(names)
        return self("phrases.list.and", first=self.commas(names[:-1]), last=names[-1])

    def commas(self, parts: Iterable[str]) -> str:
        """Parts that are not empty, with commas between them."""
        return self("phrases.list.comma").join(part for part in parts if part)

    def lines(self, file: str, key: str) -> tuple[str, ...]:
        """The lines of a list."""
        return tuple(self._at(file, key))

    def has(self, file: str, key: str) -> bool:
        """Whether there is wording at that key."""
        try:
            self._at(file, key)
        except KeyError:
            return False
        return True

    def item(self, instrument: str, item: str, field: str) -> str:
        """A field of an item's wording: ask, why, short or row; a follow-up falls back on the ladder's."""
        table = self.file(instrument)
        own = table.get("item", {}).get(item, {}).get(field)
        if own is None and "." in item:
            own = table.get("ladder", {}).get(item.rsplit(".", 1)[1], {}).get(field)
        if own is None:
            raise KeyError(f"{instrument}: {item}.{field}")
        return str(own)

    def card(self, instrument: str, card: str, field: str) -> str:
        """A field of a card's wording: ask, why or notice; an empty string where it has none."""
        return str(self.file(instrument).get("card", {}).get(card, {}).get(field, ""))

    def option(self, responses: str, option: str) -> str:
        """The text of one answer of a response set."""
        return str(self.file("responses")[responses][option])

    def day(self, day: date, style: str = "full") -> str:
        """A day spelt out: ``full``, ``short``, ``month``, or as an ``echo`` with its weekday."""
        short, long = self.months
        month = day.month - 1
        blanks = {"day": day.day, "month": long[month], "mon": short[month], "year": day.year}
        if style == "echo":
            blanks["weekday"] = self.file("language")["weekdays"]["long"][day.weekday()]
        return self.say("language", f"date.{style}", **blanks)

    def unreadable(self, problem: Unreadable) -> str:
        """Why something typed could not be read, and what would be within its bounds."""
        parts = [problem, *([problem.bounds] if problem.bounds else [])]
        return " ".join(self.say("forms", f"unreadable.{each.key}", **each.blanks) for each in parts)

    def number(self, value: float, places: int = 0) -> str:
        """A number with the language's own signs; a whole one without places."""
        exact = round(value, 2) or 0.0  # no minus before nothing
        digits = f"{exact:,.{places}f}" if places or exact == int(exact) else f"{exact:,.2f}".rstrip("0")
        signs = self.file("language")["number"]
        swap = {",": signs["thousands"], ".": signs["decimal"]}
        return "".join(swap.get(character, character) for character in digits)

    @cached_property
    def months(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Month names, short and long."""
        months = self.file("language")["months"]
        return tuple(months["short"]), tuple(months["long"])

    @cached_property
    def lexicon(self) -> Lexicon:
        """What a reader of days, moments and figures knows of the language."""
        language, money = self.file("language"), read(self.root, "currencies.toml")[0]
        typed, weekdays = language["typed"], language["weekdays"]
        short, long = self.months
        return Lexicon(
            months=tuple(zip(long, short, strict=True)),
            weekdays=tuple(zip(weekdays["long"], weekdays["short"], strict=True)),
            days={word: away for day, away in DAYS.items() for word in typed["days"][day]},
            units={word: unit for unit, words in typed["units"].items() for word in words},
            ones=frozenset(typed["ones"]),
            patterns={kind: tuple(each) for kind, each in typed["patterns"].items()},
            dropped=frozenset(typed["dropped"]),
            ordinals=tuple(typed["ordinals"]),
            ranges=tuple(typed["ranges"]),
            currencies={**{code: code for code in money["codes"]}, **money["signs"]},
        )

    def _text(self, file: str, key: str) -> str:
        found = self._at(file, key)
        if not isinstance(found, str):
            raise KeyError(f"{file}: {key}")
        return found

    def _at(self, file: str, key: str) -> Any:
        found: Any = self.file(file)
        rest = key
        while rest:
            if not isinstance(found, Mapping):
                raise KeyError(f"{file}: {key}")
            if rest in found:
                return found[rest]
            head, _, rest = rest.partition(".")
            found = found.get(head)
        raise KeyError(f"{file}: {key}")


def fill(text: str, blanks: Mapping[str, object]) -> str:
    """A text with its ``$blanks`` filled; an unknown blank stays visible."""
    return Template(text).safe_substitute({name: str(value) for name, value in blanks.items()})
