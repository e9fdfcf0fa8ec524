"""One boundary read from the records, and how it reads: head, terms, steps, the ladder. Draws and decides nothing."""

from collections.abc import Mapping
from datetime import date

from textual.content import Content

from coach.casebook.book import Casebook
from coach.casebook.boundaries import THEIRS
from coach.engine.boundary import STEPS, Rung, Standing
from coach.engine.incident import Incident
from coach.engine.value import Value
from coach.formats.text import clean
from coach.library.playbooks import Playbook, PlayStep
from coach.store.plans import PlanStep
from coach.wording.boundaries import BoundaryWording, by_rung
from coach.wording.log import LogWording
from screens.boundaries.rows import DONE, LONG, MUTED, OPEN
from screens.frame.discreet import DOTS, hides
from screens.widgets.glyphs import other_mark, square_mark
from screens.widgets.lists.columns import Column, Row, Section

NAME = 14
"""Cells of a step's name."""
DAYS = 2
"""Cells between a step's day and its text."""


class BoundaryPage(Value):
    """Everything one boundary's page shows; ``client`` is empty and ``theirs`` too where it is about my own terms."""

    boundary: str
    client: str
    playbook: Playbook
    standing: Standing
    mine: Mapping[str, str]
    theirs: Mapping[str, str]
    planned: tuple[PlanStep, ...]
    today: date
    crossed: tuple[Incident, ...] = ()


def read_boundary(book: Casebook, boundary: str, client_id: int | None) -> BoundaryPage:
    """Read a boundary, in my own terms or with one client. Raises Refused where either is not there, StoreFault."""
    playbook = book.boundaries.playbook(boundary)
    client = book.clients.one(client_id).name if client_id is not None else ""
    mine, theirs = (
        book.boundaries.terms().get(boundary),
        book.boundaries.terms(client_id).get(boundary) if client_id is not None else None,
    )
    return BoundaryPage(
        boundary,
        client,
        playbook,
        book.boundaries.standing(boundary, client_id),
        mine.params if mine else {},
        theirs.params if theirs else {},
        tuple(book.boundaries.steps(boundary, client_id)),
        book.clock.today(),
        crossed_since_told(book, boundary, client_id),
    )


def crossed_since_told(book: Casebook, boundary: str, client_id: int | None) -> tuple[Incident, ...]:
    """What the log holds across a boundary since the client was told; nothing where they never were."""
    told = None if client_id is None else book.boundaries.standing(boundary, client_id).reached.get(Rung.TOLD)
    return () if told is None or client_id is None else tuple(book.log.crossed(boundary, client_id, told.on_day))


def head_of(page: BoundaryPage, said: BoundaryWording) -> Content:
    """Name and client, the rule, and the next step."""
    name = Content(said.name(page.boundary)).stylize("bold")
    if page.client:
        name += Content("  " + said.words("boundary.with", name=clean(page.client))).stylize(MUTED)
    rule = Content(said.words("boundary.rule", rule=said.rule(page.boundary)))
    advice = said.advice(page.standing)
    next_question = said.words("boundary.next", act=advice) if advice else said.words("boundary.all_done")
    return Content("\n").join([name, rule, Content(next_question).stylize("$accent")])


def standing_sections(page: BoundaryPage, said: BoundaryWording) -> tuple[Section, ...]:
    """How far it has come, my terms, and what differs for the client; a row's id says what it is about."""
    words, params = said.words, page.playbook.params
    asked = [said.ask(page.boundary, param.id) for param in params]
    wide = max(len(each) for each in asked) + 3
    standing = page.standing
    shown = (*STEPS, Rung.REFUSED) if standing.has(Rung.REFUSED) else STEPS
    rungs = tuple(Row(f"rung:{rung}", (_rung(rung, standing, said),)) for rung in shown)
    mine = tuple(
        Row(f"mine:{param.id}", (_term(ask, page.mine.get(param.id, ""), said, page.boundary, param.id, wide),))
        for ask, param in zip(asked, params, strict=True)
    )
    sections = [_section("boundary.far", rungs, said), _crossed(page, said)]
    if page.client:
        rows = [
            Row(f"with:{param.id}", (_differs(ask, page, param.id, said, wide),))
            for ask, param in zip(asked, params, strict=True)
        ]
        theirs = page.theirs.get(THEIRS, "")
        rows.append(
            Row(f"with:{THEIRS}", (_term(words("boundary.theirs"), theirs, said, page.boundary, THEIRS, wide),))
        )
        heading = words("boundary.with", name=clean(page.client))
        sections.append(Section((Column(heading, least=wide, most=LONG),), tuple(rows)))
    return (*sections, _section("boundary.mine", mine, said))


