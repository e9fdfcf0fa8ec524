"""Boundaries in words: steps, terms, what to fix first; the same for screens, prompts and commands. Decides nothing.

What it returns may hold the owner's own words: it is text to show, never markup.
"""

from collections.abc import Iterable, Mapping

from coach.casebook.boundaries import AGREED, THEIRS
from coach.casebook.checks.recommendation import Recommendation
from coach.engine.boundary import NOT, STEPS, Move, Need, Rung, Stage, Standing
from coach.engine.trend import Series
from coach.formats.text import clean
from coach.library.library import Library
from coach.library.playbooks import Playbook, PlayStep

BOUNDARIES, PLAYBOOKS = "boundaries", "playbooks"
LETTER = "letter "
"""How a rung was reached by a letter: this, and its id."""
OWN_WAYS = (
    ("decided", Rung.DECIDED, "said"),
    ("written", Rung.WRITTEN, "said"),
    ("told_all", Rung.TOLD, "said"),
    ("kept", Rung.KEPT, "said"),
    ("not_kept", Rung.KEPT, NOT),
)
WAYS = (
    ("writing", Rung.TOLD, "writing"),
    ("aloud", Rung.TOLD, "aloud"),
    ("agreed", Rung.TOLD, AGREED),
    ("refused", Rung.REFUSED, "said"),
    ("kept", Rung.KEPT, "said"),
    ("not_kept", Rung.KEPT, NOT),
    ("not_told", Rung.TOLD, NOT),
)
"""What can be said of a boundary, in my own terms and with a client: its wording, the rung, and how it was reached."""


