"""The tabs of a client's page, its keys, and on which tab a key works. Knows no screen."""

from textual.binding import Binding

TABS = ("now", "trends", "log", "boundaries", "plan", "history")
ONLY_ON = {
    "deepen": "now",
    "last_try": "now",
    "check_in": "now",
    "changed": "trends",
    "measure": "trends",
    "receipt": "history",
    "read": "trends",
    "view": "trends",
    "set_aside": "history",
    "find": "log",
    "turn_log": "log",
    "remove": "log",
    **dict.fromkeys(("plan_begin", "plan_tick", "plan_off", "plan_drop", "plan_save", "plan_jump"), "plan"),
}
"""The tab on which a key works; the others work on all."""

KEYS = (
    Binding("n", "check", "client.key.check", id="client.key.check"),
    Binding("k", "check_in", "client.key.check_in", id="client.key.check_in"),
    Binding("f", "deepen", "client.key.deepen", id="client.key.deepen"),
    Binding("enter", "read", "client.key.read", id="client.key.read"),
    Binding("v", "view('figures', 'picture', 'weeks')", "client.key.figures", id="client.key.figures"),
    Binding("h", "view('weeks', 'picture', 'figures')", "client.key.weeks", id="client.key.weeks"),
    Binding("v", "view('picture', 'figures')", "client.key.picture", id="client.key.from_figures"),
    Binding("h", "view('picture', 'weeks')", "client.key.picture", id="client.key.from_weeks"),
    Binding("m", "measure", "client.key.measure", id="client.key.measure"),
    Binding("b", "changed", "client.key.changed", id="client.key.changed"),
    Binding("y", "last_try", "client.key.last_try", id="client.key.last_try", show=False),
    Binding("x", "set_aside", "client.key.set_aside", id="client.key.set_aside"),
    Binding("o", "plan_begin", "exit.key.begin", id="exit.key.begin"),
    Binding("space", "plan_tick", show=False, id="exit.key.tick"),
    Binding("p", "plan_off", "exit.key.off", id="exit.key.off"),
    Binding("x", "plan_drop", "exit.key.drop", id="exit.key.drop"),
    Binding("s", "plan_save", "exit.key.save", id="exit.key.save", show=False),
    Binding("tab", "plan_jump(1)", "exit.key.part", id="exit.key.part", show=False),
    Binding("shift+tab", "plan_jump(-1)", "exit.key.part_back", id="exit.key.part_back", show=False),
    Binding("slash", "find", "client.key.find", id="client.key.find"),
    Binding("m", "turn_log", "client.key.turn_log", id="client.key.turn_log"),
    Binding("x", "remove", "client.key.remove", id="client.key.remove"),
    Binding("o", "hold", "client.key.hold", id="client.key.hold", show=False),
    Binding("p", "receipt", "client.key.receipt", id="client.key.receipt"),
    Binding("e", "rename", "client.key.rename", id="client.key.rename", show=False),
    Binding("w", "write", "client.key.write", id="client.key.write"),
    Binding("r", "call", "client.key.call", id="client.key.call"),
    Binding("left", "turn(-1)", "client.key.previous", id="client.key.previous", show=False),
    Binding("right", "turn(1)", "client.key.next", id="client.key.next", show=False),
    *(
        Binding(str(key), f"show('{tab}')", f"client.tab.{tab}", id=f"client.tab.{tab}", show=False)
        for key, tab in enumerate(TABS, 1)
    ),
    Binding("escape", "back", "client.key.back", id="client.key.back"),
)
"""Every key; a description is the key of its words."""
