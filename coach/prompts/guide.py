"""The field guide in typed lines: its contents, a page read out, a search. Knows no client."""

from coach.library.guide import GuidePage, search
from coach.library.sources import says
from coach.prompts.console import Back, picked
from coach.prompts.prompts import Prompts


class GuidePrompts(Prompts):
    """Reads the guide out."""

    def through(self) -> None:
        """The contents, and pages as they are named. Raises Left or Back where the owner is done."""
        pages = self.book.library.guide
        while True:
            self.console.number([self.console.text("guide.line", title=page.title, gist=page.gist) for page in pages])
            typed = self.console.line("guide.prompt", count=len(pages))
            place = picked(typed, len(pages))
            try:
                self._page(pages[place]) if place is not None else self._search(typed)
            except Back:
                continue

    def page(self, topic: str) -> None:
        """The page of a topic. Raises Left and Back."""
        self._page(next(page for page in self.book.library.guide if page.topic == topic))

    def _page(self, page: GuidePage) -> None:
        for line in page.lines():
            self.console.show(line)
        if self.console.line("guide.after") == "s":
            for number, passage in enumerate((each for each in page.passages if each.sources), 1):
                self.console.say("guide.rests", number=number)
                for _, claim in says(self.book.library.root, passage.sources):
                    self.console.show(f"- {claim}")

    def _search(self, typed: str) -> None:
        hits = search(self.book.library.guide, typed)
        self.console.show(self.console.words.count("screens", "guide.hits", len(hits)))
        if hits:
            lines = [self.console.text("guide.hit", title=hit.page.title, line=hit.line) for hit in hits]
            self._page(hits[self.console.choose(lines)].page)
