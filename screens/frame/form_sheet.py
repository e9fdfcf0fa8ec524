"""The fields of a form: those that are asked now, and below each what was understood or is wrong. Keeps nothing."""

from collections.abc import Mapping, Sequence
from typing import Any

from textual.containers import Vertical

from coach.casebook.desk import Refused
from coach.formats.unreadable import Unreadable
from coach.forms.form import Field, Form, Kind, asked, echo, read
from screens.frame.frame import Problem
from screens.frame.place import AppAccess
from screens.widgets.fields.field_box import FieldBox, FieldLook


class FormSheet(AppAccess, Vertical):
    """Draws the fields of a form, and says what stands in them."""

    DEFAULT_CSS = """
    FormSheet { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.form: Form | None = None
        self.boxes: dict[str, FieldBox] = {}
        self.first: dict[str, str] = {}

    async def ask(self, form: Form, draft: Mapping[str, str]) -> None:
        """Draw the fields of a form, with what stands there at first or stood in its draft."""
        self.form = form
        await self.remove_children()
        self.boxes = {field.id: FieldBox(self._look(form, field), field.value) for field in form.fields}
        await self.mount(*self.boxes.values())
        self.first = self.texts
        for name, text in draft.items():
            if name in self.boxes:
                self.boxes[name].hold(text)
        self._veil(form)
        self.follow()

    def relabel(self, form: Form) -> bool:
        """Say the same in other words; whether these are the same fields."""
        if {field.id for field in form.fields} != self.boxes.keys():
            return False
        self.form = form
        for field in form.fields:
            self.boxes[field.id].relabel(self._look(form, field))
        self._veil(form)
        self.follow()
        return True

    @property
    def texts(self) -> dict[str, str]:
        """What stands in every field."""
        return {name: box.text for name, box in self.boxes.items()}

    @property
    def touched(self) -> bool:
        """Whether anything stands there that did not at first; blanks are nothing."""
        now, first = ({name: text.strip() for name, text in each.items()} for each in (self.texts, self.first))
        return now != first

    @property
    def first_box(self) -> FieldBox:
        """The field to begin with."""
        assert self.form is not None
        return self.boxes[self.form.begin_at or asked(self.form, self.texts)[0].id]

    def onward(self, box: FieldBox, texts: dict[str, str]) -> str | None:
        """The field after one that can be taken, empty after the last; None, and said why, where it cannot."""
        assert self.form is not None
        fields = asked(self.form, texts)
        place = [field.id for field in fields].index(box.look.id)
        try:
            read(fields[place], texts[box.look.id], _said(fields[:place], texts))
        except (Unreadable, Refused) as problem:
            self.wrong(box, problem)
            return None
        return fields[place + 1].id if place + 1 < len(fields) else ""

    def wrong(self, box: FieldBox, problem: Problem) -> None:
        """Say below a field what is wrong with it."""
        box.say(self.coach.problem_text(problem), wrong=True)

    def follow(self, changed: FieldBox | None = None) -> None:
        """Show the fields that are asked now, and below each what was understood; say what is wrong once it is left."""
        if self.form is None or not self.boxes:
            return
        texts, fields = self.texts, asked(self.form, self.texts)
        for name, box in self.boxes.items():
            box.display = any(field.id == name for field in fields)
        for place, field in enumerate(fields):
            box = self.boxes[field.id]
            self._say(field, box, texts[field.id], _said(fields[:place], texts), box is changed or box.has_focus_within)

    def _say(self, field: Field, box: FieldBox, text: str, said: dict[str, Any], typing: bool) -> None:
        understood = "" if self.discreet and field.private else echo(field, text, said)
        if not text.strip():
            box.say(understood if field.optional else "")
            return
        try:
            read(field, text, said)
        except (Unreadable, Refused) as problem:
            # A letter in a figure will not come right by typing on.
            at_once = field.kind in (Kind.FIGURE, Kind.PERCENT) and any(each.isalpha() for each in text)
            if not typing or at_once:
                self.wrong(box, problem)
            else:
                box.say("")
        else:
            box.say(understood)

    def _veil(self, form: Form) -> None:
        """Draw as dots what is private, while others can see the screen."""
        for field in form.fields:
            self.boxes[field.id].veil(self.discreet and field.private)

    def _look(self, form: Form, field: Field) -> FieldLook:
        last = (form.quick and not field.kind.offers) or field.id == form.fields[-1].id
        return FieldLook(
            field.id,
            field.ask,
            field.hint,
            field.example,
            tuple(zip(field.offered, field.labels, strict=True)),
            many=field.kind is Kind.TICKS,
            lines=field.kind is Kind.TEXT,
            select=field.kind not in (Kind.TEXT, Kind.LINE),
            longest=field.longest,
            alone=len(form.fields) == 1,
            folded=form.quick,
            enter=(form.enter or self._word("save")) if last else self._word("next"),
            find=self._word("find"),
            none_found=self._word("none_found"),
        )

    def _word(self, key: str) -> str:
        return self.words.say("forms", f"form.{key}")


def _said(fields: Sequence[Field], texts: dict[str, str]) -> dict[str, Any]:
    """What was said in these fields, as far as it can be read."""
    said: dict[str, Any] = {}
    for field in fields:
        try:
            said[field.id] = read(field, texts[field.id], said)
        except (Unreadable, Refused):
            continue
    return said
