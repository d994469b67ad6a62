"""Every YAML example of docs/format.md is read by the reader, and without a problem."""

from __future__ import annotations

import re
from pathlib import Path
