"""The field guide in typed lines: its contents, a page read out, a search. Knows no client."""

from coach.casebook.book import Casebook
from coach.library.guide import GuidePage, search
from coach.library.sources import says
from coach.prompts.talk import Back, Talk, picked


class Guiding:
    """Reads the guide out."""

    def __init__(self, book: Casebook, talk: Talk) -> None:
        self.book, self.talk = book, talk

    def through(self) -> None:
        """The contents, and pages as they are named. Raises Left or Back where the owner is done."""
        pages = self.book.library.guide
        while True:
            self.talk.number([self.talk.word("guide.line", title=page.title, gist=page.gist) for page in pages])
            typed = self.talk.line("guide.prompt", count=len(pages))
            place = picked(typed, len(pages))
            try:
                self._page(pages[place]) if place is not None else self._search(typed)
            except Back:
                continue

    def _page(self, page: GuidePage) -> None:
        for line in page.lines():
            self.talk.tell(line)
        if self.talk.line("guide.after") == "s":
            for number, passage in enumerate((each for each in page.passages if each.sources), 1):
                self.talk.say("guide.rests", number=number)
                for _, claim in says(self.book.library.root, passage.sources):
                    self.talk.tell(f"- {claim}")

    def _search(self, typed: str) -> None:
        hits = search(self.book.library.guide, typed)
        self.talk.tell(self.talk.words.count("screens", "guide.hits", len(hits)))
        if hits:
            lines = [self.talk.word("guide.hit", title=hit.page.title, line=hit.line) for hit in hits]
            self._page(hits[self.talk.choose(lines)].page)
