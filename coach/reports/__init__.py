"""What the commands print: plain lines, JSON, Markdown, a calendar file. Knows wording; asks and writes nothing."""
