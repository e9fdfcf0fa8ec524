"""Names for the keys a footer shows, put in when the words are at hand. Knows bindings only."""

from collections.abc import Callable
from dataclasses import replace

from textual.binding import BindingsMap
from textual.dom import DOMNode


def name_keys(node: DOMNode, words: Callable[[str], str]) -> None:
    """Put words in place of the key that stands as description of each binding with an id."""
    node._bindings = BindingsMap(
        replace(binding, description=words(binding.description)) if binding.id and binding.description else binding
        for _, binding in node._bindings.copy()
    )
