"""How one step of a check reads: its window, its question, its lines. Knows wording; knows no widget's workings."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from coach.casebook.checks.sitting import Sitting
from coach.casebook.prospects import PROSPECT_CHECK
from coach.engine.interview.answer import Answer, AnswerKind
from coach.engine.interview.instrument import Ask, Card, Item, Window
from coach.engine.interview.interview import Step, StepKind
from coach.formats.days import year_before
from coach.formats.units import write_figure
from coach.library.words import Words
from coach.wording.checks.review import answer_lines, answer_text, label_of, summary
from screens.checks.current_step import UNSURE, YES, CurrentStep
from screens.widgets.glyphs import other_mark, round_mark, square_mark
from screens.widgets.lists.line_list import Line
from screens.widgets.reading.ask_view import ReviewContent
from screens.widgets.reading.review_list import Entry
from screens.widgets.reading.step_card import StepContent

NOT_SURE, UNSAID = "?", "–"
GAP = Line("", "", "")


class Logged(NamedTuple):
    """What the log holds beside answers: by sign, by sign where the two are far apart, and at the step at hand."""

    beside: Mapping[str, str] = MappingProxyType({})
    apart: Mapping[str, str] = MappingProxyType({})
    said: str = ""


NOTHING_LOGGED = Logged()


def step_content(
    words: Words,
    current: CurrentStep,
    today: date,
    note: str,
    limit: str = "",
    currency: str = "",
    logged: Logged = NOTHING_LOGGED,
) -> StepContent | None:
    """The step being asked as it reads now; None where all have been asked."""
    step, item, sitting = current.step, current.item, current.sitting
    if step is None or item is None:
        return None
    noted = words("ask.noted", note=note) if note else ""
    if step.card is not None:
        return _card(words, current, step, step.card, today)
    name = sitting.assessment.instrument
    given = current.answers.get(item.id)
    question = words.item(name, item.id, "ask")
    lead, at = "", 0
    parts: tuple[tuple[str, str], ...] = ()
    if step.kind is StepKind.ROW:
        lead = words.item(name, step.id, "row")
        parts = tuple((label_of(words, name, each), _so_far(words, sitting, each, logged)) for each in step.items)
        at = step.items.index(item)
        question = question if item.part else words("ask.how_often_asked")
    elif item.part and words.has(name, f"item.{item.sign}.row"):
        lead = words.item(name, item.sign, "row")
    return StepContent(
        window=window(words, sitting, item.window, today),
        question=question,
        lead=lead,
        parts=parts,
        part=at,
        summary=summary(words, sitting.interview) if item.summary else (),
        standing=_standing(words, item, given) or logged.said,
        note=noted,
        limit=limit,
        lines=_options(words, item, given),
        cursor=item.options.index(given.option) if given and given.option in item.options else None,
        unit=currency or (words(f"ask.unit.{item.unit}") if item.unit else ""),
        like=words(f"ask.like.{item.unit}") if item.unit else "",
        typed=current.typed.get(item.id, _figure(item, given)),
    )


def window(words: Words, sitting: Sitting, which: Window, today: date) -> str:
    """The stretch of time asked about, as dates; empty where the question is about now."""
    last, length = sitting.assessment.on_day, timedelta(weeks=sitting.interview.instrument.weeks)
    if which is Window.WEEKS:
        first = sitting.assessment.since_day or last - length
        until = min(last, first + length)
        since = until == last == today
        key = "ask.window.weeks" if since else "ask.window.past_weeks"
        return words(key, first=words.day(first), last=words.day(until), weeks=max(1, (until - first).days // 7))
    if which is Window.YEAR:
        return words(
            "ask.window.year" if last == today else "ask.window.past_year",
            first=words.day(year_before(last)),
            last=words.day(last),
        )
    return "" if which is Window.NOW else words(f"ask.window.{which}")


def whom(words: Words, current: CurrentStep) -> str:
    """Whom the check is about: the client's name, or oneself."""
    return current.sitting.client.name if current.sitting.client_id is not None else words("ask.oneself")


def where(words: Words, current: CurrentStep, today: date) -> str:
    """How deep the check goes, its day where that is not today, and how far it has come."""
    sitting, step = current.sitting, current.step
    steps = [each.id for each in sitting.interview.steps()]
    own = sitting.client_id is None
    before = sitting.assessment.instrument == PROSPECT_CHECK
    depth = words(f"ask.depth.{'own' if own else 'prospect' if before else sitting.interview.depth}")
    at = words("ask.at", at=steps.index(step.id) + 1, steps=len(steps)) if step else words("review.title")
    day = sitting.assessment.on_day
    return words("phrases.between").join([depth, at] if day == today else [depth, words.day(day), at])


