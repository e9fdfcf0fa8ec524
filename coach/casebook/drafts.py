"""What stands in a form: kept while it is typed, gone once it is saved or thrown away. Knows no form and no field."""

from collections.abc import Mapping

from coach.casebook.clients import Clients
from coach.casebook.desk import Noun
from coach.engine.value import replace
from coach.formats.text import clean
from coach.store import drafts as rows
from coach.store.drafts import Draft

LONGEST_FIELD = 100_000
"""Characters of one field: more than any form takes, since what is too long is for the form to say."""


class Drafts(Noun):
    """Verbs about drafts of forms, about a client or about nobody; undo passes over every one of them."""

    clients: Clients

    def keep(self, form: str, client_id: int | None, texts: Mapping[str, str]) -> None:
        """Keep the texts of a form by field in the place of what was kept of it, on disk before this returns.

        Raises Refused where the client is not there any more.
        """
        if client_id is not None:
            self.clients.one(client_id)
        rows.keep(self.store, _tidy(Draft(form, client_id, texts, self.clock.now())))

    def of(self, form: str, client_id: int | None) -> Draft | None:
        """What was kept of a form, or None."""
        found = rows.of(self.store, form, client_id)
        return None if found is None else _tidy(found)

    def everything(self) -> list[Draft]:
        """Every draft, the one kept last first."""
        return [_tidy(each) for each in rows.everything(self.store)]

    def drop(self, form: str, client_id: int | None) -> None:
        """Let go of what was kept of a form, if anything: it was saved, or thrown away."""
        rows.drop(self.store, form, client_id)


def _tidy(draft: Draft) -> Draft:
    """A draft whose texts are fit to be kept and to be shown, whatever a file that was tampered with holds."""
    texts = {field: clean(text, lines=True, limit=LONGEST_FIELD) for field, text in draft.texts.items()}
    return replace(draft, texts=texts)
