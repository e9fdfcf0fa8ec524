"""The last change in typed lines, and taking it back. Knows no noun it may be of."""

from coach.prompts.prompts import Prompts

SETTING = "setting"
"""A change that is not offered to be taken back: how the coach starts was just chosen."""


class RecordPrompts(Prompts):
    """Takes the last change back."""

    def offered(self) -> str:
        """What the menu says of the last change; empty where there is none to take back."""
        change = self.book.records.last_change()
        if change is None or change.verb == SETTING:
            return ""
        return self.console.text("menu.undo", what=self.words(f"undo.{change.verb}"))

    def undo(self) -> None:
        """Take it back, and say what it was."""
        change = self.book.records.undo()
        if change is not None:
            self.console.say("menu.undone", what=self.words(f"undo.{change.verb}"))
