"""Asks what happened, which reply is to wait, and before all that whether one is safe. Knows no shell."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.casebook.log.held_replies import LONGEST_REPLY, MORNING
from coach.casebook.log.log import LONGEST_DETAIL, LONGEST_ENTRY, LONGEST_PROOF, MOST_MINUTES, NewEntry, as_new_entry
from coach.engine.incident import Incident
from coach.engine.value import Value, replace
from coach.formats.moments import read_moment
from coach.formats.text import clean
from coach.forms.fields import Fields
from coach.forms.form import Field, Form, Kept, Said, Texts, Wrong
from coach.library.guide import title_for
from coach.store.clients import Client
from coach.store.held import Held
from coach.wording.log import LogWording

LATER = "later"
"""What leaves the kind of an entry for later."""
TOLD = {"unsaid": "", "yes": "yes", "no": "no"}
SHOWN = 160
"""Characters shown of what stood before an entry was corrected."""


class Written(Value):
    """What was written down, and whether a reply is to be held next."""

    entry: Incident
    hold: bool = False


# ---- What happened


def new_entry(book: Casebook, client_id: int | None = None, fixed: bool = False, hold: bool = False) -> Form:
    """Something that happened: a line is enough; gives what was ``Written``.

    ``client_id`` is whom it is about, beyond question where that is ``fixed``; ``hold`` says that a reply is likely.
    """
    say, fields = LogWording(book.library).say, Fields(book)
    ways, hint = _ways(book, "more", "no", "yes"), say("form.more_hint")
    more = fields.choice("more", say("form.more.asked"), ways, "no", hint=hint)
    reply = fields.choice("hold", say("form.hold.asked"), _ways(book, "hold", "no", "yes"), "yes" if hold else "no")

    def keep(said: Said) -> Kept:
        entry = book.log.add(int(said.get("with", client_id)), _note(said))
        key = "form.saved_mine" if entry.mine else "form.saved"
        return Kept(say(key, name=_name(book, entry.client_id)), Written(entry, said["hold"] == "yes"))

    there = _there(book, client_id)
    if len(there) == 1:
        client_id, fixed = there[0].id, True
    title = say("form.title_with", name=_name(book, client_id)) if fixed else say("form.title")
    whom = [] if fixed else [_whom(book, there, client_id)]
    asked = (_text(book), *whom, *_kind(book), more, *_details(book), reply)
    return Form("log", title, asked, keep, client_id=client_id, quick=True)


def correction(book: Casebook, entry_id: int) -> Form:
    """What was written down, to be corrected; gives what was ``Written``. Raises Refused where it is not there."""
    wording, was = LogWording(book.library), book.log.entry(entry_id)

    def keep(said: Said) -> Kept:
        return Kept(wording.say("form.amended"), Written(book.log.amend(entry_id, _note(said))))

    stood = [wording.whole(each)[:SHOWN] for each in book.log.corrected(was)[:2]]
    return Form(
        f"log:{entry_id}",
        wording.say("form.title_again", name=_name(book, was.client_id)),
        (_text(book, was.text), *_kind(book, was), *_details(book, was)),
        keep,
        "\n".join(wording.say("form.stood", note=each) for each in stood),
        was.client_id,
        quick=True,
    )


def kind_of(book: Casebook, entry_id: int) -> Form:
    """Of what kind it was what was written down without one; gives what was ``Written``. Raises Refused as above."""
    wording, was = LogWording(book.library), book.log.entry(entry_id)
    asked = replace(next(each for each in _kind(book, was) if each.id == _side(was.mine)), when=lambda _: True)

    def keep(said: Said) -> Kept:
        kind = "" if said[asked.id] == LATER else said[asked.id]
        return Kept(wording.say("form.amended"), Written(book.log.amend(was.id, replace(as_new_entry(was), type=kind))))

    return Form(f"kind:{entry_id}", wording.say("form.title_kind"), (asked,), keep, client_id=was.client_id)


def stop_named(book: Casebook, texts: Texts) -> str:
    """The kind that stands in an entry, where it is a reason to stop; else empty."""
    kind = texts.get(texts.get("whose", "theirs"), "")
    known = book.library.incident_types.get(kind)
    return kind if known is not None and known.stop else ""


def _text(book: Casebook, text: str = "") -> Field:
    say = LogWording(book.library).say
    return Fields(book).text(
        "text", say("form.asked"), example=say("form.hint"), value=text, longest=LONGEST_ENTRY, optional=True,
        private=True,
    )  # fmt: skip


def _there(book: Casebook, client_id: int | None) -> list[Client]:
    """Whom it may be about: everybody there is, and the one named, also where that work has ended."""
    there = book.clients.everyone()
    if client_id is not None and all(each.id != client_id for each in there):
        return [book.clients.one(client_id), *there]
    return there


def _whom(book: Casebook, there: Iterable[Client], client_id: int | None) -> Field:
    say = LogWording(book.library).say
    ways = [(str(each.id), say("form.whom", name=each.name)) for each in there]
    return Fields(book).choice("with", say("form.with"), ways, str(client_id or book.log.last_client() or ""))


def _kind(book: Casebook, was: Incident | None = None) -> Iterable[Field]:
    """Whose it was, and of what kind of theirs or of mine."""
    wording, fields, mine = LogWording(book.library), Fields(book), was is not None and was.mine
    yield fields.choice("whose", wording.say("form.whose"), _ways(book, "side", "theirs", "mine"), _side(mine))
    for side in ("theirs", "mine"):
        kinds = [(each, wording.kind(each)) for each in book.log.kinds(side == "mine")]
        stands = was.type if was and side == _side(mine) else ""
        yield fields.choice(
            side, wording.say("form.kind"), [(LATER, wording.say("form.later")), *kinds], stands or LATER,
            when=lambda texts, side=side: texts["whose"] == side,
        )  # fmt: skip


def _details(book: Casebook, was: Incident | None = None) -> tuple[Field, ...]:
    """What may come later; asked where it is wanted, or of what is there already."""
    say, fields = LogWording(book.library).say, Fields(book)
    day, minutes, amount = (was.on_day, was.minutes, was.amount) if was else (None, None, None)
    channel, who, told = (was.channel, was.who, was.told or "unsaid") if was else ("", "", "unsaid")
    proof = was.proof if was else ""

    def ask(make: Callable[..., Field], id: str, **more: Any) -> Field:
        said = {"example": say(f"form.{id}_hint"), "optional": True, "private": True}
        return replace(make(id, say(f"form.{id}"), **said, **more), when=_more)

    return (
        ask(fields.day, "day", value=day, refused="day_to_come_log"),
        ask(fields.minutes, "minutes", value=minutes, most=MOST_MINUTES),
        ask(fields.money, "amount", value=amount, currency=book.limits.currency()),
        ask(fields.line, "channel", value=channel, longest=LONGEST_DETAIL),
        ask(fields.line, "who", value=who, longest=LONGEST_DETAIL),
        fields.choice("told", say("form.told"), _ways(book, "told_before", *TOLD), told, when=_more),
        ask(fields.line, "proof", value=proof, longest=LONGEST_PROOF),
    )


def _more(texts: Texts) -> bool:
    return texts.get("more", "yes") == "yes"


def _note(said: Said) -> NewEntry:
    kind, amount = said[said["whose"]], said.get("amount")
    if not said["text"] and kind == LATER:
        raise Wrong("text", Refused("entry_empty"))
    return NewEntry(
        said["text"],
        said["whose"] == "mine",
        "" if kind == LATER else kind,
        said.get("day"),
        said.get("minutes"),
        amount.low if amount else None,
        said.get("channel", ""),
        said.get("who", ""),
        TOLD[said.get("told", "unsaid")],
        said.get("proof", ""),
    )


# ---- A reply that waits


def new_reply(book: Casebook, client_id: int | None = None) -> Form:
    """A reply to write now and send later."""
    return _reply(book, client_id, lambda text, until: book.held_replies.hold(text, until, client_id))


def longer(book: Casebook, held_id: int) -> Form:
    """A reply that is to wait longer. Raises Refused where it waits no more."""
    held = book.held_replies.one(held_id)
    return _reply(book, held.client_id, lambda text, until: book.held_replies.amend(held, text, until), held)


def _reply(
    book: Casebook, client_id: int | None, keep: Callable[[str, datetime], object], held: Held | None = None
) -> Form:
    wording, fields = LogWording(book.library), Fields(book)

    def kept(said: Said) -> Kept:
        keep(said["text"], said["until"])
        return Kept(wording.say("hold.saved", **wording.moment(said["until"])))

    tomorrow = read_moment("", book.library.words.lexicon, book.clock.local_now(), MORNING)
    return Form(
        f"longer:{held.id}" if held else "hold",
        wording.to("hold.title", _name(book, client_id) if client_id else ""),
        (
            fields.text(
                "text", wording.say("hold.asked"), value=held.text if held else "", longest=LONGEST_REPLY,
                missing="reply_empty", private=True,
            ),
            fields.moment(
                "until", wording.say("hold.until"), MORNING, hint=wording.say("hold.until_hint"),
                example=wording.say("hold.until_like"), optional=True, empty=tomorrow,
            ),
        ),
        kept,
        wording.say("hold.said"),
        client_id,
        enter=wording.say("hold.save"),
        begin_at="until" if held else "",
    )  # fmt: skip


# ---- A reason to stop


def safety(book: Casebook, clearing: str = "") -> Form:
    """Whether one is safe, before anything is written down; ``clearing`` is the key that clears the screen."""
    say = LogWording(book.library).say
    about = say("safety.said") if not clearing else say("safety.said_key", key=clearing)
    ways = [(each, say(f"safety.{each}")) for each in ("safe", "unsafe")]
    return _unkept(book, say("safety.title"), ways, about, lambda way: way == "safe")


def before_all(book: Casebook, kind: str = "") -> Form:
    """What comes first where one is not safe; gives ``go_on``, ``page`` or ``not_now``, and keeps nothing."""
    wording = LogWording(book.library)
    page = title_for(book.library.guide, wording.rests(kind))
    ways = [(each, wording.say(f"safety.{each}")) for each in ("go_on", *(["page"] if page else []), "not_now")]
    about = "\n".join(f"– {line}" for line in wording.safety(kind))
    return _unkept(book, wording.say("safety.title"), ways, about, lambda way: way)


def _unkept(
    book: Casebook, title: str, ways: Iterable[tuple[str, str]], about: str, given: Callable[[str], object]
) -> Form:
    wording = LogWording(book.library)
    field = Fields(book).choice("way", "", ways)
    return Form(
        "", title, (field,), lambda said: Kept(value=given(said["way"])), about, enter=wording.say("safety.take")
    )


# ---- Words


def _side(mine: bool) -> str:
    return "mine" if mine else "theirs"


def _ways(book: Casebook, key: str, *ways: str) -> list[tuple[str, str]]:
    say = LogWording(book.library).say
    return [(each, say(f"form.{key}.{each}")) for each in ways]


def _name(book: Casebook, client_id: int | None) -> str:
    return clean(book.clients.one(client_id).name) if client_id else ""