def steps_of(page: BoundaryPage, said: BoundaryWording) -> tuple[Section, ...]:
    """The steps of the playbook under the rung each leads to, with their days."""
    planned = {each.step: each for each in page.planned}
    days = {step.id: _day(step, planned.get(step.id), page, said) for step in page.playbook.steps}
    wide = max(cell.cell_length for cell in days.values())
    gap = DAYS if wide else 0

    def row(step: PlayStep) -> Row:
        done = (found := planned.get(step.id)) is not None and found.done_on is not None
        past = done or _there(step, found, page)
        mark = other_mark("–") if past and not done else square_mark(done)
        text = Content(f"{mark} ").stylize(MUTED if past else "")
        day = days[step.id] + " " * (wide + gap - days[step.id].cell_length)
        return Row(
            f"step:{step.id}", (text + day + Content(said.step(page.boundary, step.id)).stylize(MUTED if past else ""),)
        )

    # The days come first and in one column, so that they stand below each other from section to section.
    return tuple(
        Section((Column(said.rung(rung).capitalize(), least=30, most=LONG),), tuple(row(step) for step in steps))
        for rung, steps in by_rung(page.playbook).items()
    )


ABOUT = ("ladder", "stretch", "emergency", "why")
"""The parts that say what to do when it is crossed, in order."""


def about_of(page: BoundaryPage, said: BoundaryWording) -> dict[str, tuple[str, list[str]]]:
    """A heading and lines by part: what to do when it is crossed, when to give way, the exception, the reason."""
    words, boundary = said.words, page.boundary
    lines = {each: [said.about(boundary, each)] for each in ABOUT[1:]}
    lines["ladder"] = said.ladder(page.playbook)
    if not page.playbook.emergency:
        lines["emergency"] = []
    stretch = "never" if page.playbook.stretch == "never" else "sometimes"
    return {each: (words(f"boundary.about.{stretch if each == 'stretch' else each}"), lines[each]) for each in ABOUT}


def letters_of(page: BoundaryPage, said: BoundaryWording) -> Section:
    """The letters that belong to it."""
    rows = tuple(
        Row(f"letter:{letter}", (Content(name), Content(when).stylize(MUTED)))
        for letter, (name, when) in said.letters(page.playbook).items()
    )
    return Section((Column(least=20), Column(most=LONG, least=10, rank=1)), rows)


def _section(key: str, rows: tuple[Row, ...], said: BoundaryWording) -> Section:
    return Section((Column(said.words(key), least=20, most=LONG),), rows)


def _crossed(page: BoundaryPage, said: BoundaryWording) -> Section:
    """What went across it since they were told, the newest first."""
    log = LogWording(said.library)
    rows = tuple(
        Row(f"incident:{each.id}", (Content(said.words.day(each.on_day, "dated")), _whole(each, log)))
        for each in page.crossed
    )
    return Section((Column(log.say("crossed.heading"), least=12), Column(least=20, most=LONG)), rows)


def _whole(entry: Incident, log: LogWording) -> Content:
    text = log.whole(entry)
    return Content(DOTS if hides(log.words) and text else text or log.kind(entry.type))


def _rung(rung: Rung, standing: Standing, said: BoundaryWording) -> Content:
    name = said.rung(rung).capitalize()
    if move := standing.reached.get(rung):
        mark = "x" if rung is Rung.REFUSED else DONE
        return Content(f"{mark} {name}".ljust(NAME)) + Content(said.moved(move))
    denied = standing.denied.get(rung)
    text = said.words("boundary.denied", day=said.words.day(denied.on_day)) if denied else ""
    text = text or (said.words("boundary.here") if standing.next is rung else "")
    return Content(f"{OPEN} {name}".ljust(NAME)) + Content(text).stylize(MUTED)


def _term(ask: str, value: str, said: BoundaryWording, boundary: str, param: str, wide: int) -> Content:
    if value:
        return Content(ask.ljust(wide)) + Content(clean(value))
    example = said.words("boundary.example", example=said.example(boundary, param))
    return Content(ask.ljust(wide)) + Content(example).stylize(MUTED)


def _differs(ask: str, page: BoundaryPage, param: str, said: BoundaryWording, wide: int) -> Content:
    own = page.theirs.get(param, "")
    return Content(ask.ljust(wide)) + (
        Content(clean(own)) if own else Content(said.words("boundary.same")).stylize(MUTED)
    )


def _there(step: PlayStep, planned: PlanStep | None, page: BoundaryPage) -> bool:
    """Whether the rung a step leads to was reached without it."""
    return page.standing.has(step.rung) and (planned is None or (planned.done_on is None and planned.due_on is None))


def _day(step: PlayStep, planned: PlanStep | None, page: BoundaryPage, said: BoundaryWording) -> Content:
    """When a step was done or is due, as briefly as it stays clear."""
    words = said.words
    if _there(step, planned, page):
        return Content(words("boundary.there")).stylize(MUTED)
    if planned is None:
        return Content("")
    if planned.done_on is not None:
        return Content(words("boundary.done", day=words.day(planned.done_on, "short"))).stylize(MUTED)
    if planned.due_on is None:
        return Content("")
    key = "today.since" if planned.due_on < page.today else "boundary.due"
    late = planned.due_on <= page.today
    return Content(words(key, day=words.day(planned.due_on, "short"))).stylize("$warning" if late else "")
