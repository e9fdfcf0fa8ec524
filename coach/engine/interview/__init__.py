"""The interview: what is asked, what was answered, which step is next. Knows no wording and no records."""
