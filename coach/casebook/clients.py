"""Who: the clients of the casebook. Knows names and whether they are active; knows no check."""

from coach.casebook.desk import Desk, Refused
from coach.engine.value import replace
from coach.formats.text import clean
from coach.store import clients
from coach.store.clients import Client

PROSPECT = "prospect"
"""The state of somebody one does not work for yet: no client in any list, count or trend."""
LONGEST = 80
"""Characters of a name; the rest is cut, since no screen could show it."""


class Clients(Desk):
    """Verbs about clients."""

    def add_client(self, name: str) -> Client:
        """Add a client by name. Raises Refused for an empty name or one that is taken."""
        named = self._name(name)
        at = self.clock.now()
        with self.store.write("add_client", at, None) as writer:
            self._free(named)
            new = clients.add(writer, named, at)
        return self.client(new)

    def rename_client(self, client_id: int, name: str) -> Client:
        """Give a client another name. Raises Refused as above."""
        named = self._name(name)
        with self.store.write("rename_client", self.clock.now(), client_id) as writer:
            self._free(named, besides=client_id)
            clients.amend(writer, client_id, name=named)
        return self.client(client_id)

    def archive(self, client_id: int, active: bool = False) -> None:
        """Put a client away, or take it out again with ``active``; nothing recorded is lost."""
        state = "active" if active else "archived"
        with self.store.write("unarchive" if active else "archive", self.clock.now(), client_id) as writer:
            clients.amend(writer, client_id, state=state)

    def client(self, client_id: int) -> Client:
        """One client. Raises Refused where it is not there any more."""
        found = clients.get(self.store, client_id)
        if found is None:
            raise Refused("client_gone")
        return presentable(found)

    def clients(self, state: str = "active") -> list[Client]:
        """Every client of that state, by name."""
        return [presentable(each) for each in clients.everyone(self.store, state)]

    def find_client(self, text: str) -> Client:
        """The one client of that name, or whose name begins so. Raises Refused for none or several."""
        wanted = clean(text).strip()
        found = clients.named(self.store, wanted) if wanted else []
        if len(found) == 1:
            return presentable(found[0])
        if found:
            names = ", ".join(presentable(each).name for each in found[:5])
            raise Refused("client_ambiguous", name=wanted, names=names)
        raise Refused("client_unknown", name=wanted)

    def _name(self, name: str) -> str:
        named = " ".join(clean(name, limit=LONGEST).split())
        if not named or not any(character.isprintable() and not character.isspace() for character in named):
            raise Refused("name_empty")
        return named

    def _free(self, named: str, besides: int | None = None) -> None:
        taken = [each for each in clients.named(self.store, named) if each.name.casefold() == named.casefold()]
        if any(each.id != besides for each in taken):
            raise Refused("name_taken", name=named)


def presentable(client: Client) -> Client:
    """A client whose name is fit to be shown, whatever a file that was tampered with holds."""
    return replace(client, name=clean(client.name, limit=LONGEST))
