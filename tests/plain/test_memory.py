"""The log beside an answer in typed lines: said once the answer was given."""

from coach.casebook.book import Casebook
from coach.casebook.log.log import Note
from coach.engine.interview.instrument import Depth
from tests.plain.scripted import Script
from tests.screens.sittings import given


def test_after_the_answer_the_count_is_said_and_not_before(set_up: Casebook) -> None:
    client = set_up.add_client("Acme")
    for _ in range(9):
        set_up.log(client.id, Note("x", type="after_hours"))
    sitting = set_up.begin(client.id, Depth.QUICK)
    while (step := sitting.interview.step) is not None and step.id != "after_hours":
        sitting = set_up.record(sitting, *given(sitting, step))
    script = Script("2", "q")
    script.shell(set_up).asking.through(sitting)
    said = [line for line in script.said if "log" in line]
    assert said == ["Contact outside hours: you said once, and your log holds 9, clearly more."]
    assert script.said.index(said[0]) > script.said.index("Saved: once.")
