"""The gate for text: what comes out is safe to draw, whatever went in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.formats.text import clean, initials

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
FORBIDDEN = {
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *map(chr, range(0xD800, 0xE000)),
    *BIDI,
    *"\u2028\u2029\ufeff\u200b\u2060\u00ad\u3164",
}

nasty = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cc", "Cf", "Cs", "Mn", "Me", "Zl", "Zp"]),
        st.sampled_from("ae\u0301\u0338\u200c\u200d\r\n\t\u1100\u1161\u11a8"),
    ),
    max_size=60,
)


@given(nasty, st.booleans(), st.none() | st.integers(0, 30))
def test_nothing_forbidden_gets_through_and_a_second_pass_changes_nothing(
    text: str, lines: bool, limit: int | None
) -> None:
    out = clean(text, lines=lines, limit=limit)
    assert not set(out) & (FORBIDDEN - ({"\n", "\t"} if lines else set()))
    assert clean(out, lines=lines, limit=limit) == out
    assert unicodedata.is_normalized("NFC", out)
    assert out.encode("utf-8").decode("utf-8") == out
    assert limit is None or len(out) <= limit


@given(st.text(st.sampled_from("a\u0301\u0338\u20dd\u200d"), max_size=200))
def test_no_base_carries_a_tower(text: str) -> None:
    run = longest = 0
    for character in clean(text).replace("\u200d", ""):
        run = run + 1 if unicodedata.category(character).startswith("M") else 0
        longest = max(longest, run)
    assert longest <= 8


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Acme [/] Ltd", "Acme [/] Ltd"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
        ("a\x1b]52;c;aGk=\x07b", "a\ufffd]52;c;aGk=\ufffdb"),
        ("a\x9b2Jb\x7f\x00", "a\ufffd2Jb\ufffd\ufffd"),
        ("Mohr\u202e txt.exe", "Mohr txt.exe"),
        ("pay\u200bpal\ufeff\u2060", "paypal"),
        ("Cafe\u0301", "Café"),
        ("שלום, مرحبا", "שלום, مرحبا"),
        ("می\u200cخواهم 👩\u200d💻", "می\u200cخواهم 👩\u200d💻"),
        ("١٢\u0600", "١٢\u0600"),
        ("one\r\ntwo\tthree", "one two three"),
        ("\udc9bx", "\ufffdx"),
        ("", ""),
    ],
)
def test_one_line(raw: str, shown: str) -> None:
    assert clean(raw) == shown


def test_several_lines_keep_their_ends_and_tabs() -> None:
    assert clean("a\r\nb\rc\u2028d\te\x0b", lines=True) == "a\nb\nc\nd\te\ufffd"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Acme Ltd", "A. L."),
        ("acme", "A."),
        ("Øst & Vest", "Ø. V."),
        ("É. Żak (old)", "É. Ż."),
        ("one two three four five six", "O. T. T. F."),
        ("→ !", "…"),
        ("  ", ""),
    ],
)
def test_initials(name: str, short: str) -> None:
    assert initials(name) == short
