"""One exit as rows: facts, work, sums, dates, steps, words, afterwards. Knows wording and columns; reads no record."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

from textual.content import Content

from coach.casebook.exits.reading import Exit
from coach.engine.exits.plan import ExitStep, Gate
from coach.store.exits import StepRow
from coach.wording.exits.plan import ExitWording
from screens.frame.discreet import hides
from screens.widgets.glyphs import ascii_only, square_mark
from screens.widgets.lists.columns import Column, Row, Section

MUTED = "$foreground 60%"
BAR = 40
"""Cells of the bar that shows how far the gate has come."""
LONG = 200
"""Cells of a text before it is cut to the width there is."""
NARROW = 30
"""Cells below which no text is broken."""
AMOUNT, TIED = re.compile(r"(?:\b[A-Z]{3} )?\d{1,3}(?: \d{3})+|\b[A-Z]{3} (?=\d)"), "\N{NO-BREAK SPACE}"


def sections_of(exit: Exit, said: ExitWording, today: date, width: int) -> tuple[Section, ...]:
    """The whole plan; where somebody may be in danger, what to do comes before anything that has to be known."""
    first = [_notes(f"branch:{number}", title, lines, width) for number, (title, lines) in enumerate(said.branch(exit))]
    gate = said.gate(exit)
    pace = _notes(
        "pace", said("section.begin"), [*said.pace(exit), *filter(None, (gate, said.gate_story(exit)))], width
    )
    if exit.gate is not None and gate and not hides(said.words):
        pace = Section(pace.columns, (*pace.rows, Row("gate", (_bar(exit.gate),))))
    steps = _steps(exit, said, today)
    unknown = [said.unknown(exit, fact) for fact in exit.unknown if not fact.optional]
    costs = _notes("unknown", said("section.unknown"), unknown, width)
    known = [_facts(exit, said), costs, _pieces(exit, said), _invoices(exit, said, today), *_sums(exit, said, width)]
    dates = _dates(exit, said, width)
    last = _after(exit, said, width)
    if exit.safe:
        return (*first, steps, *known, dates, last)
    return (*first, pace, *known, dates, steps, _script(exit, said, width), last)


def row_details(row: str, exit: Exit, said: ExitWording) -> str:
    """What stands under the list for the row under the cursor: the working of a figure, how to go about a step."""
    kind, _, name = row.partition(":")
    if kind == "step":
        step, held = next(((step, held) for step, held in exit.steps if step.id == name), (None, None))
        return "" if step is None else " ".join(filter(None, (said.how(step), said.helps(step), said.put_off(held))))
    if kind == "section":
        facts = [fact for fact in exit.asked if fact.section == name]
        return said.words("phrases.between").join(
            f"{said.short(each)}: {said.value(exit, each)}"
            for each in facts
            if not (each.optional and each.id not in exit.known)
        )
    if kind in ("sum", "piece") and name.isdigit():
        found = [each for each in exit.settlement.lines if each.line.number == int(name)]
        return said.working(exit, found[0]) if found else ""
    if kind == "total" and exit.settlement.deposit:
        return said.deposit(exit)
    return said("page.hint") if kind in ("open", "invoice") else ""


def _bar(gate: Gate) -> Content:
    """How far the gate has come."""
    full, empty = ("#", ".") if ascii_only() else ("━", "─")
    done = int(gate.progress * BAR)
    return Content.assemble((full * done, "$accent"), (empty * (BAR - done), MUTED))


def _facts(exit: Exit, said: ExitWording) -> Section:
    missing = said.missing(exit)
    rows = [_row("open", said("page.open_row" if missing else "page.done_row"), missing, strong=bool(missing))]
    for heading, facts in said.facts(exit):
        rows.append(_row(f"section:{facts[0].section}", heading, said.gist(exit, facts)))
    return Section((Column(said("page.facts"), least=24), Column(least=12, most=LONG)), tuple(rows))


def _pieces(exit: Exit, said: ExitWording) -> Section:
    rows = [
        _row(f"piece:{each.number}", said.piece(exit, each.number), said.piece_tag(exit, each)) for each in exit.pieces
    ]
    rows.append(_row("piece:add", said("line.add"), "", muted=True))
    return Section((Column(said("section.work"), least=20, most=60), Column(least=10, most=40)), tuple(rows))


def _invoices(exit: Exit, said: ExitWording, today: date) -> Section:
    sums = [said.sum(exit, each.amount) for each in exit.invoices]
    wide = max(map(len, sums), default=0)
    rows = [
        Row(f"invoice:{each.id}", (Content(f"{sum:>{wide}}  {said.invoice(exit, each, today)}"),))
        for each, sum in zip(exit.invoices, sums, strict=True)
    ]
    rows.append(Row("invoice:add", (Content(said("invoice.add")).stylize(MUTED),)))
    return Section((Column(said("section.invoices"), least=20, most=LONG),), tuple(rows))


def _sums(exit: Exit, said: ExitWording, width: int) -> list[Section]:
    summary = said.summary(exit)
    if not summary:
        return [_notes("sums", said("section.sums"), [said("sums.empty")], width)]
    rows = []
    for each in exit.settlement.lines:
        figures = (each.worth, each.line.paid, each.invoice + each.stands, each.refund + each.credit)
        cells = (Content(said.amount(exit, amount)) for amount in figures)
        rows.append(Row(f"sum:{each.line.number}", (Content(said.piece(exit, each.line.number)), *cells)))
    heads = [Column(said(f"sums.{key}"), right=True) for key in ("worth", "paid_column", "theirs", "mine")]
    table = Section((Column(said("section.sums"), least=14, most=40), *heads), tuple(rows))
    both = (Column(said("sums.together"), least=20, most=60), Column(right=True))
    last = len(summary) - 1
    total = Section(
        both,
        tuple(
            _figure(f"total:{number}", label, said.sum(exit, amount) if amount or number < last else "", number == last)
            for number, (label, amount) in enumerate(summary)
        ),
    )
    doing = [_figure(f"todo:{number}", *pair) for number, pair in enumerate(_to_do(exit, said))]
    other = said.in_other(exit)
    to_do = Section((Column(said("sums.of_which"), least=20, most=60), Column(right=True)), tuple(doing))
    notes = [*([other] if other else []), *said.sum_cautions(exit)]
    return [table, total, to_do, _notes("caution", said("sums.mind"), notes, width)]


def _to_do(exit: Exit, said: ExitWording) -> Iterator[tuple[str, str]]:
    for label, amount in said.to_do(exit):
        yield label, said.sum(exit, amount)


def _dates(exit: Exit, said: ExitWording, width: int) -> Section:
    days = said.dates(exit)
    wide = max((len(label) for label, _ in days), default=0) + 3
    rows = [Row(f"date:{number}", (Content(label.ljust(wide) + day),)) for number, (label, day) in enumerate(days)]
    rows += _broken("datenote", said.date_notes(exit), width)
    return Section((Column(said("section.dates"), least=20, most=LONG),), tuple(rows))


def _steps(exit: Exit, said: ExitWording, today: date) -> Section:
    cells = [said.when(exit, step, row, today) for step, row in exit.steps]
    wide = max((len(cell) for cell in cells), default=0) + 2
    rows = tuple(
        Row(f"step:{step.id}", (_step(exit, step, row, cell.ljust(wide), said, today),))
        for (step, row), cell in zip(exit.steps, cells, strict=True)
    )
    return Section((Column(said("section.steps"), least=30, most=LONG),), rows)


def _step(exit: Exit, step: ExitStep, row: StepRow | None, when: str, said: ExitWording, today: date) -> Content:
    done = row is not None and row.done_on is not None
    late = row is not None and row.due_on is not None and row.due_on <= today and not done
    day = Content(when).stylize(MUTED if done or not late else "$warning")
    text = Content(said.step(exit, step))
    return Content(f"{square_mark(done)} ") + day + (text.stylize(MUTED) if done else text)


def _script(exit: Exit, said: ExitWording, width: int) -> Section:
    none = said.script(exit)
    if none:
        return _notes("script", said("section.script"), [none], width)
    rows = (_row("word:call", said("script.call"), ""), _row("word:exit_confirmation", said("script.confirmation"), ""))
    return Section((Column(said("section.script"), least=20, most=LONG), Column()), rows)


def _after(exit: Exit, said: ExitWording, width: int) -> Section:
    rows = _broken("learned", said.afterwards(exit), width)
    rows.append(Row("after:contact", (Content(said("after.contact")),)))
    if exit.plan.closed_on is None:
        rows.append(Row("after:close", (Content(said("after.close")),)))
    return Section((Column(said("section.after"), least=20, most=LONG),), tuple(rows))


def _notes(row: str, heading: str, lines: Iterable[str], width: int) -> Section:
    return Section((Column(heading, least=20, most=LONG),), tuple(_broken(row, lines, width)))


def _broken(row: str, lines: Iterable[str], width: int) -> list[Row]:
    """Sentences as rows, broken to the width, so that nothing of them is cut."""
    room = max(width, NARROW)
    return [
        Row(f"{row}.{number}.{place}", (Content(part if not place else f"  {part}"),))
        for number, line in enumerate(lines)
        for place, part in enumerate(wrapped(line, room - 2))
    ]


def wrapped(line: str, room: int) -> list[str]:
    """A sentence broken to the width; an amount is not torn apart."""
    whole = AMOUNT.sub(lambda found: found[0].replace(" ", TIED), line)
    return [part.replace(TIED, " ") for part in textwrap.wrap(whole, room)]


def _row(row: str, name: str, text: str, strong: bool = False, muted: bool = False) -> Row:
    first = Content(name).stylize("$accent" if strong else MUTED if muted else "")
    return Row(row, (first, Content(text).stylize(MUTED)))


def _figure(row: str, label: str, figure: str, strong: bool = False) -> Row:
    style = "bold" if strong else ""
    return Row(row, (Content(label).stylize(style), Content(figure).stylize(style)))
