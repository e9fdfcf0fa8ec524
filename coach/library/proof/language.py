"""One language held against what is asked and decided, for authors. Knows ids and words; knows no sentence by heart."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from coach.engine.interview.instrument import Card, Instrument
from coach.engine.verdict.signs import SignClass
from coach.engine.verdict.verdict import Model, Outcome
from coach.library.checks.instruments import response_sets
from coach.library.faults import Fault, nearest
from coach.library.reader import Raw, read

FIRST = "en"
"""The language the others are held against where only the code knows which sentences are needed."""
KEYED = ("screens", "forms", "plain", "checkins", "due", "language", "incidents", "tries", "change", "receipt")
"""The files of such sentences."""
UNRULED = ("keep", "watch")
"""Reasons given where no rule holds."""
UNASKED = ("finish",)
"""What becomes of an exit by itself, so that no rule names it."""


def wording_faults(
    root: Path, language: str, instruments: Mapping[str, Instrument], built: Model | None, boundaries: Iterable[str]
) -> list[Fault]:
    """What a language lacks, has to spare, or has in a form that is no text."""
    return _Language(root, language).faults(instruments, built, tuple(boundaries))


class _Language:
    """The files of one language, and the faults met in them."""

    def __init__(self, root: Path, language: str) -> None:
        self.root, self.language = root, language
        self.found: list[Fault] = []

    def faults(
        self, instruments: Mapping[str, Instrument], built: Model | None, boundary_ids: tuple[str, ...]
    ) -> list[Fault]:
        sets, _ = response_sets(self.root)
        responses = self._file("responses")
        for name, options in sets.items():
            self._want("responses", responses, "", name, options)
            self._spare("responses", self._table("responses", responses, name, name), name, options)
        self._spare("responses", responses, "", sets)
        for made in instruments.values():
            self._instrument(made)
        words = self._file("boundaries")
        for name in boundary_ids:
            self._want("boundaries", words, "", name, ("name", "rule", "decided", "written", "told", "kept"))
        self._spare("boundaries", words, "", boundary_ids)
        if built is not None:
            self._verdicts(built)
        for name in KEYED:
            here = self._file(name)
            self._same(name, "", read(self.root, f"languages/{FIRST}/{name}.toml")[0], here)
        return self.found

    def _instrument(self, made: Instrument) -> None:
        name, words = made.id, self._file(made.id)
        items, cards, groups, rungs = (self._table(name, words, key) for key in ("item", "card", "group", "ladder"))
        for item in made.items.values():
            if item.part is None or item.id in items:
                self._want(name, items, "item", item.id, ("ask", "short", "why"))
        named = dict.fromkeys(item.group for item in made.items.values() if item.group)
        for group in named:
            self._want(name, groups, "group", group, ("name", "reason"))
        if any(item.part for item in made.items.values()):
            for part in ("told", "kept", "then"):
                self._want(name, rungs, "ladder", part, ("ask", "short", "why"))
        places = [place for place in made.order if isinstance(place, Card)]
        for place in places:
            self._want(name, cards, "card", place.id, ("ask", "why"))
            for row in place.rows:
                self._want(name, items, "item", row, ("row",))
        self._spare(name, items, "item", made.items)
        self._spare(name, cards, "card", [place.id for place in places])
        self._spare(name, groups, "group", named)

    def _verdicts(self, built: Model) -> None:
        signs, words = self._file("signs"), self._file("verdict")
        for sign in built.signs:
            fields = ("name", "phrase", "works") if sign.kind is SignClass.CONDITIONAL else ("name", "phrase")
            self._want("signs", signs, "", sign.id, fields)
        self._spare("signs", signs, "", [sign.id for sign in built.signs])
        wanted: dict[str, tuple[tuple[str, ...], list[str]]] = {
            "rule": (("reason",), [*(rule.id for rule in built.rules), *UNRULED]),
            "subtype": (("line", "said", "act"), [*(rule.subtype for rule in built.rules if rule.subtype), *UNASKED]),
            "outcome": (("line", "tag", "said", "act"), [outcome.value for outcome in Outcome]),
            "pace": (("line",), list(built.paces)),
            "branch": (("title", "lines"), [sign.branch for sign in built.signs if sign.branch]),
        }
        for kind, (parts, ids) in wanted.items():
            here = self._table("verdict", words, kind)
            for each in dict.fromkeys(ids):
                self._want("verdict", here, kind, each, parts)
            if kind != "branch":
                self._spare("verdict", here, kind, ids)

    def _file(self, name: str) -> Raw:
        raw, found = read(self.root, self._path(name))
        self.found += found
        return raw

    def _path(self, name: str) -> str:
        return f"languages/{self.language}/{name}.toml"

    def _table(self, name: str, raw: Raw, key: str, where: str = "") -> Raw:
        """The words under a key; a fault where they are no table."""
        here = raw.get(key, {})
        if isinstance(here, dict):
            return here
        self._fault(name, where or key, "is no table of words", f"Write a heading [{where or key}] with lines below it")
        return {}

    def _want(self, name: str, raw: Raw, kind: str, entry: str, fields: Iterable[str]) -> None:
        where = f"{kind}.{entry}" if kind else entry
        here = self._table(name, raw, entry, where)
        for field in fields:
            said = here.get(field, "")
            if not isinstance(said, list if field == "lines" else str):
                self._fault(name, where, f"has a wording `{field}` that is no text", 'Put it in quotes: "…"')
            elif not (said.strip() if isinstance(said, str) else said):
                self._fault(name, where, f"has no wording `{field}`", f'Add {field} = "…"')

    def _spare(self, name: str, words: Raw, kind: str, ids: Iterable[str]) -> None:
        known = list(ids)
        for spare in sorted(set(words) - set(known)):
            where = f"{kind}.{spare}" if kind else spare
            self._fault(name, where, "is worded, and nothing uses it", nearest(spare, known))

    def _same(self, name: str, where: str, first: Raw, here: Raw) -> None:
        """Whether every sentence of the first language is here, place by place."""
        for key, said in first.items():
            at = f"{where}.{key}" if where else key
            found = here.get(key)
            if isinstance(said, dict):
                self._same(name, at, said, found if isinstance(found, dict) else {})
            elif not isinstance(found, (str, list)):
                self._fault(name, at, "has no wording", f'Add {key} = "…"')

    def _fault(self, name: str, where: str, problem: str, remedy: str) -> None:
        self.found.append(Fault(self._path(name), where, problem, remedy))
