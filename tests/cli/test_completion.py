"""Completion as shells ask for it: in bash, and in zsh, fish and PowerShell where they are."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from tests.cli.test_imports import ASK, HEAVY

PRACTICE = {
    "vagen.yaml": """\
name: Noa
language: he
kinds:
  - {id: email, label: {en: Inbox, he: תיבת דואר}}
  - {id: calendar, label: Calendar}
""",
    "content/team/roni.yaml": "name: Roni\n",
    "content/sops/office/inbox.md": "---\ntitle: The inbox\n---\n",
    "content/sops/office/travel.md": "---\ntitle: Travel\n---\n",
    "content/clients/efroni/client.yaml": "name: {en: Efroni, he: עפרוני}\n",
    "content/clients/efroni/tasks.yaml": """\
- {id: story-templates, title: Six templates, status: doing}
- {id: story-plan, title: The plan, status: done}
""",
    "content/clients/fennel-street/client.yaml": "name: Fennel Street\n",
    "content/clients/fennel-street/tasks.yaml": "- {id: venue-hold, title: Hold the venue}\n",
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `bin/vagen`, to call by name."""
    home = tmp_path_factory.mktemp("completion")
    programs = home / "bin"
    programs.mkdir()
    (programs / "vagen").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m vagen "$@"\n', "utf-8")
    (programs / "vagen").chmod(0o755)
    return home


@pytest.fixture(scope="module")
def practice(place: Path) -> Path:
    """A practice with two clients."""
    root = place / "practice"
    for name, text in PRACTICE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def ran(place: Path, practice: Path, *command: str, **env: str) -> str:
    path = f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        cwd=practice,
        env={**os.environ, "PATH": path, "LANGUAGE": "en", **env},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return done.stdout.decode()


@pytest.fixture
def bash(place: Path, practice: Path):
    """What bash offers where the last of these words is being typed."""

    def offered(*words: str) -> list[str]:
        script = (
            'eval "$(vagen completion bash)"\n'
            f"COMP_WORDS=({' '.join(map(shlex.quote, words))})\n"
            f"COMP_CWORD={len(words) - 1}\n"
            "_vagen_completion vagen\n"
            'printf "%s\\n" "${COMPREPLY[@]}"\n'
        )
        # compopt speaks only within a real completion; here nothing asks for files or folders.
        return ran(place, practice, "bash", "--norc", "-c", script).splitlines()

    return offered


def test_bash_completes_commands(bash) -> None:
    assert bash("vagen", "s") == ["save", "schema", "serve", "start", "status", "stop"]
    assert bash("vagen", "task", "") == ["add", "done", "list", "move"]


def test_bash_completes_options(bash) -> None:
    assert "--no-pdf" in bash("vagen", "build", "--n")
    assert bash("vagen", "check", "--format", "") == ["text", "json", "github"]


def test_bash_completes_clients_by_id(bash) -> None:
    assert bash("vagen", "log", "") == ["efroni", "fennel-street"]
    assert bash("vagen", "start", "fen") == ["fennel-street"]
    assert bash("vagen", "task", "list", "e") == ["efroni"]
    assert bash("vagen", "log", "nobody") == [""]


def test_bash_completes_open_tasks(bash) -> None:
    found = bash("vagen", "task", "done", "fennel-street/")
    assert found == ["fennel-street/venue-hold"]
    assert bash("vagen", "task", "move", "fennel-street/venue-hold", "wa") == ["waiting"]


def test_bash_completes_markers_within_quotes(bash) -> None:
    assert bash("vagen", "log", "efroni", '"45m Inbox #em') == ["45m Inbox #email"]
    found = bash("vagen", "log", "efroni", '"45m Story @story')
    assert found == ["45m Story @story-templates"]
    assert bash("vagen", "stop", '"Done +ro') == ["Done +roni"]


def test_bash_completes_what_options_take(bash) -> None:
    assert "email" in bash("vagen", "task", "add", "efroni", "New", "--kind", "")
    assert bash("vagen", "task", "add", "efroni", "New", "--sop", "office/in") == ["office/inbox"]
    assert bash("vagen", "task", "add", "efroni", "New", "--assignee", "") == ["roni"]


def test_another_workspace_is_looked_into(bash, tmp_path: Path) -> None:
    assert bash("vagen", "log", "-C", str(tmp_path), "") == [""]


