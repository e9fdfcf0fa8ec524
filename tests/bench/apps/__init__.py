"""The reference programs: what the same picture costs without the coach's records."""
