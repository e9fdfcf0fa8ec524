"""An answers file, TOML or JSON by item id, into answers. Knows how people write answers down; keeps none of them.

Every mistake is one Refused that names the item; a file with mistakes gives no answers at all.
"""

import difflib
import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from coach.casebook.desk import Refused
from coach.engine.interview.answer import SILENT, Answer, AnswerKind, chosen, figure, silent, ticked
from coach.engine.interview.instrument import Ask, Card, Depth, Instrument, Item
from coach.engine.interview.interview import Interview
from coach.engine.value import Value
from coach.formats.lexicon import Lexicon
from coach.formats.text import clean
from coach.formats.units import read_figure

MOST = 200_000
"""Bytes of an answers file."""
UNSAID = {kind.value: kind for kind in (*SILENT, AnswerKind.NOT_APPLICABLE)}
KEYS = ("depth", "confirm_cards", "on")


class AnswersFile(Value):
    """What an answers file says: how deep it goes, its day if it names one, and the answers."""

    depth: Depth
    on_day: date | None
    answers: Mapping[str, Answer]


def read_answers_file(path: Path, instrument: Instrument, lexicon: Lexicon) -> AnswersFile:
    """The answers of a file. Raises Refused with the first mistake, named by item and remedy."""
    return answers_from(_load(path), instrument, lexicon)


def answers_from(raw: Mapping[str, Any], instrument: Instrument, lexicon: Lexicon) -> AnswersFile:
    """The answers written in a mapping by item id."""
    depth = raw.get("depth", "full")
    if depth not in ("quick", "full"):
        raise Refused("answers_depth", value=_shown(depth))
    answers: dict[str, Answer] = {}
    for key, value in raw.items():
        if key not in KEYS:
            for given in _entry(str(key), value, instrument, lexicon):
                if given.item in answers:
                    raise Refused("answers_twice", item=given.item)
                answers[given.item] = given
    if raw.get("confirm_cards"):
        for place in instrument.order:
            if isinstance(place, Card):
                answers |= {row: chosen(row, place.blank) for row in place.rows if row not in answers}
    _only_what_is_asked(answers, instrument, Depth(depth))
    return AnswersFile(Depth(depth), _day(raw.get("on")), answers)


def _entry(key: str, value: object, instrument: Instrument, lexicon: Lexicon) -> list[Answer]:
    item = instrument.items.get(key)
    if item is None:
        near = difflib.get_close_matches(key, instrument.items, n=3, cutoff=0.5)
        raise Refused("answers_unknown_near" if near else "answers_unknown", item=_shown(key), near=", ".join(near))
    if isinstance(value, list):
        rungs = [item, *instrument.follow_ups(key)]
        if len(rungs) == 1 or len(value) > len(rungs):
            raise Refused("answers_list", item=key)
        return [_answer(rung, each, instrument, lexicon) for rung, each in zip(rungs, value, strict=False)]
    return [_answer(item, value, instrument, lexicon)]


def _answer(item: Item, value: object, instrument: Instrument, lexicon: Lexicon) -> Answer:
    note = ""
    if isinstance(value, dict):
        dotted = next((f"{item.id}.{part}" for part in value if f"{item.id}.{part}" in instrument.items), "")
        if dotted:
            raise Refused("answers_dotted", item=dotted)
        if not set(value) <= {"answer", "note"} or "answer" not in value:
            raise Refused("answers_value", item=item.id, value=_shown(value), known="answer, note")
        note, value = clean(str(value.get("note", "")), lines=True, limit=4000), value["answer"]
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise Refused("answers_value", item=item.id, value=_shown(value), known=", ".join(item.options))
    text = str(value)
    if text in UNSAID:
        return silent(item.id, UNSAID[text], note)
    if item.ask is Ask.NUMBER:
        return _number(item, text, note, lexicon)
    if item.ask is Ask.WORDS:
        return Answer(item.id, AnswerKind.TEXT, text=clean(text, lines=True, limit=4000))
    if text == AnswerKind.TICKED.value and "0" in item.options:
        return ticked(item.id)
    if text not in item.options:
        raise Refused("answers_value", item=item.id, value=_shown(text), known=", ".join(item.options))
    return chosen(item.id, text, note)


def _number(item: Item, text: str, note: str, lexicon: Lexicon) -> Answer:
    try:
        low, high = read_figure(text, item.unit.value if item.unit else "count", lexicon)
    except ValueError as error:
        raise Refused("answers_figure", item=item.id, value=_shown(text)) from error
    if (item.least is not None and low < item.least) or (item.most is not None and high > item.most):
        raise Refused("answers_bounds", item=item.id, value=_shown(text))
    return figure(item.id, low, high, note)


def _only_what_is_asked(answers: Mapping[str, Answer], instrument: Instrument, depth: Depth) -> None:
    asked = Interview.begin(instrument, depth, answers).asked()
    for item, given in answers.items():
        blank = given.kind is AnswerKind.OPTION and given.option in ("0", "no")
        if item not in asked and not (blank and item in instrument.carded()):
            raise Refused("answers_unasked", item=item)


def _day(value: object) -> date | None:
    if value is None:
        return None
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError as error:
        raise Refused("day_unreadable") from error


def _load(path: Path) -> Mapping[str, Any]:
    try:
        with path.open("rb") as handle:
            data = handle.read(MOST + 1)
        if len(data) > MOST:
            raise Refused("answers_large", path=str(path))
        text = data.decode("utf-8-sig")
        raw = json.loads(text, object_pairs_hook=_once) if path.suffix == ".json" else tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise Refused("answers_unreadable", path=str(path)) from error
    except (ValueError, RecursionError) as error:
        # Only the place is repeated: the file may hold what nobody else should read.
        place = re.search(r"line \d+", str(error))
        where = place[0] if place else ""
        raise Refused("answers_syntax", path=str(path), where=where) from error
    if not isinstance(raw, dict):
        raise Refused("answers_syntax", path=str(path), where="")
    return raw


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object in which no key comes twice: which of two answers was meant, nobody could say."""
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise Refused("answers_twice", item=_shown(key))
        seen[key] = value
    return seen


def _shown(value: object) -> str:
    return clean(str(value), limit=40)
