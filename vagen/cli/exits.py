"""What a command's exit code says."""

GOOD = 0
PROBLEMS = 1
USAGE = 2
MISSING = 3
REFUSED = 4
BUG = 5
