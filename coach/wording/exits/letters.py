"""What the plan of an exit knows, as the letters of the ending say it. Leaves out what the plan does not know itself.

What it returns may hold the owner's own words: it is text to show, never markup.
"""

from datetime import date

from coach.casebook.exits.facts import DONT_KNOW
from coach.casebook.exits.reading import SPOKEN, Exit
from coach.engine.exits.dates import Clause, NoticeUnit
from coach.engine.exits.plan import LEGAL, Pace
from coach.engine.exits.sums import PieceAct, PieceState, Reckoned
from coach.store.exits import PieceRow
from coach.wording.exits.dates import DatesWording
from coach.wording.exits.sums import SumsWording

CALL = "call"
"""The step with which they hear it aloud."""
DONE = (PieceState.DONE_PAID, PieceState.DONE_UNPAID)


class ExitLetterWording(SumsWording, DatesWording):
    """Fills letters from exits, in the words of one library."""

    def known(self, exit: Exit, today: date) -> dict[str, str]:
        """What fills the places of blanks; a place that is not among them is not known.

        Nothing where somebody may be in danger: there the lawyer says what is written.
        """
        if exit.safe:
            return {}
        found = {"exit.done": self._done(exit), "exit.open": self._left(exit), "exit.access": self._access(exit, today)}
        found["exit.call_on"] = self._called(exit)
        if LEGAL not in exit.branches:
            # Where the law is touched, the words come from whoever advises.
            found |= {"exit.work": self._work(exit), "exit.ground": self._ground(exit)}
        if dated(exit):
            found |= self._dates(exit, today)
        if reckoned(exit):
            found |= {"exit.statement": self._statement(exit), "exit.balance": self._balance(exit, today)}
        return {place: text for place, text in found.items() if text}

    def _dates(self, exit: Exit, today: date) -> dict[str, str]:
        ending, day = exit.ending, self.words.day
        assert ending is not None
        found = {"exit.ends": day(ending.end), "exit.last_day": day(ending.last_working)}
        theirs = exit.known.get("deadline", "")
        if theirs[:1].isdigit() and date.fromisoformat(theirs) > ending.end:
            found["exit.deadlines"] = self("letter.deadline", day=day(date.fromisoformat(theirs)))
        found["exit.handover_on"] = self._on(exit, "handover", today)
        if exit.known.get("data") == "yes":
            found["exit.data_by"] = self._on(exit, "return_data", today)
        return found

    def _on(self, exit: Exit, step_id: str, today: date) -> str:
        """The day of a step: when it was done, else when it is due; a day that went by without it promises nothing."""
        row = next((row for step, row in exit.steps if step.id == step_id), None)
        if row is None:
            return ""
        on = row.done_on or (row.due_on if row.due_on is not None and row.due_on >= today else None)
        return self.words.day(on) if on is not None else ""

    def _called(self, exit: Exit) -> str:
        called = next((row.done_on for step, row in exit.steps if step.id == CALL and row is not None), None)
        return self.words.day(called) if called is not None else ""

    def _ground(self, exit: Exit) -> str:
        ending = exit.ending
        if ending is None or Pace.STOP_NOW in exit.paces:
            return ""
        if ending.by_contract:
            return self("letter.ground_ends") if dated(exit) else ""
        noticed = exit.known.get("termination") == Clause.WITH_NOTICE and _noticed(exit)
        return self("letter.ground_notice", notice=self.notice(exit)) if noticed else ""

    def _work(self, exit: Exit) -> str:
        """What is still finished, by the last working day where that is known, and what stops where it is."""
        finished = [self.piece(exit, each.number) for each in exit.pieces if _finishes(exit, each)]
        stopped = [
            self.piece(exit, each.number)
            for each in exit.pieces
            if each.state == PieceState.IN_PROGRESS and not _finishes(exit, each)
        ]
        said = []
        if finished:
            ending = exit.ending if dated(exit) else None
            key = "letter.finish_by" if ending else "letter.finish"
            on = self.words.day(ending.last_working) if ending else ""
            said.append(self(key, pieces=self.words.listed(finished), day=on))
        if stopped:
            said.append(self("letter.stop", pieces=self.words.listed(stopped)))
        return " ".join(said)

    def _done(self, exit: Exit) -> str:
        return self.words.listed([self.piece(exit, each.number) for each in exit.pieces if each.state in DONE])

    def _left(self, exit: Exit) -> str:
        """The pieces that nobody finishes, with the share that is done."""
        left = [each for each in exit.pieces if each.state not in DONE and not _finishes(exit, each)]
        return self.words.listed([self._part(exit, each) for each in left])

    def _part(self, exit: Exit, piece: PieceRow) -> str:
        name = self.piece(exit, piece.number)
        if piece.state != PieceState.IN_PROGRESS or not piece.share:
            return name
        return self("letter.part", piece=name, share=self.words.number(round(piece.share * 100)))

    def _access(self, exit: Exit, today: date) -> str:
        held = exit.known.get("access", "")
        if held not in ("yes", "no"):
            return ""
        on = self._on(exit, "close_access", today) if held == "yes" and dated(exit) else ""
        return self("letter.access_by", day=on) if on else self(f"letter.access_{held}")

    # ---- Sums

    def _statement(self, exit: Exit) -> str:
        """The account, a line for each piece of work and each thing that is taken off."""
        found = exit.settlement
        said = [self._line(exit, each) for each in found.lines if each.line.number or exit.months]
        sums = {"earlier": found.earlier, "deposit_used": found.deposit_used, "deposit_kept": found.deposit_kept}
        sums |= {"deposit_back": found.deposit_back, "credit": found.credit_used, "correct": found.correct}
        said += [self(f"letter.{key}", sum=self.sum(exit, amount)) for key, amount in sums.items() if amount]
        return "\n".join(said)

    def _line(self, exit: Exit, each: Reckoned) -> str:
        line = each.line
        if line.number == 0:
            key = "month_back" if line.act is PieceAct.REFUND else "month"
            amount = self.sum(exit, each.worth or line.paid)
            return self(f"letter.{key}", sum=amount, months=self._months(exit, exit.months))
        figures = {"piece": self.piece(exit, line.number), "worth": self.sum(exit, each.worth)}
        if line.act is PieceAct.DELIVER:
            said = self("letter.whole", **figures)
        else:
            price, share = self.sum(exit, line.price), self.words.number(line.share)
            said = self("letter.share" if line.share else "letter.none_done", **figures, price=price, share=share)
        if line.paid:
            balance = each.worth - line.paid
            key = "paid_less" if balance > 0 else "paid_more" if balance < 0 else "paid_even"
            paid, sum = self.sum(exit, line.paid), self.sum(exit, abs(balance))
            said = f"{said} {self(f'letter.{key}', paid=paid, sum=sum)}"
        return said

    def _balance(self, exit: Exit, today: date) -> str:
        found = exit.settlement
        said = []
        if found.invoice or found.open:
            both = found.invoice and found.open
            key = "pay_both" if both else "pay_invoice" if found.invoice else "pay_open"
            sums = {"sum": found.invoice + found.open, "invoice": found.invoice, "open": found.open}
            said.append(self(f"letter.{key}", **{name: self.sum(exit, each) for name, each in sums.items()}))
        if found.owe:
            on = self._on(exit, "pay_back", today) if dated(exit) else ""
            said.append(self("letter.owe_by" if on else "letter.owe", sum=self.sum(exit, found.owe), day=on))
        return " ".join(said) or self("letter.even")


