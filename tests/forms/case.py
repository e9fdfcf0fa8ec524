"""One form with what is put into it, for the tests that hold every form alike."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from coach.casebook.book import Casebook
from coach.forms.form import Form


class Case(NamedTuple):
    """A form on records made ready: ``ready`` prepares them and gives the maker's arguments; ``texts`` fill fields."""

    name: str
    make: Callable[..., Form | None]
    ready: Callable[[Casebook], tuple[object, ...]]
    texts: Mapping[str, str]
