"""Starts the full screen and brings the terminal back, whatever happens. Knows no place by name."""

import os
import sys

from coach.casebook.book import Casebook


def run(book: Casebook, light: bool = False) -> int:
    """Run the app on a casebook until it ends.

    Returns the exit code: 0, 1 after a fault of our own, 128 + n after signal n. A crash prints one line that says
    where the records are, and nothing that was on the screen.
    """
    # What the toolkit waits with would load a library to encrypt for the network, and there is no network here.
    sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        # Some of the toolkit's variables write every key pressed into a file.
        del os.environ[name]
    from screens.app import CoachApp
    from screens.frame.paste import keep_pastes_together

    keep_pastes_together()

    app = CoachApp(book, light)
    app.run()
    if app.crash is not None:
        said = book.library.words("app.crashed", kind=type(app.crash).__name__, path=book.places.database)
        sys.stderr.write(said + "\n")
    return app.return_code or 0
