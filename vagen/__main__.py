"""`python -m vagen`: the same as the command `vagen`, for a machine whose PATH lacks it."""

from __future__ import annotations

from vagen.cli import main

main()
