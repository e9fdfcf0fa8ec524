"""A questionnaire from its structure file. Knows how steps are written down; knows no wording and no rule."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from coach.engine.interview.instrument import (
    Ask,
    Card,
    Depth,
    Element,
    Instrument,
    Item,
    Ladder,
    Lever,
    Part,
    Unit,
    Window,
    follow_up,
)
from coach.engine.interview.relevance import ALWAYS, Condition
from coach.library.blocks import block
from coach.library.checks.conditions import condition
from coach.library.checks.relevance import relevance_faults
from coach.library.faults import Fault, nearest
from coach.library.reader import Raw, read, rows, table

RESPONSES = "responses.toml"
ByRow = list[str] | dict[str, list[str]]
"""Ids for an item, or for each row of a card that has some."""


class StepBlock(msgspec.Struct, forbid_unknown_fields=True):
    """One ``[[step]]``: an item, a card or a ladder, whichever of those fields it has."""

    item: str = ""
    card: str = ""
    ladder: list[str] = msgspec.field(default_factory=list)
    rows: list[str] = msgspec.field(default_factory=list)
    responses: str = ""
    ask: Ask = Ask.CHOICE
    unit: Unit | None = None
    least: int | None = None
    most: int | None = None
    depth: Depth = Depth.FULL
    window: Window = Window.NOW
    relevant: Raw | None = None
    blank: str = ""
    unsure: str = ""
    heaviest: int = 3
    lever: Lever | None = None
    sign: str = ""
    part: Part | None = None
    summary: bool = False
    needs: ByRow = msgspec.field(default_factory=list)
    shows: ByRow = msgspec.field(default_factory=list)
    group: str = ""
    sources: list[str] = msgspec.field(default_factory=list)

    @property
    def name(self) -> str:
        return self.item or self.card or "ladder"


class LadderBlock(msgspec.Struct, forbid_unknown_fields=True):
    """``[ladder]``: what the follow-ups of every behaviour share."""

    depth: Depth = Depth.QUICK
    sources: list[str] = msgspec.field(default_factory=list)


def response_sets(root: Path) -> tuple[dict[str, tuple[str, ...]], list[Fault]]:
    """Every response set: option ids by set id."""
    raw, faults = read(root, RESPONSES)
    sets: dict[str, tuple[str, ...]] = {}
    for name, options in table(raw, "sets", RESPONSES, faults).items():
        given = block(options, list[str], RESPONSES, f"sets.{name}", faults)
        if given is not None and len(set(given)) != len(given):
            faults.append(Fault(RESPONSES, f"sets.{name}", "lists an option twice", "Keep one of them"))
        sets[name] = tuple(given or ())
    return sets, faults


def instrument(
    root: Path, name: str, weights: Mapping[str, int], outside: frozenset[str] = frozenset()
) -> tuple[Instrument, list[Fault]]:
    """The instrument of that id, and every fault of its file.

    ``weights`` are the signs' weights; ``outside`` the items of other instruments that conditions may name.
    """
    file = f"instruments/{name}.toml"
    raw, faults = read(root, file)
    if faults:
        return Instrument(name, 1, {}, ()), faults
    sets, found = response_sets(root)
    faults += found
    ladder = block(raw.get("ladder", {}), LadderBlock, file, "ladder", faults)
    steps: list[StepBlock] = []
    for number, each in enumerate(rows(raw, "step", file, faults), 1):
        label = next((str(each[key]) for key in ("item", "card") if key in each), f"step {number}")
        step = block(each, StepBlock, file, label, faults)
        if step is not None and not (step.item or step.card or step.ladder):
            problem = "is not one item, one card or one ladder"
            faults.append(Fault(file, label, problem, "Give exactly one of item, card, ladder"))
        elif step is not None:
            steps.append(step)
    builder = _Builder(file, sets, ladder or LadderBlock())
    for step in steps:
        builder.add(step)
    faults += builder.faults
    version, weeks = raw.get("version"), raw.get("weeks", 4)
    if not isinstance(version, int) or version < 1:
        faults.append(Fault(file, "file", "has no whole-number version", "Write version = 1 at the top"))
        version = 1
    if not isinstance(weeks, int) or not 1 <= weeks <= 52:
        faults.append(Fault(file, "file", "has weeks outside 1 to 52", "Write weeks = 4"))
        weeks = 4
    if raw.get("id") != name:
        faults.append(
            Fault(file, "file", f"has the id {raw.get('id')!r}", f'Write id = "{name}", as the file is named')
        )
    built = Instrument(name, version, builder.items, tuple(builder.order), dict(weights), weeks)
    return built, faults + relevance_faults(built, file, outside)


class _Builder:
    """Collects items and places in order, and the faults met on the way."""

    def __init__(self, file: str, sets: Mapping[str, tuple[str, ...]], ladder: LadderBlock) -> None:
        self.file, self.sets, self.ladder = file, sets, ladder
        self.items: dict[str, Item] = {}
        self.order: list[Element] = []
        self.missing: set[str] = set()
        self.faults: list[Fault] = []

    def add(self, step: StepBlock) -> None:
        forms = [form for form in (step.item, step.card, step.ladder) if form]
        if len(forms) != 1:
            self._fault(step.name, "is not one item, one card or one ladder", "Give exactly one of item, card, ladder")
        elif step.ladder:
            self._ladder(step)
        elif step.card:
            self._card(step)
        else:
            item = self._item(step, step.item, self._relevant(step))
            self.order.append(item)

    def _ladder(self, step: StepBlock) -> None:
        for sign in step.ladder:
            if sign not in self.items:
                self._fault("ladder", f"names {sign}, which no card before it asks", nearest(sign, self.items))
        signs = tuple(sign for sign in step.ladder if sign in self.items)
        for sign in signs:
            for part in Part:
                options = self._options(part.value, "ladder")
                item = follow_up(sign, part, options, self.ladder.depth, tuple(self.ladder.sources))
                self._keep(item)
        self.order.append(Ladder(signs, step.heaviest))

    def _card(self, step: StepBlock) -> None:
        options = self._options(step.responses, step.card)
        for field, option in (("blank", step.blank), ("unsure", step.unsure)):
            if options and (field == "blank" or option) and option not in options:
                self._fault(
                    step.card, f"has {field} = {option!r}, which is none of its answers", nearest(option, options)
                )
        if step.card in self.items or any(isinstance(each, Card) and each.id == step.card for each in self.order):
            self._fault(step.card, "has an id that is used twice", "Give one of them another id")
        if not step.rows:
            self._fault(step.card, "has no rows", 'Name its items: rows = ["…"]')
        for row in step.rows:
            self._item(step, row, ALWAYS)
        relevant = self._relevant(step)
        self.order.append(
            Card(
                step.card,
                tuple(step.rows),
                step.blank,
                step.unsure,
                step.depth,
                relevant,
                step.window,
                tuple(step.sources),
            )
        )

    def _item(self, step: StepBlock, name: str, relevant: Condition) -> Item:
        options = self._options(step.responses, name) if step.ask is Ask.CHOICE else ()
        if step.ask is Ask.NUMBER and step.unit is None:
            units = ", ".join(f'"{unit}"' for unit in Unit)
            self._fault(name, "asks for a number without a unit", f"Add unit = one of {units}")
        item = Item(
            name, step.ask, options, step.responses, step.depth, relevant, step.window, step.unit, step.least,
            step.most, step.lever, step.sign, step.part, tuple(step.sources), step.summary,
            self._limits(step, "needs", step.needs, name), self._limits(step, "shows", step.shows, name), step.group,
        )  # fmt: skip
        self._keep(item)
        return item

    def _limits(self, step: StepBlock, field: str, named: ByRow, item: str) -> tuple[str, ...]:
        if isinstance(named, list):
            return tuple(named)
        rows = step.rows or [step.item]
        if item == rows[0]:
            for row in sorted(set(named) - set(rows)):
                self._fault(step.name, f"has {field} for {row}, which is none of its rows", nearest(row, rows))
        return tuple(named.get(item, ()))

    def _keep(self, item: Item) -> None:
        if item.id in self.items:
            self._fault(item.id, "has an id that is used twice", "Give one of them another id")
        self.items[item.id] = item

    def _options(self, responses: str, name: str) -> tuple[str, ...]:
        if responses not in self.sets and responses not in self.missing:
            self.missing.add(responses)
            self._fault(
                name,
                f"uses the answers {responses!r}, which responses.toml does not list",
                nearest(responses, self.sets),
            )
        return self.sets.get(responses, ())

    def _relevant(self, step: StepBlock) -> Condition:
        return ALWAYS if step.relevant is None else condition(step.relevant, self.file, step.name, self.faults)

    def _fault(self, name: str, problem: str, remedy: str) -> None:
        self.faults.append(Fault(self.file, name, problem, remedy))
