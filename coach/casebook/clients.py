"""Who: the clients, the person one writes to, the job. Knows names and contract facts; knows no check."""

from coach.casebook.desk import Noun, Refused
from coach.engine.value import replace
from coach.formats.text import clean, one_line
from coach.store import clients, correspondence, engagements
from coach.store.clients import Client
from coach.store.correspondence import Contact
from coach.store.engagements import Job

PROSPECT = "prospect"
"""The state of somebody one does not work for yet: no client in any list, count or trend."""
LONGEST = 80
"""Characters of a name; the rest is cut, since no screen could show it."""


class Clients(Noun):
    """Verbs about clients."""

    def add(self, name: str) -> Client:
        """Add a client by name. Raises Refused for an empty name or one that is taken."""
        named = self.tidy_name(name)
        at = self.clock.now()
        with self.store.write("add_client", at, None) as writer:
            self.check_free(named)
            new = clients.add(writer, named, at)
        return self.one(new)

    def rename(self, client_id: int, name: str) -> Client:
        """Give a client another name. Raises Refused as above."""
        named = self.tidy_name(name)
        with self.store.write("rename_client", self.clock.now(), client_id) as writer:
            self.check_free(named, besides=client_id)
            clients.amend(writer, client_id, name=named)
        return self.one(client_id)

    def archive(self, client_id: int, active: bool = False) -> None:
        """Put a client away, or take it out again with ``active``; nothing recorded is lost."""
        state = "active" if active else "archived"
        with self.store.write("unarchive" if active else "archive", self.clock.now(), client_id) as writer:
            clients.amend(writer, client_id, state=state)

    def one(self, client_id: int) -> Client:
        """One client. Raises Refused where it is not there any more."""
        found = clients.get(self.store, client_id)
        if found is None:
            raise Refused("client_gone")
        return presentable(found)

    def everyone(self, state: str = "active") -> list[Client]:
        """Every client of that state, by name."""
        return [presentable(each) for each in clients.everyone(self.store, state)]

    def find(self, text: str) -> Client:
        """The one client of that name, or whose name begins so. Raises Refused for none or several."""
        wanted = clean(text).strip()
        found = clients.named(self.store, wanted) if wanted else []
        if len(found) == 1:
            return presentable(found[0])
        if found:
            names = ", ".join(presentable(each).name for each in found[:5])
            raise Refused("client_ambiguous", name=wanted, names=names)
        raise Refused("client_unknown", name=wanted)

    def contact(self, client_id: int) -> Contact | None:
        """The person one writes to at a client, or None."""
        return correspondence.contact(self.store, client_id)

    def set_contact(self, client_id: int, name: str = "", salutation: str = "") -> None:
        """Name the person one writes to, or how they are addressed; what is left out stays."""
        was = self.contact(client_id)
        given = clean(name, limit=80).strip() or (was.name if was else "")
        called = clean(salutation, limit=80).strip() or (was.salutation if was else "")
        with self.store.write("set_contact", self.clock.now(), client_id) as writer:
            correspondence.set_contact(writer, client_id, given, called)

    def job(self, client_id: int) -> Job | None:
        """The job one has with a client, or None."""
        return engagements.job(self.store, client_id)

    def set_job(self, client_id: int, **facts: str) -> None:
        """Keep facts of the job: name, price, currency, law, ends, notice. Raises Refused for one it cannot hold."""
        with self.store.write("set_job", self.clock.now(), client_id) as writer:
            try:
                tidy = {name: clean(text, limit=200) for name, text in facts.items()}
                engagements.set_job(writer, client_id, self.job(client_id), tidy)
            except ValueError as error:
                raise Refused("job_fact", fact=", ".join(facts)) from error

    def tidy_name(self, name: str) -> str:
        """A name as it is kept. Raises Refused where nothing of it can be seen."""
        named = one_line(name, LONGEST)
        if not named or not any(character.isprintable() and not character.isspace() for character in named):
            raise Refused("name_empty")
        return named

    def check_free(self, named: str, besides: int | None = None) -> None:
        """Raises Refused where somebody has that name already."""
        taken = [each for each in clients.named(self.store, named) if each.name.casefold() == named.casefold()]
        if any(each.id != besides for each in taken):
            raise Refused("name_taken", name=named)


def presentable(client: Client) -> Client:
    """A client whose name is fit to be shown, whatever a file that was tampered with holds."""
    return replace(client, name=clean(client.name, limit=LONGEST))
