"""Asks for one's own limits, one after another, each kept at once. Knows no client and no shell."""

from collections.abc import Callable, Collection

from coach.casebook.book import Casebook
from coach.casebook.limits import LIMITS
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
        book.limits.set(*answers(asked, said[asked.id]))
        return Kept()

    field = field_of(
        book,
        LIMITS,
        asked,
        book.limits.standing(),
        book.limits.currency(),
        example=words(example) if words.has("screens", example) else "",
    )
    return Form(asked.id, title, (field,), keep)
