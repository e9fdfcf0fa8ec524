"""The coach without the full screen: typed prompts, one line after another. Knows no screen; decides nothing."""

import gc

from coach.casebook.book import Casebook
from coach.prompts.shell import Reports, Shell
from coach.prompts.talk import Talk
from coach.prompts.terminal import reader, write

__all__ = ["Shell", "Talk", "on_terminal"]


def on_terminal(book: Casebook, reports: Reports) -> Shell:
    """The prompts on this process's own input and output."""
    # The start went without looking for rubbish; a person may stay for hours.
    gc.freeze()
    gc.enable()
    return Shell(book, reports, Talk(book.library.words, reader(), write))
