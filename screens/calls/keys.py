"""The keys of the call, and where one works. Knows no screen."""

from textual.binding import Binding

ON_CARD = ("reason", "fill", "edit")
"""What is done on the card alone."""
WHILE_PREPARING = ("practise", "fill", "reason", "edit")
"""What has no place while one speaks."""

KEYS = (
    Binding("s", "timer", "call.key.timer", id="call.key.timer"),
    Binding("o", "show('answers')", "call.key.objections", id="call.key.objections"),
    Binding("o", "show('card')", "call.key.card", id="call.key.card"),
    Binding("p", "practise", "call.key.practise", id="call.key.practise"),
    Binding("enter", "next", "call.key.next", id="call.key.next"),
    Binding("f", "fill", "call.key.fill", id="call.key.fill"),
    Binding("r", "reason", "call.key.reason", id="call.key.reason"),
    Binding("e", "edit", "call.key.edit", show=False, id="call.key.edit"),
    Binding("m", "note", "call.key.note", id="call.key.note"),
    Binding("m", "note_before", "call.key.note", show=False, id="call.key.note_before"),
    Binding("w", "confirm", "call.key.confirm", id="call.key.confirm"),
    Binding("w", "notice", "call.key.notice", id="call.key.notice"),
    Binding("y", "advised", "call.key.advised", id="call.key.advised"),
    Binding("escape", "back", "call.key.back", id="call.key.back"),
)
"""Every key; a description is the key of its words."""
