"""When an exit ends, in words: its dates, what to mind about them, and the notice. Decides nothing."""

from coach.casebook.exits.calendars import known as holidays_known
from coach.casebook.exits.facts import DONT_KNOW, NONE
from coach.casebook.exits.reading import Exit
from coach.engine.exits.dates import Clause, NoticeUnit
from coach.engine.exits.plan import Pace
from coach.wording.exits.texts import EXIT, ExitTexts


class DatesWording(ExitTexts):
    """Puts the dates of exits into the words of one library."""

    def dates(self, exit: Exit) -> list[tuple[str, str]]:
        """The dates, each with its label."""
        ending, day = exit.ending, self.words.day
        if ending is None:
            return []
        rows = [(self("dates.given" if exit.gate_open else "dates.given_if"), day(ending.given))]
        if ending.counted not in (ending.end, ending.given):
            rows.append((self("dates.counted"), day(ending.counted)))
        rows += [(self("dates.last_working"), day(ending.last_working)), (self("dates.end"), day(ending.end))]
        if exit.give_by is not None:
            rows.append((self("dates.give_by"), day(exit.give_by)))
        return rows

    def date_notes(self, exit: Exit) -> list[str]:
        """What to mind about the dates, what weighs most first."""
        ending, day = exit.ending, self.words.day
        if ending is None:
            key = {"safety": "safety", "advice": "waiting_advice", "duties": "waiting_duties"}[exit.dated]
            return [self(f"dates.{key}")]
        said = []
        if ending.deadline is not None:
            near = ending.deadline
            said.append(self(f"near.{near.near}", day=day(near.on), count=abs(near.days)))
        if exit.cool_until is not None:
            said.append(self("dates.cool", day=day(exit.cool_until)))
        if not exit.gate_open:
            said.append(self("dates.waiting_gate"))
        if ending.bound:
            said.append(self("dates.bound", day=day(ending.counted)))
        elif ending.by_contract:
            said.append(self("dates.by_contract"))
        return said + self._notice_notes(exit)

    def notice(self, exit: Exit) -> str:
        """The notice in words."""
        return self.words.count(EXIT, f"notice.{exit.notice.unit}", exit.notice.count)

    def _notice_notes(self, exit: Exit) -> list[str]:
        unit, clause = exit.known.get("notice_unit", DONT_KNOW), exit.known.get("termination", "")
        said = []
        if Pace.STOP_NOW in exit.paces:
            said.append(self("caution.at_once"))
        elif unit == NONE:
            said.append(self("caution.no_clause"))
        elif unit == DONT_KNOW or "notice_count" not in exit.known or exit.known["notice_count"] == DONT_KNOW:
            said.append(self("caution.guessed"))
        if clause in (Clause.FOR_CAUSE, Clause.NONE):
            said.append(self("caution.for_cause"))
        if exit.known.get("law") == "PL" and Pace.STOP_NOW not in exit.paces:
            said.append(self("caution.poland"))
        if unit == NoticeUnit.WORKING_DAYS and not holidays_known(exit.known.get("law", "")):
            said.append(self("caution.no_holidays"))
        return said
