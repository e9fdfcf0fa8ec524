"""The tabs of a client's page and its keys; a key of ``tab`` works on the tabs that offer it. Knows no screen."""

from textual.binding import Binding

TABS = ("now", "trends", "log", "boundaries", "plan", "history")

KEYS = (
    Binding("n", "tab('check')", "client.key.check", id="client.key.check"),
    Binding("k", "tab('check_in')", "client.key.check_in", id="client.key.check_in"),
    Binding("f", "tab('deepen')", "client.key.deepen", id="client.key.deepen"),
    Binding("enter", "tab('read')", "client.key.read", id="client.key.read"),
    Binding("v", "tab('view', ('figures', 'picture', 'weeks'))", "client.key.figures", id="client.key.figures"),
    Binding("h", "tab('view', ('weeks', 'picture', 'figures'))", "client.key.weeks", id="client.key.weeks"),
    Binding("v", "tab('view', ('picture', 'figures'))", "client.key.picture", id="client.key.from_figures"),
    Binding("h", "tab('view', ('picture', 'weeks'))", "client.key.picture", id="client.key.from_weeks"),
    Binding("m", "tab('measure')", "client.key.measure", id="client.key.measure"),
    Binding("b", "tab('changed')", "client.key.changed", id="client.key.changed"),
    Binding("y", "tab('last_try')", "client.key.last_try", id="client.key.last_try", show=False),
    Binding("x", "tab('set_aside')", "client.key.set_aside", id="client.key.set_aside"),
    Binding("o", "tab('begin')", "exit.key.begin", id="exit.key.begin"),
    Binding("space", "tab('tick')", show=False, id="exit.key.tick"),
    Binding("p", "tab('put_off')", "exit.key.off", id="exit.key.off"),
    Binding("x", "tab('drop')", "exit.key.drop", id="exit.key.drop"),
    Binding("s", "tab('save')", "exit.key.save", id="exit.key.save", show=False),
    Binding("tab", "tab('jump', (1,))", "exit.key.part", id="exit.key.part", show=False),
    Binding("shift+tab", "tab('jump', (-1,))", "exit.key.part_back", id="exit.key.part_back", show=False),
    Binding("slash", "tab('find')", "client.key.find", id="client.key.find"),
    Binding("m", "tab('turn_log')", "client.key.turn_log", id="client.key.turn_log"),
    Binding("x", "tab('remove')", "client.key.remove", id="client.key.remove"),
    Binding("o", "hold", "client.key.hold", id="client.key.hold", show=False),
    Binding("p", "tab('receipt')", "client.key.receipt", id="client.key.receipt"),
    Binding("e", "rename", "client.key.rename", id="client.key.rename", show=False),
    Binding("w", "tab('write')", "client.key.write", id="client.key.write"),
    Binding("r", "tab('call')", "client.key.call", id="client.key.call"),
    Binding("left", "turn(-1)", "client.key.previous", id="client.key.previous", show=False),
    Binding("right", "turn(1)", "client.key.next", id="client.key.next", show=False),
    *(
        Binding(str(key), f"show('{tab}')", f"client.tab.{tab}", id=f"client.tab.{tab}", show=False)
        for key, tab in enumerate(TABS, 1)
    ),
    Binding("escape", "back", "client.key.back", id="client.key.back"),
)
"""Every key; a description is the key of its words."""
