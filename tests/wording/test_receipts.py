"""The receipt as it is printed: forty columns, no name unless asked for, and a picture that parses."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from coach.engine.receipt import Quarter, Receipt, split
from coach.library.library import Library
from coach.reports.receipts import receipt_svg, receipt_text
from coach.wording.receipts import WIDE, ReceiptWording, width_of

Q3 = Quarter(2026, 3)


WORDS = ReceiptWording(Library())


@given(st.text(max_size=120), st.integers(0, 10**12), st.integers(1, 10**9), st.booleans())
def test_no_line_is_wider_than_the_paper(name: str, minutes: int, floor: int, partial: bool) -> None:
    receipt = Receipt(Q3, split(minutes, 1, 2), 10**6, 10**6, (floor, floor), floor, "EUR", partial, "log")
    if minutes * floor < 10**15:
        assert max(map(width_of, receipt_text(WORDS, receipt, name).splitlines())) <= WIDE
    assert ElementTree.fromstring(receipt_svg(WORDS, receipt, name)).tag.endswith("svg")


def test_a_name_is_masked_unless_asked_for_and_never_markup() -> None:
    receipt = Receipt(Q3, late_days=3)
    assert "Acme" not in receipt_text(WORDS, receipt)
    drawn = receipt_svg(WORDS, receipt, "Acme <script> & Sons")
    assert "Acme &lt;script&gt; &amp; Sons" in drawn and "<script>" not in drawn
