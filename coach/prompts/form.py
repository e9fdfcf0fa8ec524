"""Asks any form in typed lines, field by field, and keeps it. Knows no noun; what is asked is given."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from coach.casebook.desk import Refused
from coach.formats.unreadable import Unreadable
from coach.forms.form import UNKNOWN, Field, Form, Kind, Said, Texts, Wrong, asked, echo, read, read_all
from coach.prompts.console import Back, Console, picked
from coach.store.file.errors import StoreFault

MORE = "\\"
"""What ends a line that another one follows."""
NOTHING = "-"
"""What takes away what stands in a field that may stay open."""


def _nothing(_: Texts) -> None:
    return None


class FormPrompts:
    """Asks forms, one typed line at a time."""

    def __init__(self, console: Console) -> None:
        self.console = console

    def ask(self, form: Form, after: Callable[[Texts], None] = _nothing) -> Any:
        """Ask a form and keep it; gives what whoever asked is to be given.

        ``after`` is told after each answer what stands in the fields; what it raises leaves the form.
        Raises Back where the owner goes back before the first field, Left where they leave.
        """
        self.console.show("")
        for text in (form.title, form.about):
            if text:
                self.console.show(text)
        texts, place = form.texts(), 0
        said: dict[str, Any] = {}
        while True:
            fields = asked(form, texts)
            try:
                if place < len(fields):
                    field = fields[place]
                    texts[field.id], said[field.id] = self._answer(field, texts[field.id], said, form)
                    after(texts)
                    place += 1
                    continue
                kept = form.keep(read_all(form, texts))
            except Back:
                if place == 0:
                    raise
                place = min(place, len(fields)) - 1
            except Wrong as wrong:
                self.console.problem(wrong.problem)
                place = [field.id for field in fields].index(wrong.field)
            except (Refused, StoreFault, Unreadable) as problem:
                self.console.problem(problem)
                place = len(fields) - 1
            else:
                if kept.said:
                    self.console.show(kept.said)
                return kept.value

    def through(self, next_form: Callable[[int], Form | None]) -> bool:
        """Ask form after form, each kept before the next; back goes to the one before.

        ``next_form`` is given how many lie behind. Raises Back before the first, Left where the owner leaves.
        """
        place = 0
        while (form := next_form(place)) is not None:
            try:
                self.ask(form)
                place += 1
            except Back:
                if place == 0:
                    raise
                place -= 1
        return True

    def _answer(self, field: Field, stands: str, said: Said, form: Form) -> tuple[str, Any]:
        """What stands in a field after it was asked, and what that means. Raises Back and Left."""
        self._show(field, stands, alone=len(form.fields) == 1)
        while True:
            text = self._typed(field, stands)
            if text is None:
                continue
            try:
                found = read(field, text, said)
            except (Unreadable, Refused) as problem:
                self.console.problem(problem)
                continue
            if not field.kind.offers and (understood := echo(field, text, said)):
                self.console.show(understood)
            return text, found

    def _show(self, field: Field, stands: str, alone: bool) -> None:
        show = self.console.show
        if not alone:
            show("")
        for line in (field.ask, field.hint, field.example):
            if line:
                show(line)
        self.console.number(field.labels)
        if field.kind is Kind.TEXT:
            show(self._word("lines_how"))
        if field.unknown and field.kind is not Kind.CHOICE:
            show(self._word("unknown_how"))
        if standing := self._standing(field, stands):
            show(self._word("stands", said=standing))

    def _standing(self, field: Field, stands: str) -> str:
        if stands == UNKNOWN:
            return field.unknown
        if field.kind.offers:
            return self.console.words.listed([label for each in stands.split() if (label := field.label(each))])
        return stands

    def _typed(self, field: Field, stands: str) -> str | None:
        """What stands in the field after a line; None where the line said nothing and that was told."""
        if field.kind.offers:
            return self._offered(field, stands)
        if stands:
            key = "prompt_stands_open" if field.optional else "prompt_stands"
        else:
            key = "prompt_open" if field.optional else "prompt"
        typed = self.console.written(self._word(key))
        if field.optional and typed == NOTHING:
            return ""
        while field.kind is Kind.TEXT and typed.endswith(MORE):
            typed = f"{typed.removesuffix(MORE)}\n{self.console.written(self._word('prompt_more'))}"
        return typed or stands

    def _offered(self, field: Field, stands: str) -> str | None:
        many, count = field.kind is Kind.TICKS, len(field.offered)
        typed = self.console.typed(self._word("prompt_ticks" if many else "prompt_choice", count=count))
        if not typed and (stands or many):
            return stands
        if typed == UNKNOWN and field.unknown:
            return UNKNOWN
        if many:
            numbers = [each for each in re.split(r"[\s,;]+", typed) if each != "0"]
            places = [place for each in numbers for place in _span(each, count)]
            if None in places:
                self.console.say("choose.again", count=count)
                return None
            return " ".join(field.offered[place] for place in places if place is not None)
        place = picked(typed, count)
        if place is None:
            place = self._named(field, typed)
        return None if place is None else field.offered[place]

    def _named(self, field: Field, typed: str) -> int | None:
        """The one option whose words hold what was typed; None, and those that do are shown, where it is not one."""
        sought = typed.casefold()
        found = [place for place, label in enumerate(field.labels) if sought in label.casefold()] if sought else []
        if len(found) == 1:
            return found[0]
        if found:
            for place in found:
                self.console.show(f"{place + 1}  {field.labels[place]}")
        else:
            self.console.say("choose.again", count=len(field.labels))
        return None

    def _word(self, key: str, **blanks: object) -> str:
        return self.console.words.say("forms", f"form.{key}", **blanks)


def _span(typed: str, count: int) -> Sequence[int | None]:
    """The places that a number or a span such as 1-5 names; None for anything else."""
    first, _, last = typed.partition("-")
    begin, end = picked(first, count), picked(last or first, count)
    return [None] if begin is None or end is None or end < begin else range(begin, end + 1)
