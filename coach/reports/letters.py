"""Letters and the guide as plain lines for the command line. Knows words; asks and writes nothing."""

import difflib

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.formats.text import clean
from coach.library.letters import GROUPS
from coach.wording.letters.filled import LetterWords


def letter_list(said: LetterWords) -> str:
    """Every letter with its id, group by group."""
    lines: list[str] = []
    wide = max(len(each) for each in said.library.letters[0])
    for group in GROUPS:
        lines += [said.words.say("letters", f"group.{group}.name")]
        known = [each.id for each in said.library.letters[0].values() if each.group == group]
        lines += [f"  {each:<{wide}}  {said.name(each)}" for each in known] + [""]
    return "\n".join(lines[:-1]) + "\n"


def guide_contents(book: Casebook) -> str:
    """Every topic of the guide with what it is about."""
    pages = book.library.guide
    wide = max(len(page.topic) for page in pages)
    return "\n".join(f"{page.topic:<{wide}}  {page.gist}" for page in pages) + "\n"


def guide_page(book: Casebook, topic: str) -> str:
    """One page of the guide. Raises Refused with the nearest topics where there is none."""
    pages = {page.topic: page for page in book.library.guide}
    if topic not in pages:
        near = difflib.get_close_matches(topic, pages, n=3, cutoff=0.3) or list(pages)[:3]
        raise Refused("guide_unknown", topic=clean(topic, limit=40), near=", ".join(near))
    return "\n".join(pages[topic].lines()).rstrip() + "\n"
