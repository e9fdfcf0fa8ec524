"""How one question about one's own limits reads. Knows wording; knows no widget's workings."""

from coach.casebook.limits import LIMITS
from coach.engine.interview.answer import Answer, AnswerKind, Answers, silent
from coach.engine.interview.instrument import Ask, Card, Item
from coach.formats.units import write_figure
from coach.wording.limits import CURRENCY, LimitWording
from screens.widgets.glyphs import round_mark, square_mark
from screens.widgets.lists.line_list import Line
from screens.widgets.reading.limit_question import LimitContent

DIGITS = 9
"""Options that one digit can reach."""


def ticked_in(place: Card | Item, standing: Answers) -> frozenset[str]:
    """The rows of a card that stand ticked."""
    rows = place.rows if isinstance(place, Card) else ()
    return frozenset(row for row in rows if row in standing and standing[row].option == "yes")


def letters_in(place: Card | Item) -> bool:
    """Whether words are typed there, so that letters are no keys."""
    return isinstance(place, Item) and place.ask in (Ask.WORDS, Ask.CODE)


def unsaid(said: LimitWording, place: Card | Item, standing: Answers, kind: AnswerKind) -> tuple[Answer, ...]:
    """The answers that leave a question unsaid; to pass over what stands already is no answer."""
    items = said.items_of(place.id)
    stands = kind is AnswerKind.SKIPPED and any(item.id in standing for item in items)
    return () if stands else tuple(silent(item.id, kind) for item in items)


def limit_content(
    said: LimitWording, place: Card | Item, standing: Answers, ticks: frozenset[str], at: int = 1, of: int = 1
) -> LimitContent:
    """A question as it reads now, with what stands; ``at`` and ``of`` say how far one has come."""
    words = said.words
    group = said.group(place.id)
    where = words("limits.place", group=group, at=at, of=of) if of > 1 else group
    if isinstance(place, Card):
        lines = tuple(
            Line(str(number), square_mark(row in ticks), words.item(LIMITS, row, "row"))
            for number, row in enumerate(place.rows, 1)
        )
        question, why = (words.card(LIMITS, place.id, field) for field in ("ask", "why"))
        return LimitContent(where, question, why, words("limits.hint.card"), lines, 0)
    question, why = (words.item(LIMITS, place.id, field) for field in ("ask", "why"))
    if place.ask is Ask.CHOICE:
        given = standing.get(place.id)
        stood = place.options.index(given.option) if given is not None and given.option in place.options else None
        many = words("limits.hint.many") if len(place.options) > DIGITS else ""
        return LimitContent(where, question, why, many, _options(said, place, stood), stood)
    return _field(said, place, standing, LimitContent(where, question, why))


def _options(said: LimitWording, item: Item, stood: int | None) -> tuple[Line, ...]:
    wide = len(str(len(item.options)))
    return tuple(
        Line(f"{at + 1:>{wide}}", round_mark(at == stood), said.words.option(item.responses, option))
        for at, option in enumerate(item.options)
    )


def _field(said: LimitWording, item: Item, standing: Answers, content: LimitContent) -> LimitContent:
    words, given = said.words, standing.get(item.id)
    letters = letters_in(item)
    typed = given.text if given is not None and letters and given.known else ""
    if given is not None and item.unit is not None and given.low is not None:
        typed = write_figure(given.low, given.low if given.high is None else given.high, item.unit)

    def of_item(table: str) -> str:
        key = f"limits.{table}.{item.id}"
        return words(key, currency=said.known((CURRENCY,), standing)).strip() if words.has("screens", key) else ""

    return LimitContent(
        content.place, content.question, content.why, words("limits.hint.words" if letters else "limits.hint.figure"),
        letters=letters, typed=typed, example=of_item("example"), unit=of_item("unit"),
    )  # fmt: skip
