"""What an exit comes to, in words: each sum with its working, and what to mind. Decides nothing."""

from collections.abc import Iterable

from coach.casebook.exits.facts import DONT_KNOW
from coach.casebook.exits.reading import Exit
from coach.engine.exits.sums import MonthPart, PieceAct, Reckoned, converted
from coach.formats.text import clean
from coach.wording.exits.texts import ExitTexts


class SumsWording(ExitTexts):
    """Puts the sums of exits into the words of one library."""

    def sum(self, exit: Exit, amount: int) -> str:
        """An amount with its currency."""
        currency = exit.known.get("currency", "")
        figure = self.amount(exit, amount)
        return f"{currency} {figure}" if currency not in ("", DONT_KNOW) else figure

    def amount(self, exit: Exit, amount: int) -> str:
        """An amount, with cents where any amount of this exit has them."""
        return self.words.number(amount / 100, 2 if _cents(exit) else 0)

    def piece(self, exit: Exit, number: int) -> str:
        """The name of a piece of work."""
        if number == 0:
            return self("line.retainer")
        label = next((each.label for each in exit.pieces if each.number == number), "")
        return self("line.named", note=clean(label)) if label else self("line.unnamed", number=number)

    def summary(self, exit: Exit) -> list[tuple[str, int]]:
        """How the result comes about, line by line; what is taken away stands below nothing. The last is the result."""
        found = exit.settlement
        if not (found.lines or found.earlier or found.deposit):
            return []
        lines = [(self("sums.all_worth"), found.worth), (self("sums.less_paid"), -found.paid)]
        optional = [("earlier", found.earlier), ("less_deposit", -found.deposit), ("kept", found.deposit_kept)]
        lines += [(self(f"sums.{key}"), amount) for key, amount in optional if amount]
        result = "net_theirs" if found.net > 0 else "net_mine" if found.net < 0 else "net_even"
        return [*lines, (self(f"sums.{result}"), abs(found.net))]

    def to_do(self, exit: Exit) -> list[tuple[str, int]]:
        """What is to be done with the sums: invoiced, collected, corrected, paid back."""
        found = exit.settlement
        wanted = [("invoice", found.invoice), ("open", found.open), ("correct", found.correct), ("owe", found.owe)]
        return [(self(f"sums.{key}"), amount) for key, amount in wanted if amount]

    def working(self, exit: Exit, reckoned: Reckoned) -> str:
        """How one piece of work was reckoned, figure by figure."""
        line = reckoned.line

        def sum(amount: int) -> str:
            return self.amount(exit, amount)

        piece, worth = self.piece(exit, line.number), sum(reckoned.worth)
        said = []
        if line.number == 0:
            said.append(self._monthly(exit))
        elif line.act is PieceAct.DELIVER:
            said.append(self("working.deliver", piece=piece, worth=worth))
        else:
            said.append(
                self(
                    "working.part", piece=piece, share=self.words.number(line.share), price=sum(line.price), worth=worth
                )
            )
        balance = reckoned.worth - line.paid
        if line.paid or balance == 0:
            back = "credit" if line.act is PieceAct.CREDIT else "mine"
            key = "theirs" if balance > 0 else "even" if balance == 0 else back
            blanks = {"worth": worth, "paid": sum(line.paid), "balance": sum(abs(balance))}
            said.append(self(f"working.balance_{key}", **blanks))
        if reckoned.stands:
            said.append(self("working.open", open=sum(reckoned.stands), invoice=sum(reckoned.invoice)))
        if reckoned.correct:
            said.append(self("working.correct", correct=sum(reckoned.correct)))
        return " ".join(said)

    def workings(self, exit: Exit) -> list[str]:
        """Every step of the arithmetic."""
        found = exit.settlement
        said = [self.working(exit, each) for each in found.lines]
        if found.deposit:
            said.append(self.deposit(exit))
        if found.credit:
            said.append(self("working.credit", used=self.amount(exit, found.credit_used)))
        if any(each.line.act is not PieceAct.DELIVER for each in found.lines) or exit.months:
            said.append(self("working.rounded"))
        return said

    def deposit(self, exit: Exit) -> str:
        """What becomes of the deposit."""
        found = exit.settlement
        parts = {"used": found.deposit_used, "kept": found.deposit_kept, "back": found.deposit_back}
        figures = {name: self.amount(exit, each) for name, each in parts.items()}
        return self("working.deposit", deposit=self.amount(exit, found.deposit), **figures)

    def in_other(self, exit: Exit) -> str:
        """The result in another currency, at the rate the owner typed; empty where there is none."""
        if exit.rate is None or not exit.settlement.net:
            return ""
        other = self.words.number(converted(abs(exit.settlement.net), exit.rate) / 100, 2)
        rate = exit.known["rate"].split()[1]
        label = self("sums.in_other", currency=exit.rate.currency, rate=rate, day=self.words.day(exit.rate.on))
        return f"{label}: {exit.rate.currency} {other}"

    def sum_cautions(self, exit: Exit) -> list[str]:
        """What to mind about the sums."""
        found, law = exit.settlement, exit.known.get("law", "")
        said = [self("vat")]
        if any(each.line.act is not PieceAct.DELIVER and 0 < each.line.share < 100 for each in found.lines):
            said.append(self("caution.refund_share"))
        if found.deposit_kept:
            said.append(self("caution.deposit_kept"))
        elif found.deposit and exit.known.get("deposit_rule", DONT_KNOW) == DONT_KNOW and found.deposit_back:
            said.append(self("fact.deposit_rule.cost"))
        if found.owe and (found.invoice or found.open):
            said.append(self("caution.set_off"))
        if "owed" in exit.flags and law in self.library.late_payment:
            rule = self.words.say("late_payment", f"place.{law}.rule")
            said.append(self("caution.interest", rule=rule))
        if exit.pieces and not exit.safe:
            said.append(self("caution.withhold"))
        return said

    def _monthly(self, exit: Exit) -> str:
        fee = int(exit.known["price"])
        return self("working.monthly", fee=self.amount(exit, fee), parts=self._months(exit, exit.months))

    def _months(self, exit: Exit, parts: Iterable[MonthPart]) -> str:
        said = []
        for part in parts:
            key = "whole_month" if part.days == part.of else "month"
            first, last = self.words.day(part.first, "short"), self.words.day(part.last, "dated")
            months = self(f"sums.{key}", first=first, last=last, days=part.days, of=part.of)
            said.append(f"{months}, {self.amount(exit, part.worth)}")
        return "; ".join(said)


def _cents(exit: Exit) -> bool:
    found = exit.settlement
    whole = (found.net, found.worth, found.paid, found.earlier, found.deposit, found.invoice, found.owe, found.open)
    lines = (amount for each in found.lines for amount in (each.worth, each.line.paid, each.line.price, each.line.open))
    return any(amount % 100 for amount in (*whole, *lines))
