"""The tabs of a client's page, its keys, and on which tab a key works. Knows no screen."""

from textual.binding import Binding

TABS = ("now", "trends", "boundaries", "history")
ONLY_ON = {"deepen": "now", "read": "trends", "view": "trends", "set_aside": "history"}
"""The tab on which a key works; the others work on all."""

KEYS = (
    Binding("n", "check", "client.key.check", id="client.key.check"),
    Binding("f", "deepen", "client.key.deepen", id="client.key.deepen"),
    Binding("enter", "read", "client.key.read", id="client.key.read"),
    Binding("v", "view('figures', 'picture', 'weeks')", "client.key.figures", id="client.key.figures"),
    Binding("h", "view('weeks', 'picture', 'figures')", "client.key.weeks", id="client.key.weeks"),
    Binding("v", "view('picture', 'figures')", "client.key.picture", id="client.key.from_figures"),
    Binding("h", "view('picture', 'weeks')", "client.key.picture", id="client.key.from_weeks"),
    Binding("x", "set_aside", "client.key.set_aside", id="client.key.set_aside"),
    Binding("e", "rename", "client.key.rename", id="client.key.rename"),
    Binding("w", "write", "client.key.write", id="client.key.write"),
    Binding("left", "turn(-1)", "client.key.previous", id="client.key.previous", show=False),
    Binding("right", "turn(1)", "client.key.next", id="client.key.next", show=False),
    *(
        Binding(str(key), f"show('{tab}')", f"client.tab.{tab}", id=f"client.tab.{tab}", show=False)
        for key, tab in enumerate(TABS, 1)
    ),
    Binding("escape", "back", "client.key.back", id="client.key.back"),
)
"""Every key; a description is the key of its words."""
