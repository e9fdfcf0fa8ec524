"""The log: what happened, replies that are held, the timeline. Knows no wording."""
