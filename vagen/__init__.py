"""vagen: a practice kept as text files becomes portals, kits, a handbook and invoices."""
