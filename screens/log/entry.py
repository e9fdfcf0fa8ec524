"""Asks what happened, and at a reason to stop first whether one is safe. Knows no place."""

from collections.abc import Callable
from functools import partial

from coach.forms.log import before_all, safety, stop_named
from coach.library.guide import topic_for
from coach.wording.log import LogWording
from screens.frame import commands
from screens.frame.form import FormDialog
from screens.frame.frame import Frame
from screens.frame.place import key_label


def ask_safety(app: Frame, kind: str, then: Callable[[bool], object]) -> None:
    """Ask whether one is safe; where not, say what comes first. ``then`` is told whether one goes on."""

    def asked(safe: bool | None) -> None:
        if safe is False:
            app.push_screen(FormDialog(partial(before_all, kind=kind)), chosen)
        else:
            then(safe is True)

    def chosen(way: str | None) -> None:
        if way == "page":
            guide = app.book.library.guide
            app.post_message(commands.ShowGuide(topic_for(guide, LogWording(app.book.library).rests(kind))))
        then(way == "go_on")

    key = key_label(app, app.keys.get("app.clear", "ctrl+l"))
    app.push_screen(FormDialog(partial(safety, clearing=key)), asked)


class EntryDialog(FormDialog):
    """The form of an entry; nothing of a reason to stop is written down before safety was asked."""

    settled = ""
    """The kind at which one said to go on."""

    def on_descendant_blur(self) -> None:
        """Ask as soon as the kind is left; not where something else covers the form, such as the blank screen."""
        if self.is_current and self.boxes:
            self._safely(self.texts, lambda: None)

    async def _save(self, texts: dict[str, str]) -> None:
        if not self._safely(texts, lambda: self.call_later(super(EntryDialog, self)._save, texts)):
            await super()._save(texts)

    def _safely(self, texts: dict[str, str], go_on: Callable[[], object]) -> bool:
        """Whether safety is asked first; what was to be done follows it."""
        kind = stop_named(self.book, texts)
        if kind in ("", self.settled, stop_named(self.book, self.sheet.first)):
            return False

        def answered(goes_on: bool) -> None:
            if goes_on:
                self.settled = kind
                go_on()
            else:
                self._drop_draft()
                self.dismiss(None)

        ask_safety(self.coach, kind, answered)
        return True
