"""One exit as a page of Markdown, and for a program. Knows the casebook's values and words; asks nothing."""

from collections.abc import Iterable
from datetime import date

from coach.casebook.exits.reading import Exit
from coach.formats.text import clean
from coach.reports.layout import as_json, bullets, iso
from coach.wording.exits.plan import ExitWording

COLUMNS = ("piece", "worth", "paid_column", "theirs", "mine")


def exit_markdown(exit: Exit, wording: ExitWording, today: date) -> str:
    """The whole plan, section by section. Where somebody may be in danger, its heading names nobody."""
    day = wording.words.day(today)
    heading = wording("page.neutral", day=day) if exit.safe else wording("page.heading", name=clean(exit.client.name))
    lines = [f"# {heading}", "", *([] if exit.safe else [day, ""])]
    for title, given in wording.branch(exit):
        lines += [f"## {title}", "", *bullets(given)]
    steps = _steps(exit, wording, today)
    known = [*_pace(exit, wording), *_facts(exit, wording), *_work(exit, wording, today)]
    known += [*_sums(exit, wording), *_dates(exit, wording)]
    # In danger, what to do stands before anything that has to be known.
    lines += [*steps, *known] if exit.safe else [*known, *steps]
    lines += _after(exit, wording)
    return "\n".join([*lines, wording("law")]).rstrip() + "\n"


def exit_json(exit: Exit) -> str:
    """The whole plan for a program; money in the smallest unit."""
    found, ending = exit.settlement, exit.ending
    value = {
        "client": clean(exit.client.name),
        "opened_on": exit.plan.opened_on.isoformat(),
        "closed_on": iso(exit.plan.closed_on),
        "branches": sorted(exit.branches),
        "pace": [way.value for way in exit.paces],
        "facts": dict(exit.known),
        "open": [fact.id for fact in exit.open],
        "gate": None
        if exit.gate is None
        else {"kind": exit.gate.kind.value, "target": exit.gate.target, "now": exit.gate.now, "met": exit.gate.met},
        "sums": {
            "lines": [
                {
                    "piece": each.line.number,
                    "label": clean(each.line.label),
                    "state": each.line.state.value,
                    "act": each.line.act.value,
                    "price": each.line.price,
                    "share": each.line.share,
                    "worth": each.worth,
                    "paid": each.line.paid,
                    "open": each.line.open,
                    "invoice": each.invoice,
                    "correct": each.correct,
                    "refund": each.refund,
                    "credit": each.credit,
                }
                for each in found.lines
            ],
            "worth": found.worth,
            "paid": found.paid,
            "earlier": found.earlier,
            "deposit": {
                "paid": found.deposit,
                "used": found.deposit_used,
                "kept": found.deposit_kept,
                "back": found.deposit_back,
            },
            "invoice": found.invoice,
            "open": found.open,
            "correct": found.correct,
            "owe": found.owe,
            "net": found.net,
        },
        "dates": None
        if ending is None
        else {
            "given": ending.given.isoformat(),
            "counted": ending.counted.isoformat(),
            "last_working": ending.last_working.isoformat(),
            "end": ending.end.isoformat(),
            "deadline": iso(ending.deadline.on if ending.deadline else None),
        },
        "steps": [
            {
                "step": step.id,
                "due_on": iso(row.due_on if row else None),
                "done_on": iso(row.done_on if row else None),
                "reason": clean(row.reason) if row else "",
            }
            for step, row in exit.steps
        ],
        "contacts": [{"on": day, "text": clean(text)} for day, text in exit.facts.contacts],
        "after": dict(exit.facts.after),
    }
    return as_json(value)


def _pace(exit: Exit, wording: ExitWording) -> list[str]:
    gate = wording.gate(exit)
    return [f"## {wording('section.begin')}", "", *bullets([*wording.pace(exit), gate, wording.gate_story(exit)])]


def _facts(exit: Exit, wording: ExitWording) -> list[str]:
    lines = [f"## {wording('page.facts')}", ""]
    for heading, facts in wording.facts(exit):
        told = bullets(
            " ".join(filter(None, (f"{wording.short(fact)}: {wording.value(exit, fact)}.", wording.cost(exit, fact))))
            for fact in facts
            if fact.id in exit.known or not fact.optional
        )
        lines += [f"### {heading}", "", *told] if told else []
    return lines


def _work(exit: Exit, wording: ExitWording, today: date) -> list[str]:
    lines = []
    if exit.pieces:
        pieces = (f"{wording.piece(exit, each.number)}: {wording.piece_tag(exit, each)}" for each in exit.pieces)
        lines += [f"## {wording('section.work')}", "", *bullets(pieces)]
    if exit.invoices:
        rows = (f"{wording.sum(exit, each.amount)}: {wording.invoice(exit, each, today)}" for each in exit.invoices)
        lines += [f"## {wording('section.invoices')}", "", *bullets(rows)]
    return lines


def _sums(exit: Exit, wording: ExitWording) -> list[str]:
    summary = wording.summary(exit)
    lines = [f"## {wording('section.sums')}", ""]
    if not summary:
        return [*lines, wording("sums.empty"), ""]
    if exit.settlement.lines:
        lines += [_row(wording(f"sums.{each}") for each in COLUMNS), "| --- | ---: | ---: | ---: | ---: |"]
        for each in exit.settlement.lines:
            figures = (each.worth, each.line.paid, each.invoice + each.stands, each.refund + each.credit)
            lines.append(_row([wording.piece(exit, each.line.number), *(wording.amount(exit, sum) for sum in figures)]))
        lines.append("")
    lines += bullets(f"{label}: {wording.sum(exit, amount)}" for label, amount in summary[:-1])
    label, net = summary[-1]
    lines += [f"**{label}: {wording.sum(exit, net)}**" if net else f"**{label}**", ""]
    to_do = [f"{label}: {wording.sum(exit, amount)}" for label, amount in wording.to_do(exit)]
    other = wording.in_other(exit)
    lines += [*bullets([*to_do, *([other] if other else [])]), *bullets(wording.workings(exit))]
    return [*lines, *bullets(wording.sum_cautions(exit))]


def _dates(exit: Exit, wording: ExitWording) -> list[str]:
    rows = [f"{label}: {day}" for label, day in wording.dates(exit)]
    return [f"## {wording('section.dates')}", "", *bullets([*rows, *wording.date_notes(exit)])]


def _steps(exit: Exit, wording: ExitWording, today: date) -> list[str]:
    lines = [f"## {wording('section.steps')}", ""]
    for step, row in exit.steps:
        mark = "x" if row is not None and row.done_on is not None else " "
        lines.append(f"- [{mark}] {wording.step(exit, step)} ({wording.when(exit, step, row, today)})")
        lines += [f"  {each}" for each in (wording.how(step), wording.helps(step), wording.put_off(row)) if each]
    return [*lines, ""]


def _after(exit: Exit, wording: ExitWording) -> list[str]:
    afterwards = wording.afterwards(exit)
    return [f"## {wording('section.after')}", "", *bullets(afterwards)] if afterwards else []


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"
