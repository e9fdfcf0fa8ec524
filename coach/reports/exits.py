"""One exit as a page of Markdown, and for a program. Knows the casebook's values and words; asks nothing."""

import json
from collections.abc import Iterable
from datetime import date

from coach.casebook.exits.reading import Exit
from coach.formats.text import clean
from coach.wording.exits.plan import ExitWords

COLUMNS = ("piece", "worth", "paid_column", "theirs", "mine")


def exit_markdown(exit: Exit, said: ExitWords, today: date) -> str:
    """The whole plan, section by section. Where somebody may be in danger, its heading names nobody."""
    day = said.words.day(today)
    heading = said("page.neutral", day=day) if exit.safe else said("page.heading", name=clean(exit.client.name))
    lines = [f"# {heading}", "", *([] if exit.safe else [day, ""])]
    for title, given in said.branch(exit):
        lines += [f"## {title}", "", *_listed(given)]
    steps = _steps(exit, said, today)
    parts = [_pace(exit, said), _facts(exit, said), _work(exit, said, today), _sums(exit, said), _dates(exit, said)]
    # In danger, what to do stands before anything that has to be known.
    lines += [*steps, *(line for part in parts for line in part)] if exit.safe else [
        *(line for part in parts for line in part), *steps,
    ]  # fmt: skip
    lines += _after(exit, said)
    return "\n".join([*lines, said("law")]).rstrip() + "\n"


def exit_json(exit: Exit) -> str:
    """The whole plan for a program; money in the smallest unit."""
    found, ending = exit.settlement, exit.ending
    value = {
        "client": clean(exit.client.name),
        "opened_on": exit.plan.opened_on.isoformat(),
        "closed_on": _day(exit.plan.closed_on),
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
            "deadline": _day(ending.deadline.on if ending.deadline else None),
        },
        "steps": [
            {
                "step": step.id,
                "due_on": _day(row.due_on if row else None),
                "done_on": _day(row.done_on if row else None),
                "reason": clean(row.reason) if row else "",
            }
            for step, row in exit.steps
        ],
        "contacts": [{"on": day, "text": clean(text)} for day, text in exit.facts.contacts],
        "after": dict(exit.facts.after),
    }
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _pace(exit: Exit, said: ExitWords) -> list[str]:
    gate = said.gate(exit)
    return [f"## {said('section.begin')}", "", *_listed([*said.pace(exit), gate, said.gate_story(exit)])]


def _facts(exit: Exit, said: ExitWords) -> list[str]:
    lines = [f"## {said('page.facts')}", ""]
    for heading, facts in said.facts(exit):
        told = _listed(
            " ".join(filter(None, (f"{said.short(fact)}: {said.value(exit, fact)}.", said.cost(exit, fact))))
            for fact in facts
            if fact.id in exit.known or not fact.optional
        )
        lines += [f"### {heading}", "", *told] if told else []
    return lines


def _work(exit: Exit, said: ExitWords, today: date) -> list[str]:
    lines = []
    if exit.pieces:
        pieces = (f"{said.piece(exit, each.number)}: {said.piece_tag(exit, each)}" for each in exit.pieces)
        lines += [f"## {said('section.work')}", "", *_listed(pieces)]
    if exit.invoices:
        rows = (f"{said.sum(exit, each.amount)}: {said.invoice(exit, each, today)}" for each in exit.invoices)
        lines += [f"## {said('section.invoices')}", "", *_listed(rows)]
    return lines


def _sums(exit: Exit, said: ExitWords) -> list[str]:
    summary = said.summary(exit)
    lines = [f"## {said('section.sums')}", ""]
    if not summary:
        return [*lines, said("sums.empty"), ""]
    if exit.settlement.lines:
        lines += [_row(said(f"sums.{each}") for each in COLUMNS), "| --- | ---: | ---: | ---: | ---: |"]
        for each in exit.settlement.lines:
            figures = (each.worth, each.line.paid, each.invoice + each.stands, each.refund + each.credit)
            lines.append(_row([said.piece(exit, each.line.number), *(said.amount(exit, sum) for sum in figures)]))
        lines.append("")
    lines += _listed(f"{label}: {said.sum(exit, amount)}" for label, amount in summary[:-1])
    label, net = summary[-1]
    lines += [f"**{label}: {said.sum(exit, net)}**" if net else f"**{label}**", ""]
    to_do = [f"{label}: {said.sum(exit, amount)}" for label, amount in said.to_do(exit)]
    other = said.in_other(exit)
    lines += [*_listed([*to_do, *([other] if other else [])]), *_listed(said.workings(exit))]
    return [*lines, *_listed(said.sum_cautions(exit))]


def _dates(exit: Exit, said: ExitWords) -> list[str]:
    rows = [f"{label}: {day}" for label, day in said.dates(exit)]
    return [f"## {said('section.dates')}", "", *_listed([*rows, *said.date_notes(exit)])]


def _steps(exit: Exit, said: ExitWords, today: date) -> list[str]:
    lines = [f"## {said('section.steps')}", ""]
    for step, row in exit.steps:
        mark = "x" if row is not None and row.done_on is not None else " "
        lines.append(f"- [{mark}] {said.step(exit, step)} ({said.when(exit, step, row, today)})")
        lines += [f"  {each}" for each in (said.how(step), said.helps(step), said.put_off(row)) if each]
    return [*lines, ""]


def _after(exit: Exit, said: ExitWords) -> list[str]:
    afterwards = said.afterwards(exit)
    return [f"## {said('section.after')}", "", *_listed(afterwards)] if afterwards else []


def _listed(lines: Iterable[str]) -> list[str]:
    given = [f"- {each}" for each in lines if each]
    return [*given, ""] if given else []


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
