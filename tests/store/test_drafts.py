"""Drafts of forms in a real file: kept whole, dropped without a trace, no step of undo, and in older files too."""

import random
from datetime import timedelta

import pytest

from coach.folders import Places
from coach.store import Store, StoreFault, clients, connect, drafts
from coach.store.drafts import Draft
from coach.store.file import export, migrations, undo
from tests.shared.waits import LONGEST
from tests.store.records import AT, enter
from tests.store.test_processes import kill_after, start
from tests.store.test_schema import laid

LATER = AT + timedelta(seconds=1)


def note(client_id: int | None, text: str = "He rang ag") -> Draft:
    return Draft("note", client_id, {"text": text, "who": ""}, AT)


def test_a_draft_comes_back_as_kept_with_its_fields_in_their_order(store: Store) -> None:
    acme = enter(store)
    for kept in (note(acme), note(None, "a\nb\tø"), Draft("prospect", None, {"z": "1", "a": "2"}, LATER)):
        drafts.keep(store, kept)
        found = drafts.of(store, kept.form, kept.client_id)
        assert found == kept and list(found.texts) == list(kept.texts)
    assert drafts.of(store, "note", 2) is None and drafts.of(store, "other", acme) is None


@pytest.mark.parametrize("client_id", [None, 1])
def test_a_draft_stands_whole_in_the_place_of_the_one_before(store: Store, client_id: int | None) -> None:
    enter(store)
    other = note(2)
    drafts.keep(store, other)
    for texts in ({"text": "He", "when": "now"}, {"text": "He rang"}):
        kept = Draft("note", client_id, texts, LATER)
        drafts.keep(store, kept)
        assert drafts.everything(store) == [kept, other]
    drafts.keep(store, Draft("note", client_id, {}, LATER))
    assert drafts.everything(store) == [other]


def test_the_draft_kept_last_comes_first_whatever_the_clock_did(store: Store) -> None:
    acme = enter(store)
    for kept in (note(acme), note(None), Draft("note", acme, {"text": "again"}, AT - timedelta(days=1))):
        drafts.keep(store, kept)
    assert [each.client_id for each in drafts.everything(store)] == [acme, None]


def test_a_dropped_draft_leaves_the_others_and_no_word_in_the_file(store: Store) -> None:
    acme = enter(store)
    for kept in (note(acme, "Quetzalcoatl " * 900), note(None)):
        drafts.keep(store, kept)
    assert b"Quetzalcoatl" in store.path.read_bytes()
    drafts.drop(store, "note", acme)
    drafts.drop(store, "note", acme)
    assert drafts.everything(store) == [note(None)]
    everything = b"".join(path.read_bytes() for path in store.path.parent.rglob("*") if path.is_file())
    assert b"Quetzalcoatl" not in everything


@pytest.mark.parametrize("client_id", [None, 1])
def test_no_field_of_a_form_stands_there_twice(store: Store, client_id: int | None) -> None:
    enter(store)
    drafts.keep(store, note(client_id))
    with pytest.raises(StoreFault), store.transaction() as connection:
        connection.execute(
            "INSERT INTO form_draft (form, client_id, field, text, at) VALUES ('note', ?, 'text', '', '')", [client_id]
        )
    assert drafts.everything(store) == [note(client_id)]


def test_a_draft_about_a_client_who_is_not_there_is_refused_whole(store: Store) -> None:
    with pytest.raises(StoreFault):
        drafts.keep(store, note(999))
    assert drafts.everything(store) == []


def test_no_draft_is_a_change_and_undo_leaves_them_as_they_are(store: Store) -> None:
    acme = enter(store)
    changes = len(store.rows("SELECT * FROM change"))
    drafts.keep(store, note(acme, "He"))
    drafts.keep(store, note(acme))
    drafts.keep(store, note(None))
    drafts.drop(store, "note", None)
    assert len(store.rows("SELECT * FROM change")) == changes
    with store.write("amend_client", LATER, acme) as writer:
        clients.amend(writer, acme, name="Acme Group")
    change = undo.last_change(store, LATER)
    assert change is not None and undo.undo(store, change.id, LATER)
    assert drafts.everything(store) == [note(acme)]


