"""What changed, how sure that is, and what a picture says, in words. Knows wording; draws and reckons nothing."""

from math import isinf

from coach.casebook.trends.changes import BothSides, Change, DecisionFollowUp, Recurring
from coach.casebook.trends.trends import Measure, Measured
from coach.engine.before_after import LEAST_WEEKS, Compared, Finding
from coach.engine.trend import Direction, Point, Series, direction
from coach.engine.weekly import heading
from coach.library.library import Library
from coach.wording.checks.recommendation import RecommendationWording

CHANGE = "change"
TENTHS = (Measure.LOG, Measure.OUT_OF_HOURS, Measure.UNPAID)
"""Lenses whose values are averages, said to a tenth."""

MOSTLY = 50
"""Times in a hundred from which a figure says no more than that chance will do."""


class TrendWording:
    """Puts what changed into the words of one library."""

    def __init__(self, library: Library, currency: str = "") -> None:
        """``currency`` is the owner's own, for rates."""
        self.words, self.recommendation, self.currency = library.words, RecommendationWording(library), currency

    def say(self, key: str, /, **blanks: object) -> str:
        """A sentence about what changed."""
        return self.words.say(CHANGE, key, **blanks)

    def boundary(self, boundary: str) -> str:
        """A boundary's name."""
        return self.words.say_or("boundaries", f"{boundary}.name", boundary)

    def change(self, each: Change) -> tuple[str, str]:
        """A boundary before and after in one sentence, and the figures behind it, where they say anything."""
        compared, number = each.compared, self.words.number
        few = compared.finding is Finding.TOO_FEW
        key = "too_few_weeks" if few and compared.weeks < LEAST_WEEKS else compared.finding.value
        sentence = self.say(
            f"compared.{key}",
            boundary=self.boundary(each.boundary),
            day=self.words.day(compared.told),
            weeks=number(compared.weeks),
            before=number(compared.before),
            after=number(compared.after),
        )
        return sentence, "" if few else self._figures(compared)

    def changes(self, changes: tuple[Change, ...]) -> list[tuple[str, str]]:
        """Every boundary as above, and a caution where one seems to have worked; or that there is none to compare."""
        if not changes:
            return [(self.say("compared.none"), "")]
        worked = any(each.compared.finding is Finding.FEWER for each in changes)
        return [*map(self.change, changes), *([("", self.say("compared.caution"))] if worked else [])]

    def both(self, both: BothSides) -> list[str]:
        """My slips beside their incidents, and what recurs at other clients."""
        if not both.weeks:
            return [self.say("both.nothing")]
        tenth, number = self._tenth, self.words.number
        if not both.incidents + both.slips:
            return [self.words.count(CHANGE, "both.quiet", both.weeks, weeks=number(both.weeks))]
        said = self.words.count(
            CHANGE,
            "both.said",
            both.weeks,
            weeks=number(both.weeks),
            incidents=number(both.incidents),
            slips=number(both.slips),
            theirs=tenth(both.incidents / both.weeks),
            mine=tenth(both.slips / both.weeks),
        )
        lines = [said, *(self.recurring(each) for each in both.recurring)]
        if both.slips and both.slips >= both.incidents:
            lines.insert(1, self.say("both.mine"))
        elif not both.slips:
            lines.append(self.say("both.clear"))
        return lines

    def recurring(self, each: Recurring) -> str:
        """The same slip at several clients, once."""
        return self.say(
            "both.recurring", boundary=self.boundary(each.boundary), clients=self.words.number(each.clients)
        )

    def followed(self, each: DecisionFollowUp) -> str:
        """What was recommended, what was decided, and what came of it."""
        told, decision, number = each.entry.told, each.entry.decision, self.words.number
        decided = self.recommendation.outcome(decision.decided) if decision else ""
        first = self.say(
            "right.same" if each.agreed else "right.other",
            day=self.words.day(told.assessment.on_day, "dated"),
            recommended=self.recommendation.tag(told),
            decided=decided,
        )
        if each.later is None or each.moved is None:
            return f"{first} {self.say('right.waits')}"
        kind = "stayed" if not each.moved else "rose" if each.moved > 0 else "fell"
        then = self.words.day(each.later.assessment.on_day, "dated")
        blanks = {
            "first": number(told.theirs),
            "last": number(each.later.theirs),
            "now": self.recommendation.tag(each.later),
        }
        return f"{first} {self.say(f'right.{kind}', then=then, **blanks)}"

    def trend(self, series: Series) -> str:
        """What one series says since its last break; a direction only from enough points on."""
        runs = list(series.runs())
        if not runs:
            return self.words("phrases.trend.none")
        first, last = runs[-1][0], runs[-1][-1]
        heading = direction(series)
        kind = heading.value
        if heading is Direction.TOO_FEW:
            kind = "one" if first is last else "same" if first.value == last.value else "moved"
        number, day = self.words.number, self.words.day(first.day)
        return self.words(
            f"phrases.trend.{kind}", first=number(first.value or 0), last=number(last.value or 0), day=day
        )

    def picture(self, measured: Measured) -> str:
        """What a picture says in one or two sentences; a direction is named only from enough points on."""
        first = measured.series[0]
        points = [point for point in first.points if point.value is not None]
        if not points:
            return self.say("lens.nothing")
        if measured.measure is Measure.LOG:
            return self._log(measured.series)
        said = self._line(first, points, measured.measure)
        if measured.floor is not None:
            below = (points[-1].value or 0) < measured.floor
            floor = self.say(
                "lens.below" if below else "lens.floor", floor=self.figure(measured.measure, measured.floor)
            )
            said = f"{said} {floor}"
        return said

    def figure(self, measure: Measure, value: float) -> str:
        """One value with its unit."""
        worded = f"trend.point.{measure}.{round(value)}"
        if self.words.has("screens", worded):
            return self.words(worded)
        written = self._tenth(value) if measure in TENTHS else self.words.number(round(value, 2))
        return self.words(f"trend.unit.{measure}", figure=written, currency=self.currency).strip()

    def heading(self, measure: Measure, series: Series) -> Direction:
        """Where a measure is heading."""
        return heading(series) if measure is Measure.LOG else direction(series, UNITS.get(measure, 1.0))

    def _line(self, series: Series, points: list[Point], measure: Measure) -> str:
        first, last = points[0], points[-1]
        kind = self.heading(measure, series).value
        if kind == Direction.TOO_FEW:
            kind = "one" if len(points) == 1 else "same" if first.value == last.value else "moved"
        return self.say(
            f"lens.{kind}",
            what=self.words(f"trend.measure.{series.measure}"),
            first=self.figure(measure, first.value or 0),
            last=self.figure(measure, last.value or 0),
            day=self.words.day(last.day if kind == "one" else first.day),
        )

    def _log(self, series: tuple[Series, ...]) -> str:
        counts = [sum(point.value or 0 for point in each.points) for each in series]
        weeks = len(series[0].points)
        number = self.words.number
        blanks = {"incidents": number(counts[0]), "slips": number(counts[1]), "weeks": number(weeks)}
        said = self.words.count(CHANGE, "lens.log", weeks, **blanks)
        return f"{said} {self.say(f'lens.log_{self.heading(Measure.LOG, series[0])}')}"

    def _figures(self, compared: Compared) -> str:
        first, second = compared.weekly
        low, high, chance = compared.low or 0.0, compared.high or 0.0, compared.chance or 0.0
        often = round(100 * chance)
        edges = {0: "compared.chance_small"} if often <= MOSTLY else {often: "compared.chance_large"}
        by_chance = self.say(edges[often]) if often in edges else self.words.count(CHANGE, "compared.chance", often)
        return self.say(
            "compared.figures_open" if isinf(high) else "compared.figures",
            first=self._tenth(first),
            second=self._tenth(second),
            ratio=self._percent(compared.ratio or 0.0),
            low=self._percent(low),
            high=self._percent(high),
            chance=by_chance,
        )

    def _percent(self, part: float) -> str:
        return "" if isinf(part) else self.words.number(round(100 * part))

    def _tenth(self, value: float) -> str:
        return self.words.number(round(value, 1))


UNITS = {Measure.OUT_OF_HOURS: 0.5, Measure.UNPAID: 0.5, Measure.OVERDUE: 3.0, Measure.RATE: 3.0, Measure.SHARE: 3.0}
"""How far a measure must move over its whole span not to be steady; one point for all others."""
