import subprocess
import sys

from tests.sites import ROOT


def test_the_tables_of_keys_are_those_of_the_records():
    run = subprocess.run(
        [sys.executable, ROOT / "scripts/format.py", "--check"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert run.returncode == 0, run.stdout
