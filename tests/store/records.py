"""A small history entered through the store's own verbs, for tests that need one."""

from datetime import UTC, date, datetime

from coach.engine.interview.answer import AnswerKind, chosen, figure, silent, ticked
from coach.store import Store, assessments, clients, settings, verdicts

AT = datetime(2025, 5, 14, 9, 0, 0, 120_000, tzinfo=UTC)


def enter(store: Store) -> int:
    """Two clients, two concluded checks and an open one, with answers, scores, a verdict and a decision."""
    with store.write("add_client", AT, None) as writer:
        acme = clients.add(writer, "Acme Ltd", AT)
        clients.amend(writer, acme, alias="the big one")
    with store.write("add_client", AT, None) as writer:
        gone = clients.add(writer, "Østfold Bygg", AT)
        clients.amend(writer, gone, state="archived")
    for on_day, depth, theirs in ((date(2025, 3, 1), "quick", 4.0), (date(2025, 5, 1), "full", 6.5)):
        with store.write("begin", AT, acme) as writer:
            run = assessments.begin(writer, acme, "client-check", 1, depth, on_day, date(2025, 2, 1), AT)
        with store.write("record", AT, acme) as writer:
            said = (chosen("shouted", "once", "on the phone"), figure("owed", 1000, 2500), ticked("late"))
            assessments.record(writer, run, said, AT)
        with store.write("record", AT, acme) as writer:
            assessments.record(writer, run, [silent("late", AnswerKind.DONT_KNOW)], AT)
        with store.write("conclude", AT, acme) as writer:
            assessments.conclude(writer, run, AT)
            verdicts.keep_scores(writer, run, 1, {"theirs": theirs, "mine": 1.0})
            told = verdicts.keep_verdict(writer, run, 1, "reset", "demand", [{"rule": 8}], {"tries": []}, None, AT)
    with store.write("decide", AT, acme) as writer:
        verdicts.keep_decision(writer, acme, told, "keep", "the new lead", date(2025, 6, 14), date(2025, 5, 14), AT)
    with store.write("begin", AT, None) as writer:
        own = assessments.begin(writer, None, "limits", 1, "full", date(2025, 5, 14), None, AT)
        assessments.set_draft(writer, own, "hours", "not after si", AT)
        settings.put(writer, "theme", {"name": "dark"})
    return acme
