"""The names code may write to: every table of the owner's records and its key. Knows no columns and no SQL."""

KEYS: dict[str, tuple[str, ...]] = {
    "setting": ("key",),
    "client": ("id",),
    "contact": ("id",),
    "engagement": ("id",),
    "assessment": ("id",),
    "answer": ("id",),
    "draft": ("assessment_id", "item"),
    "score": ("assessment_id", "model", "measure"),
    "verdict": ("id",),
    "decision": ("id",),
    "term": ("id",),
    "rung": ("id",),
    "incident": ("id",),
    "cadence": ("id",),
    "postponed": ("client_id", "due_day"),
    "reset": ("id",),
    "reset_rule": ("reset_id", "boundary"),
    "plan": ("id",),
    "step": ("id",),
    "plan_line": ("plan_id", "engagement_id", "seq"),
    "invoice": ("id",),
    "letter": ("id",),
    "held": ("id",),
    "form_draft": ("id",),
}
"""Every table of the owner's records, parents before children, with its primary key. The undo images are not among
them: they are how the records are kept, and hold what the owner took out."""

FLEETING = frozenset({"draft", "form_draft"})
"""Half-typed words: kept from second to second, and no change anyone would want to undo."""
