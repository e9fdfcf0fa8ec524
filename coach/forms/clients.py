"""Asks what a client, or somebody one may work for, is called. Knows no shell."""

from collections.abc import Callable

from coach.casebook.book import Casebook
from coach.casebook.clients import LONGEST
from coach.formats.text import clean
from coach.forms.fields import Fields
from coach.forms.form import Form, Kept, Said
from coach.store.clients import Client


def new_client(book: Casebook) -> Form:
    """A client who is new; gives the client's id."""
    return _named(book, "add_client", "dialogs.add", lambda said: book.clients.add(said["name"]))


def new_prospect(book: Casebook) -> Form:
    """Somebody one does not work for yet; gives their id."""
    return _named(book, "add_prospect", "prospects.add", lambda said: book.prospects.add(said["name"]))


def rename(book: Casebook, client_id: int) -> Form:
    """Another name for a client; gives the client's id. Raises Refused where there is none."""
    name = book.clients.one(client_id).name
    return _named(book, "rename", "dialogs.rename", lambda said: book.clients.rename(client_id, said["name"]), name)


def _named(book: Casebook, id: str, table: str, keep: Callable[[Said], Client], name: str = "") -> Form:
    words = book.library.words

    def kept(said: Said) -> Kept:
        client = keep(said)
        return Kept(words(f"{table}.saved", name=clean(client.name)), client.id)

    field = Fields(book).name("name", words("form.name"), value=name, longest=LONGEST, missing="name_empty")
    return Form(id, words(f"{table}.title"), (field,), kept, words(f"{table}.said"))
