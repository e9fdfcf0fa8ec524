"""Boundaries as rows and cells: glyphs, words, terms. Knows wording and columns; reads no record."""

from collections.abc import Iterable, Mapping

from textual.content import Content

from coach.casebook.boundaries import Matrix
from coach.engine.boundary import STEPS, Stage, Standing
from coach.library.words import Words
from coach.wording.boundaries import BoundaryWording
from screens.widgets.lists.columns import Column, Row, Section
from screens.widgets.lists.matrix_table import Grid, columns_of

MUTED = "$foreground 60%"
DONE, OPEN = "✓", "○"
STAGES = {
    Stage.KEPT: "✓",
    Stage.TOLD: "●",
    Stage.WRITTEN: "○",
    Stage.DECIDED: "○",
    Stage.NOT_KEPT: "–",
    Stage.NOT_TOLD: "–",
    Stage.REFUSED: "x",
    Stage.NONE: "–",
    Stage.UNKNOWN: "·",
}
"""A glyph for where a boundary stands; the word beside it says the same."""
MINE = "→ "
"""Before the name of a boundary that is mine to fix."""
RUNGS = 7
"""Cells of the four steps as glyphs."""
GAP = 3
"""Cells between two columns of the terms."""
LONG = 200
"""Cells of a text before it is cut to the width there is."""


def rungs_cell(each: Standing) -> Content:
    """The four steps as glyphs, in order."""
    return Content(" ".join(DONE if each.has(rung) else OPEN for rung in STEPS))


def next_cell(each: Standing, said: BoundaryWording) -> Content:
    """The next step in words; a refusal before anything else."""
    if each.stage is Stage.REFUSED:
        return Content(said.stage(Stage.REFUSED)).stylize("$warning")
    return Content(said.next(each)) if each.next else Content(said.next(each)).stylize(MUTED)


def terms_sections(
    matrix: Matrix, terms: Mapping[str, Mapping[str, str]], said: BoundaryWording
) -> tuple[Section, Section]:
    """Every standard boundary in two sections: those that are mine to fix, and the others."""
    words = said.words
    others = [each for each in matrix.boundaries if each not in matrix.mine_to_fix]
    headings = ("mine_to_fix", "others" if matrix.mine_to_fix else "terms")
    nexts = {each: next_cell(matrix.mine[each], said) for each in matrix.boundaries}
    first = max(len(said.name(each)) for each in matrix.boundaries) + GAP
    second = max(cell.cell_length for cell in nexts.values()) + GAP

    def section(heading: str, ids: Iterable[str]) -> Section:
        # One column, so that both sections keep the same lines.
        head = words(f"boundaries.column.{heading}").ljust(first) + words("boundaries.column.rungs").ljust(RUNGS)
        head += " " * GAP + words("boundaries.column.next").ljust(second) + words("boundaries.column.mine")
        rows = tuple(Row(each, (row(each),)) for each in ids)
        return Section((Column(head, least=first, most=LONG),), rows)

    def row(each: str) -> Content:
        mine = said.terms(each, terms.get(each, {}))
        own = Content(mine) if mine else Content(words("boundaries.no_terms")).stylize(MUTED)
        gap = " " * (GAP + second - nexts[each].cell_length - GAP)
        name = said.name(each).ljust(first)
        return Content.assemble(name, rungs_cell(matrix.mine[each]), " " * GAP, nexts[each], gap, own)

    mine, rest = (section(heading, ids) for heading, ids in zip(headings, (matrix.mine_to_fix, others), strict=True))
    return mine, rest


def matrix_grid(matrix: Matrix, typed: str, said: BoundaryWording) -> Grid:
    """The matrix with the clients whose name holds what was typed; what is mine to fix on top."""
    wanted = typed.casefold().strip()
    clients = [(client_id, name) for client_id, name in matrix.clients if wanted in name.casefold()]
    shown = [(client_id, said.words("boundaries.client", name=name)) for client_id, name in clients]
    order = [*matrix.mine_to_fix, *(each for each in matrix.boundaries if each not in matrix.mine_to_fix)]
    strong = frozenset(matrix.mine_to_fix)
    rows = tuple((each, (MINE if each in strong else "") + said.name(each)) for each in order)
    cells = tuple(
        (
            _stage(matrix.mine[each].stage, said),
            *(_stage(matrix.cells[client_id][each].stage, said) for client_id, _ in clients),
        )
        for each in order
    )
    return Grid(columns_of(shown, said.words("boundaries.column.my_terms")), rows, cells, strong)


def legend(words: Words) -> str:
    """What the glyphs of the matrix stand for."""
    marks = [f"{glyph} {words(f'boundaries.legend.{key}')}" for glyph, key in LEGEND]
    return "   ".join([*marks, f"{MINE}{words('boundaries.legend.mine_to_fix')}"])


LEGEND = (("✓", "kept"), ("●", "told"), ("○", "own"), ("–", "missing"), ("x", "refused"), ("·", "unknown"))


def _stage(stage: Stage, said: BoundaryWording) -> str:
    return STAGES[stage] if stage is Stage.UNKNOWN else f"{STAGES[stage]} {said.stage(stage)}"


def client_section(standings: Mapping[str, Standing], weights: Mapping[str, float], said: BoundaryWording) -> Section:
    """The boundaries of which anything is known at a client, or which weigh there; what weighs most first."""
    words = said.words
    ids = [*(each for each in weights if each in standings), *(b for b, s in standings.items() if s.known)]
    rows = tuple(
        Row(
            each,
            (
                Content(said.name(each)),
                rungs_cell(standings[each]),
                next_cell(standings[each], said),
                Content(words.number(weights[each]) if each in weights else ""),
            ),
        )
        for each in dict.fromkeys(ids)
    )
    columns = (
        Column(words("boundaries.column.name"), least=20),
        Column(words("boundaries.column.rungs")),
        Column(words("boundaries.column.next")),
        Column(words("boundaries.column.weighs"), right=True, rank=1),
    )
    return Section(columns, rows)
