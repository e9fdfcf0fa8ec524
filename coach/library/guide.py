"""The field guide: pages of plain paragraphs, each with the claims it rests on. Knows its own small notation."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import tomli

from coach.engine.value import Value
from coach.library.faults import Fault
from coach.library.reader import MOST


class Passage(Value):
    """A heading, a paragraph or a list, and the ids of what it rests on. A list has one line an entry."""

    kind: str
    text: str
    sources: tuple[str, ...] = ()


class GuidePage(Value):
    """One topic of the guide."""

    topic: str
    title: str
    gist: str
    passages: tuple[Passage, ...]

    @property
    def sources(self) -> frozenset[str]:
        """Every claim the page rests on."""
        return frozenset(claim for passage in self.passages for claim in passage.sources)

    def lines(self) -> Iterator[str]:
        """The page as lines that read well from first to last; an entry of a list begins with a dash."""
        yield self.title
        yield ""
        for passage in self.passages:
            listed = passage.text.split("\n") if passage.kind == "list" else []
            yield from (f"- {line}" for line in listed) if listed else (passage.text,)
            if passage.kind != "heading":
                yield ""


class Hit(Value):
    """A passage that holds what was looked for: its page, its place there, and the line that holds it."""

    page: GuidePage
    place: int
    line: str


def topic_for(pages: Iterable[GuidePage], sources: Iterable[str]) -> str:
    """The topic of the page that shares most of these claims, the earlier of two; empty where none shares any."""
    wanted = frozenset(sources)
    found = max(pages, key=lambda page: len(page.sources & wanted), default=None)
    return found.topic if found is not None and found.sources & wanted else ""


def title_for(pages: Sequence[GuidePage], sources: Iterable[str]) -> str:
    """The title of that page; empty where there is none."""
    topic = topic_for(pages, sources)
    return next((page.title for page in pages if page.topic == topic), "")


def search(pages: Iterable[GuidePage], words: str) -> list[Hit]:
    """Passages that hold every word looked for, page by page; case and the order of the words play no part.

    Headings count too. Without a word there is no hit.
    """
    wanted = words.casefold().split()
    return [
        Hit(page, place, _line(passage.text.split("\n"), wanted))
        for page in pages
        for place, passage in enumerate(page.passages)
        if wanted and all(word in passage.text.casefold() for word in wanted)
    ]


def _line(lines: Sequence[str], wanted: Sequence[str]) -> str:
    """The line of a passage that holds most of the words."""
    return max(lines, key=lambda line: sum(word in line.casefold() for word in wanted))


_CITED = re.compile(r"\[(S\d{3}-\d+(?: S\d{3}-\d+)*)\]")


def guide(root: Path, language: str) -> tuple[tuple[GuidePage, ...], list[Fault]]:
    """Every page in the order of its file's number, and what is wrong with them."""
    pages: list[GuidePage] = []
    faults: list[Fault] = []
    for path in sorted((root / "languages" / language / "guide").glob("*.md")):
        name = path.relative_to(root).as_posix()
        try:
            if path.stat().st_size > MOST:
                raise ValueError("larger than a megabyte")
            page = read_page(path.read_text(encoding="utf-8-sig"))
        except (ValueError, KeyError) as error:
            faults.append(
                Fault(name, "page", f"cannot be read: {error}", "Begin it with +++, topic, title, gist and +++")
            )
            continue
        pages.append(page)
        faults += [
            Fault(name, passage.text[:40], "rests on nothing", "Put its ids below it: [S000-04]")
            for passage in page.passages
            if passage.kind != "heading" and not passage.sources
        ]
    return tuple(pages), faults


def read_page(text: str) -> GuidePage:
    """A page in its notation. Raises ValueError or KeyError where its head is wrong."""
    _, head, body = text.split("+++", 2)
    facts = tomli.loads(head)
    passages: list[Passage] = []
    for chunk in re.split(r"\n\s*\n", body.strip()):
        lines = [line.strip() for line in chunk.splitlines() if line.strip()]
        while lines and lines[0].startswith("## "):
            passages.append(Passage("heading", lines.pop(0)[3:]))
        cited = _CITED.fullmatch(lines[-1]) if lines else None
        if cited:
            lines.pop()
        if lines:
            kind = "list" if all(line.startswith("- ") for line in lines) else "paragraph"
            said = "\n".join(line[2:] for line in lines) if kind == "list" else " ".join(lines)
            passages.append(Passage(kind, said, tuple(cited[1].split()) if cited else ()))
    return GuidePage(str(facts["topic"]), str(facts["title"]), str(facts["gist"]), tuple(passages))