def reason(words: Words, current: CurrentStep) -> tuple[str, tuple[str, ...]] | None:
    """Why the question at hand is asked, and the ids of what it rests on; None where nothing is asked."""
    name, item, card = current.sitting.assessment.instrument, current.item, current.card
    if item is None:
        return None
    return (
        (words.card(name, card.id, "why"), card.sources) if card else (words.item(name, item.id, "why"), item.sources)
    )


def review_content(words: Words, current: CurrentStep, logged: Logged = NOTHING_LOGGED) -> ReviewContent:
    """Every answer as the review lists it; first of all what the log says otherwise."""
    interview = current.sitting.interview
    groups: dict[str, list[Entry]] = {}
    if logged.apart:
        groups[words.say("incidents", "memory.heading")] = []
    for each in answer_lines(words, interview):
        row, sign = f"{each.step} {each.item.id}", each.item.id
        answer = _beside(words, each.answer, logged.beside.get(sign, ""))
        if sign in logged.apart:
            said = words("phrases.between").join([logged.apart[sign], each.answer])
            groups[words.say("incidents", "memory.heading")].append(Entry(f"{row} log", each.label, said))
        entry = Entry(row, each.label, answer, each.open, each.nothing, bool(each.under))
        groups.setdefault(each.section, []).append(entry)
    still = sum(entry.open for entries in groups.values() for entry in entries)
    said = words.count("screens", "review.open", still) if still else ""
    own, before = current.sitting.client_id is None, current.sitting.assessment.instrument == PROSPECT_CHECK
    finish = words("review.finish_own" if own else "review.finish_prospect" if before else "review.finish")
    return ReviewContent(finish, said, list(groups.items()))


def _card(words: Words, current: CurrentStep, step: Step, card: Card, today: date) -> StepContent:
    name, ticks = current.sitting.assessment.instrument, current.marks
    rows = [_row(words, name, place, item, ticks.get(item.id, "")) for place, item in enumerate(step.items, 1)]
    count = sum(mark in (YES, UNSURE) for mark in ticks.values())
    if count:
        done = words.count("screens", "ask.confirm.some", count)
    else:
        done = words("ask.confirm.rest" if any(ticks.values()) else "ask.confirm.none")
    return StepContent(
        window=window(words, current.sitting, card.window, today),
        question=words.card(name, card.id, "ask"),
        notice=words.card(name, card.id, "notice"),
        lines=(*rows, GAP, Line(words("ask.enter"), "", done)),
        cursor=current.row,
    )


def _row(words: Words, name: str, place: int, item: Item, mark: str) -> Line:
    text = words.item(name, item.id, "row")
    if mark in ("", YES):
        return Line(str(place), square_mark(mark == YES), text)
    sign = other_mark(NOT_SURE if mark == UNSURE else UNSAID)
    return Line(str(place), sign, f"{text} · {words(f'ask.kind.{mark}')}")


def _options(words: Words, item: Item, given: Answer | None) -> tuple[Line, ...]:
    if item.ask is not Ask.CHOICE:
        return ()
    stood = given.option if given is not None and given.kind is AnswerKind.OPTION else ""
    return tuple(
        Line(str(place), round_mark(option == stood), words.option(item.responses, option))
        for place, option in enumerate(item.options, 1)
    )


def _standing(words: Words, item: Item, given: Answer | None) -> str:
    unsaid = given is not None and not given.known and (given.kind is not AnswerKind.TICKED or given.option)
    return words("ask.stands", answer=answer_text(words, item, given)) if unsaid else ""


def _so_far(words: Words, sitting: Sitting, item: Item, logged: Logged) -> str:
    given = sitting.interview.answers.get(item.id)
    if given is None or (given.kind is AnswerKind.TICKED and not given.option):
        return ""
    return _beside(words, answer_text(words, item, given), logged.beside.get(item.id, ""))


def _beside(words: Words, answer: str, log: str) -> str:
    """An answer with the count of the log behind it."""
    return words("phrases.between").join([answer, log]) if log else answer


def _figure(item: Item, given: Answer | None) -> str:
    if item.unit is None or given is None or given.low is None:
        return ""
    return write_figure(given.low, given.low if given.high is None else given.high, item.unit.value)


def _written(item: Item, bound: int | None) -> str:
    return "" if bound is None or item.unit is None else write_figure(bound, bound, item.unit.value)
