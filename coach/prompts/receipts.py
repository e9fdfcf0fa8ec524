"""What a client cost, in typed lines. Knows which quarter is asked for; reckons nothing."""

from coach.prompts.prompts import Prompts
from coach.reports.receipts import receipt_text
from coach.store.clients import Client
from coach.wording.receipts import ReceiptWording


class ReceiptPrompts(Prompts):
    """Reads receipts out."""

    def through(self, client: Client) -> None:
        """Read out what a client cost in a quarter that is chosen, the name masked. Raises Left and Back."""
        quarters = self.book.receipts.quarters(client.id)
        place = self.console.choose([f"{each.year}Q{each.number}" for each in quarters]) if len(quarters) > 1 else 0
        self.console.show("")
        kept = self.book.receipts.of(client.id, quarters[place])
        self.console.show(receipt_text(ReceiptWording(self.book.library), kept).rstrip("\n"))
