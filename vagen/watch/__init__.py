"""Building again whenever the files of a workspace change."""
