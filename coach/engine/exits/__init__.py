"""The end of a job: its plan, its dates, its sums. Knows no wording, file or clock."""
