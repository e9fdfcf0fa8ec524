"""What can be written into the log, as the content holds it. Knows no client."""
