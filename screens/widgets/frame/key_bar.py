"""The keys of a screen on one line, as many as there is room for; none is ever cut in two. Knows no screen by name."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from screens.widgets.frame.links import Link, Links

LAST_TO_GO = ("app.help", "app.quit")
BACK = "escape"
"""Keys that stay while others make room: where to find the rest, and the ways out."""
GAP = 2
"""Cells between two keys."""
MORE = "…"
"""Stands for the keys that had no room; a click on it shows them all."""
DISABLED = "dim"


class KeyBar(Links):
    """The keys that work now. A click on one presses it."""

    DEFAULT_CSS = "KeyBar { dock: bottom; color: $footer-description-foreground; }"

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[tuple[Binding, bool]] = []
        self._stale = False

    def on_mount(self) -> None:
        """Follow the keys as they change."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)
        self._changed(self.screen)

    def on_unmount(self) -> None:
        """Let go."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def links(self, width: int) -> tuple[Sequence[Link], Sequence[Link]]:
        """As many keys as fit, the first ones first; for the others a sign that there are more."""
        links = [self._link(binding, enabled) for binding, enabled in self._keys]
        if _width(links) <= width:
            return _spaced(links), ()
        last = [
            link
            for link, (binding, _) in zip(links, self._keys, strict=True)
            if binding.id in LAST_TO_GO or binding.key == BACK
        ]
        kept = [link for link in links if link not in last]
        help_key = next((binding.key for binding, _ in self._keys if binding.id == LAST_TO_GO[0]), "")
        more = Link(Content(MORE), help_key)
        while kept and _width([*kept, more, *last]) > width:
            kept.pop()
        shown = [*kept, more, *last]
        while shown and _width(shown) > width:
            shown.pop()
        return _spaced(shown), ()

    def follow(self, target: str) -> None:
        """Press the key."""
        self.app.simulate_key(target)

    def _changed(self, screen: Screen[object]) -> None:
        # Asked once what they are, after what changed them is on the screen: whoever pressed a key waits for that.
        if not self._stale and screen.app.app_focus and self.is_attached and screen is self.screen:
            self._stale = True
            self.call_after_refresh(self._ask, screen)

    def _ask(self, screen: Screen[object]) -> None:
        self._stale = False
        if not self.is_attached:
            return
        found: dict[str, tuple[Binding, bool]] = {}
        for _, binding, enabled, _ in screen.active_bindings.values():
            if binding.show:
                found.setdefault(binding.action, (binding, enabled))
        if (keys := list(found.values())) != self._keys:
            self._keys = keys
            self.refresh()

    def _link(self, binding: Binding, enabled: bool) -> Link:
        key = (self.app.get_key_display(binding), "bold $footer-key-foreground")
        said = Content.assemble(key, " ", binding.description)
        return Link(said, binding.key) if enabled else Link(said.stylize(DISABLED))


def _width(links: Sequence[Link]) -> int:
    return sum(each.said.cell_length for each in links) + GAP * (len(links) - 1) + 2


def _spaced(links: Sequence[Link]) -> list[Link]:
    spaced = [Link(Content(" "))]
    for number, each in enumerate(links):
        spaced += [Link(Content(" " * GAP)), each] if number else [each]
    return spaced
