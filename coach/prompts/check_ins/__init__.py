"""Check-ins in typed lines. Decides nothing."""
