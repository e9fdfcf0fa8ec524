"""Every answer in groups, and the row that finishes. Given words; knows no interview."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from coach.engine.value import replace
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_list import RowList

MOST = 200
"""Cells of a row before it is cut."""
FINISH = "finish"
"""The id of the row that finishes."""


class Entry(NamedTuple):
    """One answer: its id, a short name, the words of the answer, and whether it is open, or nothing of note."""

    id: str
    label: str
    answer: str
    open: bool = False
    quiet: bool = False
    indent: bool = False


class ReviewList(RowList):
    """The finishing row, then the groups; names and answers stand in line down the whole list."""

    DEFAULT_CSS = """
    ReviewList { height: 1fr; padding: 0 1 0 1; max-width: 104; }
    """

    def show_review(self, finish: str, still: str, groups: Sequence[tuple[str, Sequence[Entry]]]) -> None:
        """Show the groups; ``finish`` names the first row, ``still`` says beside it how much is open."""
        wide = max((len(_label(each)) for _, entries in groups for each in entries), default=0)
        column = Column(least=8, most=MOST)
        first = Row(FINISH, (Content.assemble(finish, "   ", (still, "$warning")),))
        self.show_sections(
            Section((column,), (first,)),
            *(
                Section((replace(column, heading=heading),), tuple(_row(each, wide) for each in entries))
                for heading, entries in groups
            ),
        )


def _label(entry: Entry) -> str:
    return f"  {entry.label}" if entry.indent else entry.label


def _row(entry: Entry, wide: int) -> Row:
    # The quiet ones step back, so that what weighs can be found in a long list.
    tone = "$foreground 60%" if entry.quiet and not entry.open else ""
    mark = ("○ ", "$warning") if entry.open else ("  ", "")
    return Row(entry.id, (Content.assemble((_label(entry).ljust(wide + 2), tone), mark, (entry.answer, tone)),))