@pytest.fixture
def terminal(place: Path, practice: Path) -> pexpect.spawn:
    """A person's bash that has learned completion by the line that vagen told."""
    told = ran(place, practice, "vagen", "completion").splitlines()
    line = told[told.index("bash: type this once, then open a new terminal:") + 1].strip()
    own = {
        "HOME": str(place),
        "PATH": f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "TERM": "dumb",
    }
    env = {**os.environ, **own}
    subprocess.run(
        ["bash", "-c", f": > ~/.bashrc; {line}; echo PS1=READY. >> ~/.bashrc"], env=env, check=True
    )
    spawned = pexpect.spawn(
        "bash",
        cwd=str(practice),
        env=env,  # type: ignore[arg-type]
        encoding="utf-8",
        timeout=60,
        dimensions=(40, 200),
    )
    spawned.expect_exact("READY.")
    return spawned


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("vagen comp", "vagen|completion"),
        ("vagen log e", "vagen|log|efroni"),
        ("vagen task done fen", "vagen|task|done|fennel-street/venue-hold"),
        ('vagen log efroni "45m Mail #em', "vagen|log|efroni|45m Mail #email"),
        ('vagen log efroni "45m Mail @st', "vagen|log|efroni|45m Mail @story-templates"),
        ("vagen log efroni 9:00-10:30 Mail @st", "9:00-10:30|Mail|@story-templates"),
        ("vagen log efroni Mail @", "vagen|log|efroni|Mail|@story-templates"),
        ("vagen log efroni Mail +ro", "vagen|log|efroni|Mail|+roni"),
    ],
)
def test_a_tab_in_bash(terminal: pexpect.spawn, typed: str, becomes: str) -> None:
    # Ctrl-A goes to the line's beginning: its words are printed, not done.
    terminal.send(f"{typed}\t\x01printf '<%s>' \r")
    terminal.expect_exact("".join(f"<{word}>" for word in becomes.split("|")))
    terminal.close()


def asked(place: Path, practice: Path, shell: str, **env: str) -> str:
    return ran(place, practice, "vagen", _VAGEN_COMPLETE=f"{shell}_complete", **env)


def test_zsh_and_fish_are_told_what_an_id_stands_for(place: Path, practice: Path) -> None:
    zsh = asked(place, practice, "zsh", COMP_WORDS="vagen log e", COMP_CWORD="2")
    assert zsh.splitlines() == ["plain", "efroni", "עפרוני"]
    fish = asked(place, practice, "fish", COMP_WORDS="vagen log fen", COMP_CWORD="fen")
    assert "fennel-street" in fish
    assert "Fennel Street" in fish


def test_powershell_asks_by_its_own_variables(place: Path, practice: Path) -> None:
    before = "vagen\nlog\nefroni"
    found = asked(place, practice, "powershell", VAGEN_BEFORE=before, VAGEN_WORD="45m Inbox #em")
    assert found.splitlines() == ["plain\t45m Inbox #email\tתיבת דואר"]
    found = asked(place, practice, "powershell", VAGEN_BEFORE="vagen", VAGEN_WORD="un")
    assert found.splitlines() == ["plain\tundo\tTake the last save back."]


def test_a_broken_workspace_offers_nothing_and_says_nothing(place: Path, tmp_path: Path) -> None:
    (tmp_path / "vagen.yaml").write_bytes(b"kinds: [\xff")
    client = tmp_path / "content/clients/dana"
    client.mkdir(parents=True)
    (client / "client.yaml").write_text("name: [", "utf-8")
    found = asked(place, tmp_path, "zsh", COMP_WORDS="vagen log ", COMP_CWORD="2")
    assert found.splitlines() == ["plain", "dana", "_"]
    assert asked(place, tmp_path, "zsh", COMP_WORDS="vagen log dana #", COMP_CWORD="3") == "\n"


def test_completing_imports_no_records(practice: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=practice,
        env={
            **os.environ,
            "_VAGEN_COMPLETE": "zsh_complete",
            "COMP_WORDS": "vagen log efroni @",
            "COMP_CWORD": "3",
        },
        capture_output=True,
        check=False,
        text=True,
    )
    found = set(run.stderr.splitlines()[-1].split())
    assert found.isdisjoint(set(HEAVY) - {"yaml"}), found & set(HEAVY)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_script_says_how_it_is_installed(shell: str, place: Path, practice: Path) -> None:
    script = ran(place, practice, "vagen", "completion", shell)
    assert script.startswith(f"# {shell}: type this once, then open a new terminal:\n#     ")
    assert f"vagen completion {shell}" in script
    assert f"{shell}_complete" in script


def shell(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def test_zsh_reads_its_script(place: Path, practice: Path) -> None:
    script = (
        'autoload -U compinit; compinit -u -D; eval "$(vagen completion zsh)"; print $_comps[vagen]'
    )
    assert ran(place, practice, shell("zsh"), "-f", "-c", script) == "_vagen_completion\n"


def test_fish_keeps_what_stands_behind_a_comma(place: Path, practice: Path) -> None:
    script = ran(place, practice, "vagen", "completion", "fish")
    assert script.count("string split") == script.count('string split -m 1 ","') == 1


def test_fish_completes(place: Path, practice: Path) -> None:
    script = "vagen completion fish | source; complete -C 'vagen log e'"
    assert ran(place, practice, shell("fish"), "-N", "-c", script).startswith("efroni")


def test_powershell_completes(place: Path, practice: Path) -> None:
    script = (
        "vagen completion powershell | Out-String | Invoke-Expression;"
        "(TabExpansion2 'vagen log e' 11).CompletionMatches.CompletionText"
    )
    found = ran(place, practice, shell("pwsh"), "-NoProfile", "-Command", script)
    assert found.strip() == "efroni"
