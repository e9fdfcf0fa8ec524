"""The palette: every verb that works here and every client, found by a few letters. Decides nothing itself."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider, SearchIcon
from textual.content import Content
from textual.fuzzy import FuzzySearch
from textual.message import Message
from textual.types import IgnoreReturnCallbackType

from coach.formats.text import clean
from coach.library.words import Words
from screens.frame import commands
from screens.frame.discreet import named
from screens.frame.frame import Frame
from screens.frame.keys.help import groups_of
from screens.frame.place import Place, key_label

LONGEST = 60
"""Characters of a name in a list."""


class Verb(NamedTuple):
    """One thing that can be done: how it reads, by what it is found, what does it, and what stands beside it."""

    shown: Content
    found_by: str
    act: IgnoreReturnCallbackType
    beside: str = ""


class Verbs(Provider):
    """What the keys of the screen below do, and what can be done with each client."""

    async def startup(self) -> None:
        """Read the verbs once, as the palette opens."""
        self.verbs = [*self._of_keys(), *self._of_clients()]

    async def discover(self) -> Hits:
        """Everything, in order."""
        for verb in self.verbs:
            shown = Content.assemble(verb.shown, (f"  {verb.beside}", "$foreground 50%")) if verb.beside else verb.shown
            yield DiscoveryHit(cast(str, shown), verb.act, text=verb.shown.plain)

    async def search(self, query: str) -> Hits:
        """What the letters typed are found in, the best first."""
        fuzzy = FuzzySearch()
        for verb in self.verbs:
            score, places = fuzzy.match(query, verb.found_by)
            if score > 0:
                shown = verb.shown
                if shown.plain == verb.found_by and self.match_style is not None:
                    for place in places:
                        shown = shown.stylize(self.match_style, place, place + 1)
                yield Hit(score, cast(str, shown), verb.act, text=verb.shown.plain)

    @property
    def coach(self) -> Frame:
        """The app, by its own type."""
        return cast(Frame, self.app)

    def _of_keys(self) -> Iterator[Verb]:
        words, seen = self.coach.words, set()
        for group in groups_of(self.coach, words, self.screen):
            for each in group.keys:
                if each.action not in ("", "palette") and each.said not in seen:
                    seen.add(each.said)
                    act = partial(self.coach.run_action, each.action, each.node)
                    yield Verb(Content(each.said), each.said, act, key_label(self.coach, each.key))

    def _of_clients(self) -> Iterator[Verb]:
        if not isinstance(self.screen, Place):
            return
        coach, words = self.coach, self.coach.words
        if getattr(self.screen, "INERT_TOP", False):
            return
        for client in coach.attempt(coach.casebook.clients.everyone) or ():
            ways: tuple[tuple[str, Message], ...] = (
                ("palette.open", commands.ShowClient(client.id)),
                ("palette.check", commands.StartCheck(client.id)),
                ("palette.check_in", commands.ShowCheckIns(client.id)),
            )
            for key, command in ways:
                before, _, after = words(key).partition("$who")
                shown = Content.assemble(before, named(client.name, words, LONGEST), after)
                found_by = f"{before}{clean(client.name, limit=LONGEST)}{after}"
                yield Verb(shown, found_by, partial(coach.post_message, command))


class Palette(CommandPalette):
    """The toolkit's palette with the coach's verbs, and none of its own."""

    DEFAULT_CSS = """
    Palette > Vertical { margin-top: 2; max-width: 76; background: $surface; }
    Palette:dark > Vertical { background: $surface; }
    Palette #--input { border: none; padding: 1 1 0 1; }
    Palette #--input CommandInput, Palette #--input CommandInput:focus { border: none; height: 1; margin: 0; }
    Palette SearchIcon { color: $accent; margin: 0; }
    Palette CommandList, Palette CommandList:focus { border: none; padding: 1 0; max-height: 70vh; }
    Palette CommandList > .option-list--option { text-style: none; }
    Palette CommandList > .option-list--option-highlighted {
        background: $block-cursor-background; color: $block-cursor-foreground; text-style: none;
    }
    Palette CommandList { scrollbar-size-vertical: 1; }
    Palette LoadingIndicator { display: none; }
    """

    def __init__(self, words: Words) -> None:
        super().__init__([Verbs], placeholder=words("palette.placeholder"))

    def on_mount(self) -> None:
        """A mark every terminal can draw."""
        self.query_one(SearchIcon).icon = ">"
