"""A form as data: its fields, what each reads, and what keeps them. Knows no noun and no shell.

A shell holds what stands in the fields as texts by field id, and draws them as it can; what a text means is decided
here alone, so that a screen, a typed line and a command come to the same.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from coach.casebook.desk import Refused
from coach.engine.value import Value
from coach.formats.text import clean, one_line
from coach.formats.unreadable import Unreadable

Texts = Mapping[str, str]
"""What stands in the fields, by id: as typed, the id of the option chosen, or the ids ticked with blanks between."""
Said = Mapping[str, Any]
"""What was said, by id of the field."""

LONGEST = 400
"""Characters of a field that names no other limit."""
UNKNOWN = "?"
"""What stands in a field of which the owner says that they do not know."""


class Kind(StrEnum):
    """What is asked for."""

    CHOICE = "choice"
    TICKS = "ticks"
    LINE = "line"
    TEXT = "text"
    NAME = "name"
    DAY = "day"
    MOMENT = "moment"
    MONEY = "money"
    FIGURE = "figure"
    PERCENT = "percent"
    DURATION = "duration"
    TIME = "time"

    @property
    def offers(self) -> bool:
        """Whether one takes from what is offered, and types nothing."""
        return self in (Kind.CHOICE, Kind.TICKS)


class Option(Value):
    """One thing to choose or tick."""

    id: str
    label: str


def _same(text: str) -> Any:
    return text


def _nothing(_: Any) -> str:
    return ""


def _always(_: Texts) -> bool:
    return True


def _anything(_: Any, __: Said) -> None:
    return None


class Field(Value):
    """One thing asked.

    ``read`` is given what was typed, cleaned; it raises Unreadable or Refused. ``echo`` says what was understood.
    ``rule`` holds it against what was said before it, and raises likewise. ``when`` says whether it is asked, by what
    stands in the fields before it. ``empty`` is what an empty field means, where it may stay open; where it may not,
    ``missing`` is the key of a refusal of its own. ``unknown`` is the label of not knowing, where that is an answer.
    """

    id: str
    kind: Kind
    ask: str
    hint: str = ""
    example: str = ""
    value: str = ""
    options: tuple[Option, ...] = ()
    optional: bool = False
    empty: Any = None
    missing: str = ""
    unknown: str = ""
    longest: int = LONGEST
    private: bool = False
    read: Callable[[str], Any] = _same
    echo: Callable[[Any], str] = _nothing
    rule: Callable[[Any, Said], None] = _anything
    when: Callable[[Texts], bool] = _always

    @property
    def labels(self) -> tuple[str, ...]:
        """What is offered, in words; not knowing comes last."""
        unknown = [self.unknown] if self.unknown and self.kind is Kind.CHOICE else []
        return (*(each.label for each in self.options), *unknown)

    @property
    def offered(self) -> tuple[str, ...]:
        """The ids of what is offered, in the same order."""
        unknown = [UNKNOWN] if self.unknown and self.kind is Kind.CHOICE else []
        return (*(each.id for each in self.options), *unknown)

    def label(self, offered: str) -> str:
        """What an id offered is called; empty where it is none."""
        return dict(zip(self.offered, self.labels, strict=True)).get(offered, "")


class Kept(Value):
    """What a form has done: what is to be said of it, and what whoever opened it is given."""

    said: str = ""
    value: Any = True


class Form(Value):
    """What is asked in one go.

    ``keep`` is given what was said and keeps it in one go; it raises the refusals and faults of a casebook. ``id`` and
    ``client_id`` name its draft; without an id none is kept, and it is left without a question. ``quick`` says that
    Enter in any field saves, since only the first one has to be filled; ``enter`` is what Enter does, where it is not
    to save.
    """

    id: str
    title: str
    fields: tuple[Field, ...]
    keep: Callable[[Said], Kept]
    about: str = ""
    client_id: int | None = None
    quick: bool = False
    begin_at: str = ""
    enter: str = ""

    def texts(self) -> dict[str, str]:
        """What stands in every field at first."""
        return {field.id: field.value for field in self.fields}


class Wrong(Exception):
    """What stands in one field cannot be taken; ``problem`` says why."""

    def __init__(self, field: str, problem: Unreadable | Refused) -> None:
        super().__init__(field)
        self.field, self.problem = field, problem


def asked(form: Form, texts: Texts) -> tuple[Field, ...]:
    """The fields that are asked, by what stands in those before them."""
    return tuple(field for field in form.fields if field.when(texts))


def read(field: Field, text: str, said: Said) -> Any:
    """What stands in a field, read and held against what was said before; None where it is not known.

    Raises Unreadable: ``empty`` where something is needed, ``choice`` for what is not offered; and what the field's own
    reader and rule raise.
    """
    if field.kind is Kind.TEXT:
        typed = clean(text, lines=True, limit=field.longest).strip()
    else:
        typed = one_line(text, field.longest)
    if field.unknown and typed == UNKNOWN:
        return None
    if not typed and field.optional:
        found = field.empty
    else:
        if not typed and field.missing:
            raise Refused(field.missing)
        if not typed and not field.kind.offers:
            raise Unreadable("empty")
        found = field.read(_offered(field, typed) if field.kind.offers else typed)
    field.rule(found, said)
    return found


def read_all(form: Form, texts: Texts) -> dict[str, Any]:
    """What was said in every field that is asked. Raises Wrong at the first that cannot be taken."""
    said: dict[str, Any] = {}
    for field in asked(form, texts):
        try:
            said[field.id] = read(field, texts.get(field.id, ""), said)
        except (Unreadable, Refused) as problem:
            raise Wrong(field.id, problem) from problem
    return said


def echo(field: Field, text: str, said: Said) -> str:
    """What was understood of a text; empty where it cannot be read, or where nothing is to be said of it."""
    if field.unknown and text.strip() == UNKNOWN:
        return field.unknown
    try:
        return field.echo(read(field, text, said))
    except (Unreadable, Refused):
        return ""


def _offered(field: Field, typed: str) -> Any:
    if field.kind is Kind.CHOICE:
        if typed not in {each.id for each in field.options}:
            raise Unreadable("choice")
        return typed
    ids = typed.split()
    if not {each.id for each in field.options}.issuperset(ids):
        raise Unreadable("choice")
    return tuple(each.id for each in field.options if each.id in ids)
