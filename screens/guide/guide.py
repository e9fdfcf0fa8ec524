"""The contents of the field guide, and a search through all of it. Knows no client."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from coach.library.guide import Hit, search
from screens.frame import commands
from screens.frame.place import Place
from screens.widgets.fields.clean_input import NamedInput
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.row_list import RowList

FEWEST = 2
"""Letters from which a search begins."""


class GuideScreen(Place):
    """The topics of the guide with what each is about, or the paragraphs that hold what was looked for."""

    HERE = "guide"
    BINDINGS = [
        Binding("slash", "find", "guide.key.find", id="guide.key.find"),
        Binding("escape", "clear", "guide.key.clear", id="guide.key.clear"),
    ]
    DEFAULT_CSS = """
    GuideScreen .sheet { padding: 1 1 0 1; height: 1fr; max-width: 120; }
    GuideScreen #lead { height: auto; padding: 0 2 1 2; color: $text-muted; }
    GuideScreen NamedInput { margin: 0 0 1 0; padding: 0 2; display: none; }
    GuideScreen RowList { height: 1fr; }
    """

    def parts(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(id="lead")
            yield NamedInput("", self.words("guide.key.found"), self.words("guide.find"))
            yield RowList(self.words("guide.key.open"), headed=False)

    def on_mount(self) -> None:
        """Show the contents."""
        self.hits: dict[str, Hit] = {}
        self._repaint()
        self.query_one(RowList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is something to clear while the search is shown."""
        return action != "clear" or (self.is_mounted and self.query_one(NamedInput).display)

    def action_find(self) -> None:
        """Type what to look for."""
        self.query_one(NamedInput).display = True
        self.query_one(NamedInput).focus()
        self.refresh_bindings()

    def action_clear(self) -> None:
        """Show the contents again."""
        field = self.query_one(NamedInput)
        field.value, field.display = "", False
        self.query_one(RowList).focus()
        self.refresh_bindings()

    @on(Input.Submitted)
    def _look(self) -> None:
        self.query_one(RowList).focus()

    @on(Input.Changed)
    def _repaint(self) -> None:
        typed = self.query_one(NamedInput).value.strip()
        pages, listed = self.book.library.guide, self.query_one(RowList)
        if len(typed) < FEWEST:
            self._say(self.words("guide.lead"))
            rows = [Row(each.topic, (Content(each.title), _muted(each.gist))) for each in pages]
        else:
            hits = search(pages, typed)
            self._say(self.words.count("screens", "guide.hits", len(hits)))
            self.hits = {f"{hit.page.topic} {hit.place}": hit for hit in hits}
            rows = [
                Row(key, (_muted(hit.page.title), Content(_near(hit.line, typed)))) for key, hit in self.hits.items()
            ]
        listed.show_sections(Section((Column("", least=24, most=36), Column("", least=20, most=120)), tuple(rows)))

    @on(RowList.Chosen)
    def _open(self, message: RowList.Chosen) -> None:
        topic, _, place = message.row.partition(" ")
        self.post_message(commands.ShowGuide(topic, int(place or 0)))

    def _say(self, said: str) -> None:
        self.query_one("#lead", Static).update(Content(said))


def _muted(text: str) -> Content:
    return Content(text).stylize("$foreground 60%")


def _near(line: str, typed: str) -> str:
    """A line from a little before the first word that was looked for."""
    at = min((found for word in typed.casefold().split() if (found := line.casefold().find(word)) >= 0), default=0)
    if at < 30:
        return line
    start = line.rfind(" ", 0, at - 16) + 1
    return f"…{line[start:]}" if start else line