def test_a_client_who_is_forgotten_takes_the_drafts_along(store: Store) -> None:
    acme = enter(store)
    for client_id in (acme, 2, None):
        drafts.keep(store, note(client_id))
    with store.transaction() as connection:
        connection.execute("DELETE FROM client WHERE id = ?", [acme])
    assert drafts.everything(store) == [note(None), note(2)]


def test_an_addition_taken_back_takes_the_drafts_about_that_client_along(store: Store) -> None:
    drafts.keep(store, note(None))
    with store.write("add_client", AT, None) as writer:
        acme = clients.add(writer, "Acme", AT)
    drafts.keep(store, note(acme))
    change = undo.last_change(store, AT)
    assert change is not None and undo.undo(store, change.id, AT)
    assert drafts.everything(store) == [note(None)]


def test_what_undo_would_bring_back_with_a_client_has_the_drafts_in_it(store: Store) -> None:
    # No verb takes a client away so that undo could bring it back; this does what ``delete`` does for other tables.
    acme = enter(store)
    before = export.everything(store)["tables"]
    drafts.keep(store, note(acme))
    with store.write("forget", LATER, None) as writer:
        present = writer._present("client", acme)
        writer._note_dependents("client", acme)
        writer._note("client", {"id": acme}, present)
        writer._database.table("client").delete(acme)
    assert drafts.everything(store) == [] and clients.get(store, acme) is None
    change = undo.last_change(store, LATER)
    assert change is not None and undo.undo(store, change.id, LATER)
    assert drafts.everything(store) == [note(acme)]
    drafts.drop(store, "note", acme)
    assert export.everything(store)["tables"] == before


def test_an_export_holds_the_drafts(store: Store) -> None:
    drafts.keep(store, Draft("note", None, {"text": "He rang"}, AT))
    (row,) = export.everything(store)["tables"]["form_draft"]
    assert (row["form"], row["client_id"], row["field"], row["text"]) == ("note", None, "text", "He rang")


def test_what_was_typed_survives_a_kill(there: Places) -> None:
    instants = random.Random(20250514)
    for _ in range(10):
        process = start("type_on", there.database)
        assert process.stdout is not None and process.stderr is not None
        first = process.stdout.readline()
        assert first, process.stderr.read()
        kill_after(process, instants.uniform(0, 0.05))
        acknowledged = max(map(int, [first, *process.communicate(timeout=LONGEST)[0].splitlines()]))
        store = connect(there.database, create=False)
        found = drafts.of(store, "note", None)
        store.close()
        assert found is not None and len(found.texts["text"]) == int(found.texts["who"]) >= acknowledged


@pytest.mark.parametrize("release", range(1, migrations.LATEST + 1))
def test_drafts_are_kept_in_a_file_of_every_release(there: Places, release: int) -> None:
    store = connect(laid(there, release), create=False, backups=there.backups)
    (acme,) = clients.everyone(store)
    standing = drafts.everything(store)
    drafts.keep(store, Draft("letter", acme.id, {"body": "Dear"}, AT))
    assert [each.form for each in drafts.everything(store)] == ["letter", *(each.form for each in standing)]
    copies = [] if release == migrations.LATEST else [f"before-migration-{release}-to-{migrations.LATEST}.db"]
    assert [path.name for path in there.backups.iterdir()] == copies
    store.close()


def test_a_file_of_release_3_opens_with_the_same_drafts(there: Places) -> None:
    store = connect(laid(there, 3), create=False)
    assert drafts.everything(store) == [
        Draft("prospect", None, {"name": "Fjord"}, LATER),
        Draft("note", 1, {"text": "He rang ag", "who": "Bo"}, AT),
    ]
    store.close()
