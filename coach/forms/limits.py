"""Asks for one's own limits, one after another, each kept at once. Knows no client and no shell."""

from collections.abc import Callable, Collection

from coach.casebook.book import Casebook
from coach.casebook.limits import LIMITS
from coach.engine.interview.answer import AnswerKind, silent
from coach.engine.interview.instrument import Card, Item
from coach.forms.form import Form, Kept, Said
from coach.forms.items import answers, field_of
from coach.wording.limits import LimitWording


def limits(book: Casebook, wanted: Collection[str]) -> Callable[[int], Form | None]:
    """A form for each limit of those ids or groups, in the order of the instrument; None after the last."""
    wording = LimitWording(book.library)
    places = wording.places(wanted)

    def form(at: int) -> Form | None:
        if at >= len(places):
            return None
        words, group = book.library.words, wording.group(places[at].id)
        title = words("limits.place", group=group, at=at + 1, of=len(places)) if len(places) > 1 else group
        return _form(book, places[at], title)

    return form


def _form(book: Casebook, asked: Item | Card, title: str) -> Form:
    words, example = book.library.words, f"limits.example.{asked.id}"

    def keep(said: Said) -> Kept:
        given = answers(asked, said[asked.id])
        # What was passed over once is not asked for again by the next check.
        book.limits.set(*(given or (silent(each, AnswerKind.SKIPPED) for each in open_ones)))
        return Kept()

    standing = book.limits.standing()
    ids = asked.rows if isinstance(asked, Card) else (asked.id,)
    open_ones = [each for each in ids if each not in standing]
    field = field_of(
        book,
        LIMITS,
        asked,
        standing,
        book.limits.currency(),
        example=words(example) if words.has("screens", example) else "",
    )
    return Form(asked.id, title, (field,), keep)
