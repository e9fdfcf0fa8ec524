"""A client's page in words: the head, what stands now, the checks so far as rows. Decides nothing and draws nothing."""

from datetime import date

from textual.content import Content

from coach.casebook.checks.checks import OpenCheck
from coach.casebook.checks.told import Told
from coach.casebook.reading import Line, Page
from coach.library.words import Words
from coach.wording.checks.recommendation import Phrases
from screens.frame.client_rows import MUTED, decided_tag, figure_cells
from screens.frame.discreet import hides, named
from screens.trends.points import depth_cell
from screens.widgets.lists.columns import Column, Row, Section

BAR = 30
"""Cells of the longer of the two bars."""


def head_of(line: Line, today: date, words: Words, phrases: Phrases) -> Content:
    """Name, recommendation, and what the owner decided or is to look at next."""
    name = named(line.client.name, words).stylize("bold")
    if line.client.state != "active":
        name += Content(f"  {words('client.away')}").stylize(MUTED)
    told = Content(phrases.line(line.told) if line.told else words("client.unchecked")).stylize("$accent")
    return Content("\n").join([name, told, Content(_next(line, today, words, phrases)).stylize(MUTED)])


def _next(line: Line, today: date, words: Words, phrases: Phrases) -> str:
    decision, told = line.decision, line.told
    if decision is not None:
        tag, again = decided_tag(decision, phrases), decision.look_again_on
        said = words("client.decided", tag=tag, day=_day(decision.on_day, today, words))
        return f"{said} {words('client.look_again', day=_day(again, today, words))}" if again else said
    return phrases.second_look(told) or words("client.undecided") if told else words("client.unchecked_said")


def _day(day: date, today: date, words: Words) -> str:
    return words.day(day, "short" if day.year == today.year else "full")


def leads_of(page: Page, words: Words, phrases: Phrases, tried: str, wanted: bool) -> Section:
    """What can be opened from here: checks to go on with, the recommendation, a last try, or the first check.

    ``tried`` says how a last try stands that runs, ``wanted`` whether one is called for.
    """
    rows = [_resume(each, words) for each in page.resume]
    if tried:
        rows.insert(0, Row("try", (Content(words("client.try")), Content(tried))))
    told = page.line.told
    if told is not None:
        rows.append(Row(f"told:{told.assessment.id}", (Content(words("client.open")), Content(phrases.check(told)))))
    elif not page.resume:
        rows.append(Row("check", (Content(words("client.first_check")), Content(words("client.first_check_said")))))
    if wanted and not tried:
        rows.append(Row("try", (Content(words("client.try_wanted")), Content(words("client.try_wanted_said")))))
    return Section((Column(least=20, most=60), Column(least=12, most=60)), tuple(rows))


def _resume(each: OpenCheck, words: Words) -> Row:
    day = words.day(each.assessment.on_day, "short")
    done, steps = each.progress
    said = words("client.resume_said", done=done, steps=steps)
    return Row(f"resume:{each.assessment.id}", (Content(words("client.resume", day=day)), Content(said)))


def now_of(told: Told | None, words: Words, phrases: Phrases) -> Content:
    """Why, how heavy, what is missing and what comes next; empty before the first check."""
    if told is None:
        return Content("")
    first = [Content(branch.title).stylize("$warning") for branch in phrases.branch_lines(told)]
    after = [Content(words("client.next", act=phrases.act(told)))]
    if missing := phrases.missing(told):
        after.insert(0, Content(words.count("screens", "client.missing", len(missing))))
    return Content("\n\n").join([*first, Content(phrases.why(told)), _weight(told, words), Content("\n").join(after)])


def _weight(told: Told, words: Words) -> Content:
    values = (told.theirs, told.mine)
    names = [words("client.theirs"), words("client.mine")]
    room = max(len(name) for name in names) + 2
    # The length of a bar says as much as its figure.
    full = float("inf") if hides(words) else max(*values, 1)
    lines = [
        Content(name.ljust(room))
        + Content("━" * round(BAR * value / full)).stylize("$accent" if not place else "$secondary")
        + Content(" " * (BAR - round(BAR * value / full) + 2))
        + figure
        for place, (name, value, figure) in enumerate(zip(names, values, figure_cells(values, words), strict=True))
    ]
    return Content("\n").join(lines)


def history_of(page: Page, words: Words, phrases: Phrases) -> Section:
    """Every concluded check, the newest first, with what was decided on it; a row's id is the assessment's."""
    entries = page.history
    figures = [figure_cells([getattr(each.told, part) for each in entries], words) for part in ("theirs", "mine")]
    rows = [
        Row(
            str(each.told.assessment.id),
            (
                Content(words.day(each.told.assessment.on_day, "dated")),
                depth_cell(each.told.assessment.depth == "quick", words),
                Content(phrases.tag(each.told)),
                theirs,
                mine,
                Content(decided_tag(each.decision, phrases)),
            ),
        )
        for each, theirs, mine in zip(entries, *figures, strict=True)
    ]
    head = {key: words(f"client.column.{key}") for key in ("day", "depth", "told", "theirs", "mine", "you")}
    columns = (
        Column(head["day"]),
        Column(head["depth"], rank=3),
        Column(head["told"], most=24),
        Column(head["theirs"], right=True, rank=2),
        Column(head["mine"], right=True, rank=2),
        Column(head["you"], most=24, rank=1),
    )
    return Section(columns, tuple(rows))
