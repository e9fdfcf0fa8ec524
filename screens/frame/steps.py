"""Asks form after form, each kept before the next. Knows no noun; what is asked is given."""

from collections.abc import Callable

from textual import on
from textual.binding import Binding

from coach.casebook.book import Casebook
from coach.engine.value import replace
from coach.forms.form import UNKNOWN, Form, Kept, Kind
from screens.frame.form import FormDialog
from screens.widgets.fields.offer import Turned

NextForm = Callable[[Casebook, int], Form | None]
"""The form after so many others, in the words of a casebook; None where there is none left."""


class StepsDialog(FormDialog):
    """Asks form after form, each of one field and kept before the next; gives True where it came to the end."""

    BINDINGS = [
        Binding("shift+tab", "previous", "form.key.back", id="form.key.back"),
        Binding("ctrl+n", "unknown", "form.key.unknown", id="form.key.unknown"),
    ]

    def __init__(self, next_form: NextForm) -> None:
        super().__init__(lambda book: next_form(book, self.at))
        self.at = 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Back leads somewhere from the second form on; not everything can be left unknown."""
        if action == "previous":
            return self.at > 0
        if action == "unknown":
            return bool(self.form and self.form.fields[0].unknown and self.form.fields[0].kind is not Kind.CHOICE)
        return super().check_action(action, parameters)

    async def kept(self, kept: Kept) -> None:
        """Ask the next, below what is to be said of this one; after the last, be done."""
        self.at += 1
        form = self.attempt(lambda: self.make(self.book))
        if form is None:
            await super().kept(Kept(kept.said))
        else:
            await self._ask(replace(form, about="\n".join(filter(None, (kept.said, form.about)))))

    async def action_previous(self) -> None:
        """Ask the one before again; what stands here waits as a draft."""
        if self._draft is not None:
            self._keep_draft()
        self.at = max(self.at - 1, 0)
        await self._ask(self.attempt(lambda: self.make(self.book)))

    async def action_unknown(self) -> None:
        """Say that one does not know, and go on."""
        await self._save({self.sheet.first_box.look.id: UNKNOWN})

    @on(Turned)
    async def _stepped(self, message: Turned) -> None:
        message.stop()
        message.prevent_default()
        if message.by < 0 and self.at:
            await self.action_previous()

    def _gone(self) -> None:
        self.dismiss(self.at > 0 or None)
