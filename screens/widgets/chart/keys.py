"""The keys of a trend chart, with the words a footer and a key help show. Knows no chart."""

from collections.abc import Callable
from dataclasses import replace

from textual.binding import Binding, BindingsMap

KEYS = (
    Binding("1", "show('4weeks')", id="trend.4weeks"),
    Binding("2", "show('3months')", id="trend.3months"),
    Binding("3", "show('1year')", id="trend.1year"),
    Binding("4", "show('all')", id="trend.all"),
    Binding("comma", "pan(1)", id="trend.earlier"),
    Binding("full_stop", "pan(-1)", id="trend.later"),
    Binding("left", "read(-1)", id="trend.previous_point"),
    Binding("right", "read(1)", id="trend.next_point"),
    Binding("enter", "open", id="trend.open"),
    Binding("up,down", "other_series", id="trend.other_series"),
)
"""Every key; an id is also the key of its words."""

FOOTER = frozenset({"show('4weeks')", "show('3months')", "show('1year')", "show('all')", "read(-1)", "open"})
"""The actions a footer offers; the others stand in the key help only."""


def worded(bindings: BindingsMap, words: Callable[[str], str]) -> BindingsMap:
    """The same keys with their words."""
    return BindingsMap(
        replace(binding, description=words(binding.id or ""), show=binding.action in FOOTER)
        for _, binding in bindings.copy()
    )
