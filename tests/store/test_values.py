"""Rows and values: what is written comes back, in the order the callers rely on."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from coach.engine.interview.answer import Answer, AnswerKind, chosen, figure, silent
from coach.store import Store, StoreFault, assessments, clients, settings, verdicts
from tests.store.records import AT, enter


def test_clients_are_found_by_name_alias_and_beginning(store: Store) -> None:
    enter(store)
    with store.write("add_client", AT, None) as writer:
        clients.add(writer, "acme ltd holding", AT)
    assert [client.name for client in clients.everyone(store)] == ["Acme Ltd", "acme ltd holding"]
    assert [client.name for client in clients.everyone(store, "archived")] == ["Østfold Bygg"]
    assert [client.name for client in clients.named(store, "ACME LTD")] == ["Acme Ltd"]
    assert [client.name for client in clients.named(store, "acme")] == ["Acme Ltd", "acme ltd holding"]
    assert [client.name for client in clients.named(store, "the BIG one ")] == ["Acme Ltd"]
    assert [client.name for client in clients.named(store, "østfold b")] == ["Østfold Bygg"]
    with store.write("amend_client", AT, None) as writer:
        clients.amend(writer, clients.named(store, "østfold bygg")[0].id, name="Weiß Straßenbau")
    assert [client.name for client in clients.named(store, "WEISS STRASSENBAU")] == ["Weiß Straßenbau"]
    assert clients.named(store, "") == [] == clients.named(store, "nobody")


def test_a_client_comes_back_as_entered(store: Store) -> None:
    acme = enter(store)
    assert clients.get(store, acme) == clients.Client(acme, "Acme Ltd", "the big one", "active", AT)
    assert clients.get(store, 999) is None
    with pytest.raises(LookupError), store.write("amend_client", AT, None) as writer:
        clients.amend(writer, 999, name="Nobody")
    with pytest.raises(TypeError), store.write("amend_client", AT, None) as writer:
        clients.amend(writer, acme, created_at="2020")


def test_the_last_answer_counts_and_the_earlier_ones_stay(store: Store) -> None:
    acme = enter(store)
    newest = assessments.of_client(store, acme)[0]
    assert assessments.answers(store, newest.id) == {
        "shouted": chosen("shouted", "once", "on the phone"),
        "owed": figure("owed", 1000, 2500),
        "late": silent("late", AnswerKind.DONT_KNOW),
    }
    assert len(store.rows("SELECT * FROM answer WHERE assessment_id = ?", [newest.id])) == 4


@pytest.mark.parametrize("kind", list(AnswerKind))
def test_every_way_of_answering_can_be_stored(store: Store, kind: AnswerKind) -> None:
    answer = Answer("item", kind, "id", None, None, "a note")
    with store.write("begin", AT, None) as writer:
        run = assessments.begin(writer, None, "limits", 1, "full", date(2025, 5, 14), None, AT)
        assessments.record(writer, run, [answer], AT)
    assert assessments.answers(store, run) == {"item": answer}


def test_assessments_by_state_and_day(store: Store) -> None:
    acme = enter(store)
    concluded = assessments.of_client(store, acme)
    assert [run.on_day for run in concluded] == [date(2025, 5, 1), date(2025, 3, 1)]
    assert [run.depth for run in assessments.of_client(store, acme, "client-check")] == ["full", "quick"]
    assert assessments.of_client(store, acme, "pulse") == [] == assessments.of_client(store, None)
    assert [run.instrument for run in assessments.open_ones(store)] == ["limits"]
    assert assessments.open_ones(store, acme) == []
    with store.write("deepen", AT, acme) as writer:
        assessments.deepen(writer, concluded[1].id, "full")
    assert [run.id for run in assessments.open_ones(store, acme)] == [concluded[1].id]
    with store.write("withdraw", AT, acme) as writer:
        assessments.withdraw(writer, concluded[1].id, AT)
    assert assessments.open_ones(store, acme) == [] and assessments.get(store, concluded[1].id) is None
    assert assessments.get(store, concluded[0].id) == concluded[0]
    assert concluded[0].begun_at == AT == concluded[0].concluded_at and concluded[0].since_day == date(2025, 2, 1)


def test_a_draft_is_kept_replaced_and_dropped_and_is_nothing_to_undo(store: Store) -> None:
    enter(store)
    (own,) = assessments.open_ones(store)
    assert assessments.draft(store, own.id, "hours") == "not after si"
    changes = len(store.rows("SELECT * FROM change"))
    for text in ("not after six", ""):
        with store.write("draft", AT, None) as writer:
            assessments.set_draft(writer, own.id, "hours", text, AT)
        assert assessments.draft(store, own.id, "hours") == text
    assert len(store.rows("SELECT * FROM change")) == changes


def test_verdicts_come_back_as_told_the_newest_by_day(store: Store) -> None:
    acme = enter(store)
    newest, older = assessments.of_client(store, acme)
    found = verdicts.latest(store, acme)
    assert found is not None and found == verdicts.for_assessment(store, newest.id)
    assert (found.outcome, found.subtype, found.reasons, found.context, found.second_look_on, found.at) == (
        *("reset", "demand", [{"rule": 8}], {"tries": []}, None),
        AT,
    )
    with store.write("conclude", AT, acme) as writer:
        verdicts.keep_verdict(writer, older.id, 2, "leave_now", "", [], {}, date(2025, 5, 16), AT)
    assert verdicts.latest(store, acme) == found
    again = verdicts.for_assessment(store, older.id)
    assert again is not None and (again.model, again.second_look_on) == (2, date(2025, 5, 16))
    assert verdicts.latest_of_each(store) == {acme: found}
    with store.write("withdraw", AT, acme) as writer:
        assessments.withdraw(writer, newest.id, AT)
    assert verdicts.latest(store, acme) == again
    assert verdicts.latest_of_each(store) == {acme: again}
    assert verdicts.latest(store, 999) is None


def test_a_series_runs_from_the_oldest_day_with_both_models(store: Store) -> None:
    acme = enter(store)
    newest, older = assessments.of_client(store, acme)
    with store.write("rescore", AT, acme) as writer:
        verdicts.keep_scores(writer, newest.id, 2, {"theirs": 7})
        verdicts.keep_scores(writer, newest.id, 1, {"theirs": 5.5})
    assert verdicts.series(store, acme, "theirs") == [
        (date(2025, 3, 1), "quick", 1, 1, 4.0, older.id),
        (date(2025, 5, 1), "full", 1, 1, 5.5, newest.id),
        (date(2025, 5, 1), "full", 2, 1, 7.0, newest.id),
    ]
    assert verdicts.series(store, acme, "unknown") == []


def test_the_last_decision_stands(store: Store) -> None:
    acme = enter(store)
    first = verdicts.decision(store, acme)
    assert first is not None
    assert (first.decided, first.because, first.look_again_on) == ("keep", "the new lead", date(2025, 6, 14))
    assert (first.on_day, first.at) == (date(2025, 5, 14), AT)
    with store.write("decide", AT, acme) as writer:
        verdicts.keep_decision(writer, acme, None, "plan_exit", "", None, date(2025, 5, 20), AT)
    assert [decision.decided for decision in verdicts.decisions(store, acme)] == ["plan_exit", "keep"]
    assert verdicts.latest_decisions(store) == {acme: verdicts.decision(store, acme)}
    assert verdicts.decision(store, 999) is None


def test_settings_hold_any_json_value(store: Store) -> None:
    for value in (None, False, 0, "ø", [1, {"a": None}]):
        with store.write("set", AT, None) as writer:
            settings.put(writer, "key", value)
        assert settings.get(store, "key", "default") == value
    assert settings.get(store, "other", "default") == "default"


def test_moments_are_kept_in_utc_whatever_their_zone(store: Store) -> None:
    local = datetime(2025, 5, 14, 1, 30, tzinfo=timezone(timedelta(hours=9)))
    with store.write("add_client", local, None) as writer:
        id = clients.add(writer, "Tokyo", local)
    found = clients.get(store, id)
    assert found is not None and found.created_at == local and found.created_at.tzinfo is UTC
    with pytest.raises(ValueError, match="zone"), store.write("add_client", AT, None) as writer:
        clients.add(writer, "Nowhere", datetime(2025, 5, 14))


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("client", {"name": "", "state": "active", "created_at": "2025"}),
        ("client", {"name": "A", "state": "asleep", "created_at": "2025"}),
        ("rung", {"boundary": "b", "rung": "shouted", "on_day": "2025-05-14"}),
        ("rung", {"boundary": "b", "rung": "told", "on_day": "2025-02-30"}),
        ("rung", {"boundary": "b", "rung": "told", "on_day": "14 May"}),
        ("rung", {"boundary": "b", "rung": "told", "on_day": "2025-05-14", "client_id": 999}),
        ("answer", {"assessment_id": 1, "item": "i", "kind": "number", "low": 2, "high": 1, "at": "2025"}),
        ("answer", {"assessment_id": 1, "item": "i", "kind": "number", "low": 2, "at": "2025"}),
        ("answer", {"assessment_id": 1, "item": "i", "kind": "guess", "at": "2025"}),
        ("verdict", {"assessment_id": 1, "model": 1, "outcome": "run", "reasons": "[]", "context": "{}", "at": ""}),
    ],
)
def test_the_schema_refuses_what_no_verb_means(store: Store, table: str, row: dict[str, str | int]) -> None:
    enter(store)
    before = len(store.rows(f"SELECT * FROM {table}"))
    with pytest.raises(StoreFault), store.write("try", AT, None) as writer:
        writer.insert(table, row)
    assert len(store.rows(f"SELECT * FROM {table}")) == before
