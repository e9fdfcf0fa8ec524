"""The card of the call that ends a job as plain lines. Knows the call in words; asks nothing."""

from coach.formats.text import clean
from coach.wording.calls import Call


def call_text(call: Call, advised: bool = False) -> str:
    """The whole call as lines that read well from first to last; why there is none, where there is none."""
    words = call.words
    if call.closed(advised):
        title, instead = call.no_call
        return "\n".join([clean(call.client.name), "", title, *(f"- {line}" for line in instead)]) + "\n"
    card = [words("call.part", label=part.label, text=part.text) if part.label else part.text for part in call.parts]
    lines = [call.writing.text.heading, "", *(line for part in card for line in (part, ""))]
    lines += [words("call.leave_out"), *(f"- {each}" for each in call.donts), "", words("call.objections")]
    for each in call.objections:
        lines += [f"- {words('call.theirs', they=each.they)}", f"  {words('call.mine', you=each.you)}"]
    if note := call.note:
        lines += ["", words("call.noted", note=note)]
    return "\n".join(lines) + "\n"
