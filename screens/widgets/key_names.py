"""Names for the keys a footer shows, put in when the words are at hand. Knows bindings only."""

from collections.abc import Callable
from dataclasses import replace

from textual.binding import BindingsMap
from textual.dom import DOMNode


def name_keys(node: DOMNode, words: Callable[[str], str]) -> None:
    """Describe each of a node's bindings that has an id by the words at that id."""
    node._bindings = BindingsMap(
        replace(binding, description=words(binding.id)) if binding.id else binding
        for _, binding in node._bindings.copy()
    )
