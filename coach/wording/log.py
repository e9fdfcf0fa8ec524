"""The log in words: kinds, details, the timeline, the log beside an answer; the same in every shell. Decides nothing.

What it returns may hold the owner's own words: it is text to show, never markup.
"""

from collections.abc import Mapping
from datetime import datetime

from coach.casebook.log.timeline import TimelineEntry
from coach.engine.incident import Incident
from coach.engine.memory import Gap
from coach.formats.text import clean, one_line
from coach.formats.units import write_figure
from coach.library.library import Library
from coach.library.words import Words
from coach.wording.checks.items import ItemWording

FILE = "incidents"


class LogWording:
    """Puts entries of the log into the words of one library."""

    def __init__(self, library: Library) -> None:
        self.library, self.words, self.items = library, library.words, ItemWording(library)

    def say(self, key: str, /, **blanks: object) -> str:
        """A sentence of the incidents."""
        return self.words.say(FILE, key, **blanks)

    def count(self, key: str, number: int) -> str:
        """The form of a sentence that fits a number."""
        return self.words.count(FILE, key, number)

    def kind(self, type: str) -> str:
        """A type by name; that it is still open where it is; an id without a name as it stands."""
        return self.words.say_or(FILE, f"type.{type}.name", type) if type else self.say("log.open_kind")

    def names(self) -> dict[str, str]:
        """Every type by name, as a search looks through them."""
        return {name: self.kind(name) for name in self.library.incident_types}

    def text(self, entry: Incident) -> str:
        """What was written, in one line."""
        return one_line(entry.text)

    def details(self, entry: Incident) -> list[str]:
        """What is known beside the words: who, channel, minutes, money, told, where a proof lies."""
        found = [clean(entry.who), clean(entry.channel)]
        if entry.minutes is not None:
            found.append(self.count("log.minutes", entry.minutes))
        if entry.amount is not None:
            found.append(write_figure(entry.amount, entry.amount, "money"))
        if entry.told:
            found.append(self.say(f"log.told.{entry.told}"))
        if entry.proof:
            found.append(self.say("log.proof", place=clean(entry.proof)))
        return [each for each in found if each]

    def whole(self, entry: Incident) -> str:
        """The words of an entry with its details behind them; without words, the details alone."""
        return self.say("log.between").join([each for each in (self.text(entry), *self.details(entry)) if each])

    def what(self, moment: TimelineEntry) -> str:
        """What a place on the timeline is, in a few words."""
        event = moment.event
        if moment.entry is not None:
            return self.kind(moment.entry.type)
        if event.noun == "rung":
            rung = event.detail.rpartition(":")[2]
            return self.words.say_or(FILE, f"log.rung.{rung}", rung)
        if event.noun == "assessment" and event.detail == "pulse":
            return self.say("log.event.checkin")
        return self.words.say_or(FILE, f"log.event.{event.noun}", event.noun)

    def about(self, moment: TimelineEntry) -> str:
        """What is to be said of a place on the timeline beyond what it is."""
        event, detail = moment.event, moment.event.detail
        if moment.entry is not None:
            return self.whole(moment.entry)
        if event.noun in ("rung", "term"):
            boundary = detail.partition(":")[0]
            return self.words.say_or("boundaries", f"{boundary}.name", boundary)
        if event.noun == "decision":
            return self.items.verdict(f"outcome.{detail}.tag", detail)
        if event.noun == "letter":
            return self.words.say_or("letters", f"letter.{detail}.name", detail)
        if event.noun == "reset_end":
            return self.words.say_or(FILE, f"log.ended.{detail}", "")
        return ""

    def line(self, entry: Incident) -> str:
        """An entry as one line: day, kind, whose, words."""
        kind = self.kind(entry.type)
        whose = [self.say("log.slip")] if entry.mine and not entry.type else []
        parts = [self.words.day(entry.on_day), kind, *whose, self.whole(entry)]
        return self.say("log.between").join([each for each in parts if each])

    def dated(self, moment: TimelineEntry) -> str:
        """A place on the timeline as one line."""
        if moment.entry is not None:
            return self.line(moment.entry)
        parts = [self.words.day(moment.event.on_day), self.what(moment), self.about(moment)]
        return self.say("log.between").join([each for each in parts if each])

    def moment(self, at: datetime, style: str = "full") -> dict[str, str]:
        """A moment as the blanks of a sentence: its day and its time of day."""
        minutes = at.hour * 60 + at.minute
        return {"day": self.words.day(at.date(), style), "time": write_figure(minutes, minutes, "time")}

    def to(self, key: str, name: str) -> str:
        """A sentence about a reply to somebody; the same without a name."""
        return self.say(f"{key}_to", name=name) if name else self.say(key)

    def safety(self, type: str = "") -> tuple[str, ...]:
        """What comes first at a reason to stop of that type, or of none yet."""
        known = self.library.incident_types.get(type)
        branch = known.branch if known is not None and known.branch else "safety"
        # Said in full even where outcomes are hidden: who asks for help is not told in dots.
        return Words.lines(self.words, "verdict", f"branch.{branch}.lines")

    def rests(self, type: str = "") -> tuple[str, ...]:
        """The claims behind a type, or behind all that are a reason to stop."""
        types = self.library.incident_types
        if type in types:
            return types[type].sources
        return tuple(source for each in types.values() if each.stop for source in each.sources)

    def beside(self, counted: Mapping[str, int], sign: str) -> str:
        """The count of the log beside an answer, in two words; empty where the log holds nothing of the sign."""
        return self.say("memory.beside", count=counted[sign]) if counted.get(sign) else ""

    def counted(self, counted: Mapping[str, int], sign: str) -> str:
        """The count of the log in a sentence; empty as above."""
        return self.count("memory.counted", counted[sign]) if counted.get(sign) else ""

    def apart(self, option: str, count: int) -> str:
        """What is to be said where an answer and the count of the log are far apart; else empty."""
        gap = self.library.spans.gap(option, count) if count else Gap.ALIKE
        return self.say(f"memory.{gap}", count=count) if gap.large else ""
