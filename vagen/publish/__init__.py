"""From bytes to the output folder: keys, receipts, staging, atomic writing, pruning."""
