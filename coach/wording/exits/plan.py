"""An exit in words: facts, pace, work, steps; the same for screens, prompts and reports. Decides nothing.

What it returns may hold the owner's own words: it is text to show, never markup.
"""

from datetime import date

from coach.casebook.book import Casebook
from coach.casebook.exits.facts import DONT_KNOW, NONE
from coach.casebook.exits.reading import Exit
from coach.engine.exits.dates import NoticeUnit
from coach.engine.exits.plan import LEGAL, ExitStep, GateKind, Pace
from coach.engine.exits.sums import PieceAct, PieceState
from coach.formats.text import clean
from coach.library.exits import SECTIONS, Fact, FactKind
from coach.library.library import Library
from coach.store.exits import InvoiceRow, PieceRow, StepRow
from coach.wording.exits.dates import DatesWording
from coach.wording.exits.sums import SumsWording
from coach.wording.exits.texts import EXIT

LAW_LINES = ("safety", "legal")


class ExitWording(SumsWording, DatesWording):
    """Puts exits into the words of one library. ``country`` is where the owner is, for the number to ring."""

    def __init__(self, library: Library, country: str = "", clear_key: str = "") -> None:
        super().__init__(library)
        self.country, self.clear_key = country, clear_key or self("page.clear_key")

    @classmethod
    def of(cls, book: Casebook, clear_key: str = "") -> "ExitWording":
        """In the words of a casebook, with the number to ring where its owner is."""
        given = book.limits.standing().get("limits.country")
        return cls(book.library, given.option if given else "", clear_key)

    # ---- Facts

    def ask(self, fact: Fact) -> str:
        """The question."""
        return self(f"fact.{fact.id}.ask")

    def short(self, fact: Fact) -> str:
        """The name of a fact in a list."""
        return self(f"fact.{fact.id}.short")

    def cost(self, exit: Exit, fact: Fact) -> str:
        """What not knowing it costs; empty where it is known. In danger the plan is another one, and so is this."""
        if exit.known.get(fact.id, "") not in ("", DONT_KNOW):
            return ""
        careful = f"fact.{fact.id}.safety"
        return self(careful if exit.safe and self.words.has(EXIT, careful) else f"fact.{fact.id}.cost")

    def unknown(self, exit: Exit, fact: Fact) -> str:
        """A fact that is not known, and what that costs."""
        return self("value.named", name_of=self.short(fact), value=self.cost(exit, fact))

    def hint(self, fact: Fact) -> str:
        """What is to be minded before it is said; mostly empty."""
        return self.words.say_or(EXIT, f"fact.{fact.id}.hint", "")

    def example(self, fact: Fact) -> str:
        """What may be typed; empty where something is chosen."""
        key = f"fact.{fact.id}.example"
        return self("ask.example", example=self(key)) if self.words.has(EXIT, key) else ""

    def option(self, fact: Fact, option: str) -> str:
        """One answer to choose."""
        if fact.kind is FactKind.COUNTRY:
            return self.words.option("country", option)
        return self(f"value.{option}") if fact.kind is FactKind.YES_NO else self(f"fact.{fact.id}.option.{option}")

    def value(self, exit: Exit, fact: Fact) -> str:
        """What is known of a fact, in words."""
        said = exit.known.get(fact.id, "")
        if not said:
            return self("value.open")
        if said == DONT_KNOW or (said == NONE and fact.kind in (FactKind.DAY, FactKind.RATE)):
            return self(f"value.{said}")
        if fact.kind is FactKind.MONEY:
            figure = self.words.number(int(said) / 100, 2 if int(said) % 100 else 0)
        elif fact.kind is FactKind.DAY:
            figure = self.words.day(date.fromisoformat(said))
        elif fact.kind is FactKind.PERCENT:
            figure = self("value.percent", count=self.words.number(int(said)))
        elif fact.id == "notice_count" and exit.known.get("notice_unit") in list(NoticeUnit):
            return self.words.count(EXIT, f"notice.{exit.known['notice_unit']}", int(said))
        elif fact.kind in (FactKind.COUNT, FactKind.CODE, FactKind.RATE):
            figure = said
        else:
            return self.option(fact, said)
        dated = (fact.logged or fact.kind is FactKind.RATE) and fact.id in exit.facts.since
        if not dated:
            return figure
        day = self.words.day(date.fromisoformat(exit.facts.since[fact.id]))
        return self("value.on", value=figure, day=day)

    def facts(self, exit: Exit) -> list[tuple[str, list[Fact]]]:
        """The facts of an exit under the headings they are asked in."""
        found = [(self(f"section.{name}"), [each for each in exit.asked if each.section == name]) for name in SECTIONS]
        return [(heading, listed) for heading, listed in found if listed]

    def gist(self, exit: Exit, facts: list[Fact]) -> str:
        """The facts of one part in a line: of those that are yes or no those that hold, of the rest what is known."""
        known = [fact for fact in facts if fact.id in exit.known]
        said = []
        for fact in known:
            value = exit.known[fact.id]
            plain = fact.kind is not FactKind.DAY and fact.kind is not FactKind.YES_NO and value != DONT_KNOW
            if plain:
                said.append(self.value(exit, fact))
            elif value == "yes":
                said.append(self.short(fact))
            elif value not in ("no", NONE):
                said.append(self("value.named", name_of=self.short(fact), value=self.value(exit, fact)))
        if said:
            return self.words("phrases.between").join(said)
        return self("value.nothing" if known else "value.open")

    def missing(self, exit: Exit) -> str:
        """How many facts are open; empty where none is."""
        count = len(exit.open)
        return self.words.count(EXIT, "page.missing", count) if count else ""

    # ---- What comes first

    def branch(self, exit: Exit) -> list[tuple[str, list[str]]]:
        """What comes before anything else where safety or the law is touched: a title and its lines."""
        blanks = {"number": self.number(exit), "clear": self.clear_key}
        return [
            (
                self(f"branch.{name}.title"),
                [self.words_filled(line, blanks) for line in self.words.lines(EXIT, f"branch.{name}.lines")],
            )
            for name in LAW_LINES
            if name in exit.branches
        ]

    def number(self, exit: Exit) -> str:
        """The number to ring first where the owner is, or else where the job is."""
        numbers = self.library.exits.emergency
        found = numbers.get(self.country) or numbers.get(exit.known.get("law", ""))
        return self("branch.safety.number", number=found) if found else self("branch.safety.number_unknown")

    def words_filled(self, text: str, blanks: dict[str, str]) -> str:
        """A line of a list with its blanks filled."""
        from coach.library.words import fill

        return fill(text, blanks)

    def pace(self, exit: Exit) -> list[str]:
        """How it begins."""
        return [self(f"pace.{way}") for way in exit.paces]

    def gate(self, exit: Exit) -> str:
        """What must be there before notice is given, and how far it has come; empty where nothing must."""
        if Pace.REPLACE_FIRST not in exit.paces or exit.known.get("gate_kind") == "none":
            return ""
        gate = exit.gate
        if gate is None:
            return self("gate.unset")
        said = self(f"gate.{gate.kind}", target=self._gauge(exit, gate.kind, gate.target), now=self._now(exit))
        return f"{said} {self('gate.met')}" if gate.met else said

    def gate_log(self, exit: Exit) -> list[tuple[date, int]]:
        """How far it had come, day by day."""
        if exit.gate is None:
            return []
        return [(date.fromisoformat(day), int(value)) for day, value in exit.facts.log.get(f"now_{exit.gate.kind}", [])]

    def gate_story(self, exit: Exit) -> str:
        """How far it had come at other times; empty before the second one."""
        log = self.gate_log(exit)
        if len(log) < 2:
            return ""
        points = [
            self("gate.point", value=self.gauge(exit, value), day=self.words.day(day, "short")) for day, value in log
        ]
        return self("gate.story", points=self.words.commas(points))

    def gauge(self, exit: Exit, value: int) -> str:
        """A figure of the gate, in its unit."""
        return "" if exit.gate is None else self._gauge(exit, exit.gate.kind, value)

    # ---- Pieces of work and invoices

    def piece_tag(self, exit: Exit, piece: PieceRow) -> str:
        """How far a piece of work is, and what happens to it."""
        state = self(f"line.tag.{piece.state}", share=self.words.number(round(piece.share * 100)))
        act = self.act_of(exit, piece.number)
        finishes = act is PieceAct.DELIVER and piece.state in (PieceState.IN_PROGRESS, PieceState.NOT_STARTED)
        return f"{state}, {self('line.tag.finish')}" if finishes else state

    def act_of(self, exit: Exit, number: int) -> PieceAct:
        """What happens to a piece of work."""
        return next(each.line.act for each in exit.settlement.lines if each.line.number == number)

    def invoice(self, exit: Exit, invoice: InvoiceRow, today: date) -> str:
        """An invoice in a line: when it is due, and for what."""
        name = self("invoice.name", day=self.words.day(invoice.due_on))
        if invoice.paid_on is not None:
            return self("invoice.paid", name=name)
        number = exit.facts.of.get(str(invoice.id))
        work = self("invoice.earlier") if number is None else self.piece(exit, number)
        late = [self("invoice.overdue")] if invoice.due_on < today else []
        return self.words.commas([name, *late, self("invoice.for", work=work)])

    # ---- Steps

    def step(self, exit: Exit, step: ExitStep) -> str:
        """One act in a line, its figures filled."""
        deadline = exit.ending.deadline if exit.ending else None
        return self(
            f"step.{step.id}.text",
            number=self.number(exit),
            deadline=self.words.day(deadline.on) if deadline else "",
            invoice=self.sum(exit, exit.settlement.invoice),
            owe=self.sum(exit, exit.settlement.owe),
        )

    def due(self, steps: list[str]) -> tuple[bool, str]:
        """What is due, in a few words, and whether others should not read it.

        Where somebody may be in danger, and where several steps are due, only how many. It asks for no figure and no
        date, so that a list of what is due need not work out a plan.
        """
        book = {each.id: each for each in self.library.exits.steps}
        safe = any("safety" in book[each].wants for each in steps if each in book)
        text = self.words.say(EXIT, f"step.{steps[0]}.text") if self.words.has(EXIT, f"step.{steps[0]}.text") else "$"
        if safe or len(steps) > 1 or "$" in text:
            text = self.words.count("screens", "today.exit_steps", len(steps))
        return safe, text

    def how(self, step: ExitStep) -> str:
        """How to go about it."""
        return self(f"step.{step.id}.how")

    def helps(self, step: ExitStep) -> str:
        """What helps with a step; empty where nothing does."""
        if step.opens == "call":
            return self("page.also", what=self("page.call"))
        if step.letter and step.letter in self.library.letters[0]:
            name = self.words.say("letters", f"letter.{step.letter}.name")
            return self("page.also", what=self("page.letter", name=name))
        return ""

    def when(self, exit: Exit, step: ExitStep, row: StepRow | None, today: date) -> str:
        """When a step was done or is due, or what it waits for."""
        day = self.words.day
        if row is not None and row.done_on is not None:
            return self("done.mark", day=day(row.done_on, "short"))
        due = row.due_on if row is not None else exit.due.get(step.id)
        if due is None:
            return self("done.waits_gate" if step.gated and not exit.gate_open else "done.waits_after")
        style = "short" if due.year == today.year else "dated"
        return self("done.late" if due < today else "done.due", day=day(due, style))

    def put_off(self, row: StepRow | None) -> str:
        """Why a step was put off; empty where it was not."""
        if row is None or not row.reason or row.due_on is None or row.done_on is not None:
            return ""
        return self("done.put_off", day=self.words.day(row.due_on), note=clean(row.reason))

    # ---- Words and afterwards

    def script(self, exit: Exit) -> str:
        """What stands for the call where nothing is said aloud; empty where something is."""
        if exit.safe:
            return self("script.none_safety")
        return self("script.none_legal") if LEGAL in exit.branches else ""

    def afterwards(self, exit: Exit) -> list[str]:
        """What was learned, and whether they have been in touch again."""
        said = []
        for day, text in exit.facts.contacts:
            key = "after.contact_said" if text else "after.contact_row"
            said.append(self(key, day=self.words.day(date.fromisoformat(day)), note=clean(text)))
        after = exit.facts.after
        if back := after.get("take_back"):
            said.append(f"{self('after.take_back')} {self(f'after.take_back_option.{back}')}")
        if keep := after.get("keep"):
            said.append(self("after.kept", note=clean(keep)))
        if term := after.get("term"):
            said.append(f"{self('after.term')}: {self.words.say('boundaries', f'{term}.name')}")
        if exit.plan.closed_on is not None:
            said.append(self("after.closed", day=self.words.day(exit.plan.closed_on)))
        return said

    def _gauge(self, exit: Exit, kind: GateKind, value: int) -> str:
        if kind is GateKind.INCOME:
            return self.sum(exit, value)
        figure = self.words.number(value)
        return self("value.percent", count=figure) if kind is GateKind.SHARE else figure

    def _now(self, exit: Exit) -> str:
        gate = exit.gate
        return self("gate.unknown") if gate is None or gate.now is None else self._gauge(exit, gate.kind, gate.now)
