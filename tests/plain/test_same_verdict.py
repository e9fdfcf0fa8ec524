"""The same answers, typed or handed over, give the same recommendation to the byte."""

from itertools import count

from hypothesis import HealthCheck, given, settings

from coach.casebook.book import Casebook
from coach.engine.instrument import Depth
from tests.answer_sets import Given, all_given, answer_sets
from tests.plain.scripted import Script, typed

NAMES = count()


def reasons(book: Casebook, assessment_id: int) -> str:
    """What was kept of a recommendation, as it stands in the file."""
    query = "SELECT outcome, subtype, reasons, context FROM verdict WHERE assessment_id = ?"
    row = book.store.one(query, [assessment_id])
    assert row is not None
    return "\n".join(str(value) for value in row)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(answer_sets())
def test_typed_and_handed_over_give_the_same(set_up: Casebook, answers: tuple[Depth, list[Given]]) -> None:
    depth, acts = answers
    book, client = set_up, set_up.add_client(f"Client {next(NAMES)}")
    handed = book.assess(client.id, all_given(depth, acts), depth)

    script = Script("1", *map(typed, acts), "f", "q")
    assert script.shell(book).check(client, depth) == 0
    assert not script.lines, script.text[-3000:]
    prompted = book.told(client.id)

    assert prompted is not None and prompted.id != handed.id
    assert reasons(book, prompted.assessment.id) == reasons(book, handed.assessment.id)
    book.archive(client.id)
