"""The coach opened straight on a client's trend: ``trend.py NUMBER``, the client's."""

import tests.bench.apps.as_coach  # noqa: F401, I001
import sys

from coach.casebook.book import open_casebook
from screens.app import CoachApp


class TrendApp(CoachApp):
    """Opens on the trend of one client."""

    def open_first(self) -> None:
        """Show it instead."""
        from screens.routes import client_page

        self.push_screen(client_page(int(sys.argv[1]), "trends"))


if __name__ == "__main__":
    TrendApp(open_casebook()).run()
