"""What every room that writes needs of the disk: locks, and writes that have reached it."""