def dated(exit: Exit) -> bool:
    """Whether the plan knows when it ends: no guess, no shut gate, no day that moves on with the clock."""
    ending = exit.ending
    spoken = any(row is not None and row.done_on is not None for step, row in exit.steps if step.id in SPOKEN)
    if ending is None or not (spoken or (exit.gate_open and exit.plan.closed_on is None)):
        return False
    if Pace.STOP_NOW in exit.paces:
        return True
    clause = exit.known.get("termination")
    if clause in (Clause.FOR_CAUSE, Clause.NONE):
        return ending.by_contract
    return clause == Clause.WITH_NOTICE and (_noticed(exit) or exit.known.get("notice_unit") == NoticeUnit.NONE)


def reckoned(exit: Exit) -> bool:
    """Whether the sums are whole: work, currency and deposit were said, and for a monthly fee the end is known."""
    known, found = exit.known, exit.settlement
    if not found.lines or known.get("currency", DONT_KNOW) == DONT_KNOW:
        return False
    if not known.get("deposit", "").isdigit():
        return False
    if found.deposit_back and known.get("deposit_rule", DONT_KNOW) == DONT_KNOW:
        return False
    if known.get("fee_kind") != "retainer":
        return True
    return dated(exit) and all(known.get(each, "")[:1].isdigit() for each in ("price", "paid_until"))


def _noticed(exit: Exit) -> bool:
    """Whether the contract's own notice is known, not the usual one that stands in its place."""
    unit, count = exit.known.get("notice_unit", ""), exit.known.get("notice_count", "")
    return unit in list(NoticeUnit) and unit != NoticeUnit.NONE and count.isdigit()


def _finishes(exit: Exit, piece: PieceRow) -> bool:
    acts = {each.line.number: each.line.act for each in exit.settlement.lines}
    return piece.state not in DONE and acts.get(piece.number) is PieceAct.DELIVER
