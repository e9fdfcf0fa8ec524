"""The coach without the full screen: typed prompts, one line after another. Knows no screen; decides nothing."""

import gc

from coach.casebook.book import Casebook
from coach.prompts.console import Console
from coach.prompts.shell import Shell
from coach.prompts.terminal import reader, write

__all__ = ["Console", "Shell", "on_terminal"]


def on_terminal(book: Casebook) -> Shell:
    """The prompts on this process's own input and output."""
    # The start went without looking for rubbish; a person may stay for hours.
    gc.freeze()
    gc.enable()
    return Shell(book, Console(book.library.words, reader(), write))
