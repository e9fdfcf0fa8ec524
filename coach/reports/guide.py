"""The field guide as plain lines. Knows its pages; asks nothing."""

import difflib

from coach.casebook.desk import Refused
from coach.formats.text import clean
from coach.library.library import Library


def guide_contents(library: Library) -> str:
    """Every topic of the guide with what it is about."""
    wide = max(len(page.topic) for page in library.guide)
    return "\n".join(f"{page.topic:<{wide}}  {page.gist}" for page in library.guide) + "\n"


def guide_page(library: Library, topic: str) -> str:
    """One page of the guide. Raises Refused with the nearest topics where there is none."""
    pages = {page.topic: page for page in library.guide}
    if topic not in pages:
        near = difflib.get_close_matches(topic, pages, n=3, cutoff=0.3) or list(pages)[:3]
        raise Refused("guide_unknown", topic=clean(topic, limit=40), near=", ".join(near))
    return "\n".join(pages[topic].lines()).rstrip() + "\n"
