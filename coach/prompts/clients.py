"""Clients in typed lines: which one is meant, and a new one. Decides nothing itself."""

from collections.abc import Sequence

from coach.casebook.overview import ClientLine
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
        """A new client of the name typed. Raises Back, Refused and StoreFault."""
        client = self.book.clients.add(self.console.written(self.console.text("menu.name")))
        self.console.say("menu.added", name=client.name)
        return client

    def added(self) -> Client:
        """The same, asked until the name can be kept. Raises Back."""
        while True:
            with self.console.refusing():
                return self.add()