class BoundaryWording:
    """Puts boundaries into the words of one library."""

    def __init__(self, library: Library) -> None:
        self.library, self.words = library, library.words

    def name(self, boundary: str) -> str:
        """The boundary's name; an id without one, as an older record may hold, as it stands."""
        return self.words.say_or(BOUNDARIES, f"{boundary}.name", boundary)

    def rule(self, boundary: str) -> str:
        """The rule as an owner could say it."""
        return self.words.say_or(BOUNDARIES, f"{boundary}.rule", "")

    def rung(self, rung: Rung) -> str:
        """A step in one word."""
        return self.words(f"rungs.{rung}")

    def stage(self, stage: Stage) -> str:
        """Where a boundary stands, in a word or two."""
        return self.words(f"rungs.stage.{stage}")

    def next(self, each: Standing) -> str:
        """The next step in two words; that all are done where none is missing."""
        return self.words(f"rungs.act.{each.next}") if each.next else self.words("rungs.done")

    def advice(self, each: Standing) -> str:
        """The next step in a sentence; empty where none is missing."""
        return self.words.say_or(BOUNDARIES, f"{each.boundary}.{each.next}", "") if each.next else ""

    def moved(self, move: Move) -> str:
        """How and when a step was reached, or that it is not reached any more."""
        day, key = self.words.day(move.on_day), f"rungs.how.{move.how}"
        if move.how.startswith(LETTER):
            how = self.words("rungs.how.letter", name=self._letter(move.how.removeprefix(LETTER)))
        else:
            how = self.words(key) if self.words.has("screens", key) else clean(move.how)
        return self.words("rungs.moved", how=how, day=day) if how else day

    def terms(self, boundary: str, params: Mapping[str, str]) -> str:
        """My terms of one boundary in one line, in the order in which its playbook asks for them."""
        if not params:
            return ""
        asked = [each.id for each in self.library.playbook(boundary).params]
        names = sorted(params, key=lambda name: asked.index(name) if name in asked else len(asked))
        return self.words("phrases.between").join(
            clean(params[name]) for name in names if name != THEIRS and params[name]
        )

    def ask(self, boundary: str, param: str) -> str:
        """The question that fills one of my terms."""
        if param == THEIRS:
            return self.words("rungs.theirs.ask")
        return self.words.say_or(PLAYBOOKS, f"{boundary}.param.{param}.ask", param)

    def example(self, boundary: str, param: str) -> str:
        """An example of what fills it."""
        if param == THEIRS:
            return self.words("rungs.theirs.example")
        return self.words.say_or(PLAYBOOKS, f"{boundary}.param.{param}.example", "")

    def step(self, boundary: str, step: str, field: str = "text") -> str:
        """One act of a playbook, or how to go about it."""
        return self.words.say_or(PLAYBOOKS, f"{boundary}.step.{step}.{field}", "")

    def about(self, boundary: str, field: str) -> str:
        """What a playbook says of the boundary: why, stretch or emergency."""
        return self.words.say_or(PLAYBOOKS, f"{boundary}.{field}", "")

    def ladder(self, playbook: Playbook) -> list[str]:
        """What to do when the boundary is crossed, time after time, with the letter that belongs to it."""
        found = []
        for each in playbook.crossed:
            text = self.words.say_or(PLAYBOOKS, f"{playbook.boundary}.crossed.{each.id}.text", "")
            name = self._letter(each.letter) if each.letter else ""
            found.append(self.words("rungs.ladder", text=text, letter=name) if name else text)
        return found

    def letters(self, playbook: Playbook) -> dict[str, tuple[str, str]]:
        """The letters that belong to a boundary, by id: name, and when to use it."""
        ids = dict.fromkeys([*playbook.letters, *(each.letter for each in playbook.crossed if each.letter)])
        return {each: (self._letter(each), self.words.say_or("letters", f"letter.{each}.when", "")) for each in ids}

    def need(self, need: Need) -> str:
        """Why a boundary comes first."""
        reasons = []
        if need.points:
            points = self.words.number(need.points)
            reasons.append(self.words.count("screens", "rungs.need.weighs", need.clients, points=points))
        if need.stress:
            item = self.library.stress[need.boundary]
            reasons.append(self.words("rungs.need.stress", row=self.words.item("boundary-audit", item, "row")))
        return " ".join(reasons) or self.words(f"rungs.need.{need.step}")

    def grown(self, series: Series) -> str:
        """How one step has gone since the first audit; empty before the second."""
        values = [(point.day, point.value) for point in series.points if point.value is not None]
        if len(values) < 2:
            return ""
        (first, was), (_, now) = values[0], values[-1]
        more = int(now - was)
        key = "more" if more > 0 else "fewer" if more < 0 else "same"
        return self.words(f"rungs.grown.{key}", count=abs(more), day=self.words.day(first, "dated"))

    def fix_text(self, boundaries: Iterable[str]) -> str:
        """The boundaries that are mine to fix, as one sentence; empty where there are none."""
        names = [self.name(each) for each in boundaries]
        return self.words("rungs.mine_to_fix", names=self.words.listed(names)) if names else ""

    def good(self, boundaries: Iterable[str]) -> str:
        """What is kept already, as one sentence."""
        names = [self.name(each) for each in boundaries]
        return self.words("rungs.good", names=self.words.listed(names)) if names else self.words("rungs.good_none")

    def listing(self, standings: Iterable[Standing], params: Mapping[str, Mapping[str, str]]) -> list[str]:
        """A line a boundary: name, where it stands, the next step, my terms."""
        lines = []
        for each in standings:
            parts = [self.stage(each.stage), *([self.next(each)] if each.next else [])]
            terms = self.terms(each.boundary, params.get(each.boundary, {}))
            said = self.words("phrases.between").join([*parts, *([terms] if terms else [])])
            lines.append(self.words("rungs.line", name=self.name(each.boundary), said=said))
        return lines

    def _letter(self, letter: str) -> str:
        return self.words.say_or("letters", f"letter.{letter}.name", letter)


def by_rung(book: Playbook) -> dict[Rung, list[PlayStep]]:
    """The steps of a playbook under the rung each leads to."""
    return {rung: [step for step in book.steps if step.rung is rung] for rung in STEPS}


def weighs(told: Recommendation | None) -> dict[str, float]:
    """The points that weigh at a client, by boundary, the most first."""
    found: dict[str, float] = {}
    for each in told.grounds.weighed if told else ():
        if each.boundary and each.points:
            found[each.boundary] = found.get(each.boundary, 0.0) + each.points
    return dict(sorted(found.items(), key=lambda pair: -pair[1]))
