"""IR to names: one table, settled once."""
