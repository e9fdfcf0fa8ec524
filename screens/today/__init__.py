"""Today: what there is to do, and every client by weight."""
