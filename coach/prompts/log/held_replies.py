"""Replies that are held, in typed lines: written now, read again, sent or thrown away. Decides nothing itself."""

from collections.abc import Sequence

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.forms.log import longer, new_reply
from coach.prompts.console import Console
from coach.prompts.form import FormPrompts
from coach.store.held import Held
from coach.wording.log import LogWording


class LogConsole:
    """Asks and tells in the words of the incidents."""

    def __init__(self, book: Casebook, console: Console) -> None:
        self.book, self.console, self.wording = book, console, LogWording(book.library)
        self.forms = FormPrompts(console)

    def _choose(self, title: str, options: Sequence[str]) -> int:
        self.console.show(self._word(title))
        return self.console.choose([self._word(each) for each in options])

    def _word(self, key: str, /, **blanks: object) -> str:
        return self.wording.say(f"plain.{key}", **blanks)

    def _tell(self, key: str, /, **blanks: object) -> None:
        self.console.show(self.wording.say(key, **blanks))


class HeldReplyPrompts(LogConsole):
    """Everything about held replies, one typed line at a time."""

    def write(self, client_id: int | None) -> None:
        """Ask for a reply and until when it waits. Raises Left and Back."""
        self.forms.ask(new_reply(self.book, client_id))

    def through(self) -> None:
        """Read out the replies that are held, and ask what becomes of one."""
        waiting = self.book.held_replies.waiting()
        if not waiting:
            self._tell("plain.held_none")
            return
        self._tell("plain.held")
        one = waiting[self.console.choose([self._held_line(each) for each in waiting])]
        self.console.show(one.text)
        act = self._choose("held_act", ("held_sent", "held_longer", "held_discard"))
        if act == 0:
            self.book.held_replies.sent(one)
            self._tell("hold.sent")
        elif act == 1:
            self.forms.ask(longer(self.book, one.id))
        else:
            self.book.held_replies.discard(one)
            self._tell("hold.discarded")

    def due(self) -> list[str]:
        """The replies whose time has come, a line each."""
        return [self._due(each) for each in self.book.held_replies.due()]

    def _held_line(self, held: Held) -> str:
        when = self.wording.say("hold.waits", **self.wording.moment(self.book.clock.local(held.until)))
        name = self._name(held) or self._word("held_nobody")
        return self._word("held_line", name=name, when=when, text=" ".join(held.text.split()))

    def _due(self, held: Held) -> str:
        return self.wording.to("hold.due", self._name(held))

    def _name(self, held: Held) -> str:
        try:
            return self.book.clients.one(held.client_id).name if held.client_id else ""
        except Refused:
            return ""
