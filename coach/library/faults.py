"""Mistakes in content, as values a non-programmer can act on. Knows no content itself."""

from collections.abc import Iterable

from coach.engine.value import Value


class Fault(Value):
    """One mistake: the file and block it is in, what is wrong, and what to do. A warning stops nothing."""

    file: str
    block: str
    problem: str
    remedy: str
    warning: bool = False

    def __str__(self) -> str:
        end = "" if self.remedy.endswith(("?", "…")) else "."
        return f"{self.file}: {self.block}: {self.problem}. {self.remedy}{end}"


class BrokenContent(Exception):
    """Content that cannot be used; carries its faults."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(map(str, self.faults)))


def nearest(word: str, known: Iterable[str]) -> str:
    """A remedy that names the known words closest to a misspelt one."""
    known = sorted(known)
    if not known:
        return "Take it out: there is nothing it could name"
    import difflib

    close = difflib.get_close_matches(word, known, n=3, cutoff=0.5)
    return f"Did you mean {' or '.join(close)}?" if close else f"Use one of {', '.join(known[:12])}"
