"""A form filled as a person fills it: with keys in a dialog, and line by line in the typed prompts."""

from textual import events
from textual.pilot import Pilot

from coach.casebook.book import Casebook
from coach.forms.form import Field, Form, Kind, asked
from coach.prompts.console import Console
from coach.prompts.form import MORE, NOTHING, FormPrompts
from screens.frame.form import FormDialog
from screens.widgets.fields.field_box import FieldBox
from screens.widgets.fields.finder import Finder
from tests.forms.case import Case
from tests.prompts.scripted import Script
from tests.screens.pilots import opened, press, settled


def made(case: Case, book: Casebook) -> Form:
    """The form of a case on records made ready for it."""
    form = case.make(book, *case.ready(book))
    assert form is not None
    return form


async def in_dialog(case: Case, book: Casebook) -> None:
    """Fill the form with keys."""
    given = case.ready(book)
    async with opened(book, FormDialog(lambda shown: case.make(shown, *given)), (120, 50)) as pilot:
        dialog = pilot.app.screen
        assert isinstance(dialog, FormDialog) and dialog.form is not None
        done: list[str] = []
        while pilot.app.screen is dialog:
            field = next((each for each in asked(dialog.form, dialog.texts) if each.id not in done), None)
            if field is None:
                await press(pilot, "ctrl+s" if len(dialog.boxes) > 1 else "enter")
                break
            done.append(field.id)
            dialog.boxes[field.id].focus()
            await settled(pilot)
            await _fill(pilot, dialog.boxes[field.id], field, case.texts.get(field.id, field.value))
        assert pilot.app.screen is not dialog, "it was refused"


async def _fill(pilot: Pilot[int], box: FieldBox, field: Field, text: str) -> None:
    if field.kind is Kind.CHOICE and text in field.offered:
        if isinstance(box.control, Finder):
            await pilot.press(*field.label(text))
            await press(pilot, "enter")
        else:
            await press(pilot, str(field.offered.index(text) + 1))
    elif field.kind is Kind.TICKS:
        now = set(box.text.split())
        await press(pilot, *(str(field.offered.index(each) + 1) for each in now ^ set(text.split())))
    elif field.kind is not Kind.CHOICE:
        await press(pilot, "end", "ctrl+u")
        if "\n" in text:
            box.control.post_message(events.Paste(text))
            await settled(pilot)
        else:
            await press(pilot, *text)


def in_lines(case: Case, book: Casebook) -> None:
    """Fill the form with typed lines."""
    form = made(case, book)
    texts = {**form.texts(), **case.texts}
    script = Script(*(line for field in asked(form, texts) for line in _lines(field, texts[field.id])))
    FormPrompts(Console(book.library.words, script.read, script.said.append)).ask(form)
    assert not script.lines, script.text


def _lines(field: Field, text: str) -> list[str]:
    if field.kind is Kind.CHOICE:
        return [str(field.offered.index(text) + 1) if text in field.offered else ""]
    if field.kind is Kind.TICKS:
        return [" ".join(str(field.offered.index(each) + 1) for each in text.split()) or "0"]
    if not text and field.value:
        return [NOTHING]
    *first, last = text.split("\n")
    return [*(line + MORE for line in first), last]
