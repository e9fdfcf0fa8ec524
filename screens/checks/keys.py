"""The keys of the interview, and how they are shown. Knows names of actions; runs none."""

from collections.abc import Callable

from textual.binding import Binding, BindingType

from coach.engine.interview.answer import AnswerKind
from coach.library.words import Words
from screens.widgets.frame.key_line import Key

DIGITS = frozenset("123456789")
UNSAID = {
    "n": AnswerKind.NOT_APPLICABLE,
    "d": AnswerKind.DONT_KNOW,
    "r": AnswerKind.RATHER_NOT_SAY,
    "s": AnswerKind.SKIPPED,
}
BOUND = {
    **{key: f"unsay('{kind}')" for key, kind in UNSAID.items()},
    "b": "back",
    "question_mark": "why",
    "m": "note",
    "q": "leave",
    "f": "finish",
    "g": "guide",
    "enter": "enter",
    "space": "tick",
    "tab": "field",
    "escape": "close",
}
"""Every key that is bound by name, and its action."""
Rows = tuple[tuple[str, ...], ...]
ASKING: Rows = (("n", "d", "r", "s"), ("b", "?", "m", "u", "q"))
REVIEWING: Rows = (("change", "f"), ("b", "u", "q"))
NOTING: Rows = (("keep", "outside"),)
TYPING: Rows = (("take", "out"), *ASKING)
BESIDE: Rows = (("tab", "escape"), *ASKING)
"""Keys as they are shown, row by row; what is no key of its own stands in ``OTHERWISE``. Beside a field that was left
letters are keys; while one is typed there, they only say what Esc leads to.
"""
OTHERWISE = {
    "?": ("?", "ask.key.why", "screen.why"),
    "u": ("u", "ask.key.undo", "app.undo"),
    "change": ("enter", "ask.key.change", "screen.enter"),
    "take": ("enter", "ask.key.take", "screen.enter"),
    "out": ("escape", "ask.key.out", "screen.out"),
    "keep": ("enter", "ask.key.keep", "screen.close"),
    "outside": ("ctrl+e", "ask.key.outside", "screen.outside"),
}


BINDINGS_OF = {"u": "app.undo", "outside": "field.outside", "take": "ask.key.enter"}
"""Where a key shown is bound under another id than its word's."""


def word_of(key: str) -> str:
    """The id of the word for a key."""
    return f"ask.key.{UNSAID.get(key) or BOUND[key]}"


def bindings() -> list[BindingType]:
    """The bindings of the interview; digits choose by the number shown and stay as they are."""
    digits = [Binding(digit, f"pick({digit})", id=f"ask.pick.{digit}", show=False) for digit in sorted(DIGITS)]
    out = Binding("escape,tab", "out", id="ask.key.out", show=False)
    return [*digits, out, *(Binding(key, action, id=word_of(key), show=False) for key, action in BOUND.items())]


def key_rows(words: Words, rows: Rows, key_of: Callable[[str, str], str]) -> list[list[Key]]:
    """The rows of keys as they are shown; ``key_of`` gives the key that stands for a binding and its usual key."""
    return [
        [_key(words, key, key_of)._replace(now=rows is not TYPING or row is rows[0]) for key in row] for row in rows
    ]


def _key(words: Words, name: str, key_of: Callable[[str, str], str]) -> Key:
    key, word, action = OTHERWISE.get(name) or (name, word_of(name), f"screen.{BOUND[name]}")
    binding = BINDINGS_OF.get(name, word)
    return Key(words("ask.enter") if key == "enter" else key_of(binding, key), words(word), action)
