"""Clients in typed lines: which one is meant, and a new one. Decides nothing itself."""

from collections.abc import Sequence

from coach.casebook.overview import ClientLine
from coach.forms.clients import new_client
from coach.prompts.form import FormPrompts
from coach.prompts.prompts import Prompts
from coach.store.clients import Client


class ClientPrompts(Prompts):
    """Asks whom something is about."""

    def choose(self, lines: Sequence[ClientLine]) -> ClientLine:
        """The one line there is, or the one chosen. Raises Left and Back."""
        if len(lines) == 1:
            return lines[0]
        self.console.say("menu.whom")
        return lines[self.console.choose([line.client.name for line in lines])]

    def add(self) -> Client:
        """A new client of the name typed. Raises Back."""
        return self.book.clients.one(FormPrompts(self.console).ask(new_client(self.book)))
