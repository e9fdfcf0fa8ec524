"""What is read: passages, facts, questions, cards."""
