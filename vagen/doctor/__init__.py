"""What this machine has of what vagen needs. The doctor looks; it changes nothing."""
