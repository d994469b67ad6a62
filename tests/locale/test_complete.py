import subprocess
import sys

from tests.sites import ROOT


def test_every_message_has_its_hebrew():
    run = subprocess.run(
        [sys.executable, ROOT / "scripts/messages.py", "--check"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert run.returncode == 0, run.stdout
