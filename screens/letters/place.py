"""A place from which a text leaves: what was refused is said in one line, and an editor can be lent the text."""

from collections.abc import Callable

from textual.app import SuspendNotSupported

from coach.casebook.desk import Refused
from coach.store.file.errors import StoreFault
from screens.frame.place import Place
from screens.frame.settings.editor import NotWritten, editor, write_outside


class LetterPlace(Place):
    """A place with a text that may be saved, sent or rewritten."""

    def done(self, act: Callable[[], object]) -> bool:
        """Do something with the records; False, and said why, where it was refused."""
        try:
            act()
        except (Refused, StoreFault) as problem:
            if isinstance(problem, Refused) and problem.key == "letter_open":
                self.notify(self.words("letter.not_yet"), severity="warning", markup=False)
            else:
                self.complain(problem)
            return False
        return True

    def outside(self, text: str) -> str | None:
        """The text as the owner's own editor leaves it; None, and said why, where it could not be written there."""
        try:
            command = editor(str(self.book.settings.get("editor", "")))
        except StoreFault as fault:
            self.complain(fault)
            return None
        if not command:
            self.notify(self.words("letter.no_editor"), severity="warning", markup=False)
            return None
        try:
            with self.app.suspend():
                return write_outside(text, command, self.book.places.data)
        except (NotWritten, SuspendNotSupported):
            self.notify(self.words("letter.editor_failed"), severity="warning", markup=False)
            return None
