"""How a client has gone and what changed, in typed lines. Asks nothing."""

from coach.prompts.prompts import Prompts
from coach.reports.trends import changed_text, trend_text
from coach.store.clients import Client
from coach.wording.trends import TrendWording


class TrendPrompts(Prompts):
    """Reads trends out."""

    def trend(self, client: Client) -> None:
        """Read out how a client has gone, check by check, and what else is drawn of them."""
        wording = TrendWording(self.book.library, self.book.limits.currency())
        self.console.show("")
        self.console.show(trend_text(wording, client.name, self.book.trends.of(client.id)).rstrip("\n"))
        for each in self.book.trends.measured_beside(client.id):
            self.console.show(f"- {wording.picture(each)}")

    def changed(self, client: Client) -> None:
        """Read out what changed with a client."""
        changes, tries = self.book.changes.of(client.id), self.book.tries.of(client.id)
        self.console.show("")
        self.console.show(changed_text(self.book.library, client.name, changes, tries).rstrip("\n"))
