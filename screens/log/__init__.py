"""The log on the screen: an entry, a held reply, the timeline of a client."""
