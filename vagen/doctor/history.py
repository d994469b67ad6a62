"""git, by which a practice is saved, and the name it saves in."""

from __future__ import annotations

from pathlib import Path

from vagen.doctor.finding import Finding, good, missing, note
from vagen.doctor.system import Machine
from vagen.problems import say
from vagen.repository.author import author_of
from vagen.repository.git import Author, Git, is_there


def history(machine: Machine, root: Path, *, practice: bool) -> list[Finding]:
    """git, and whom it knows."""
    if not is_there():
        says = say("git is not installed: vagen save and vagen undo need it")
        return [missing("git", says, machine.install("git"))]
    author = author_of(root) if practice else Author("", "")
    git = Git(root, author)
    version = git.asked("version").removeprefix("git version ")
    return [good("git", say("git {version}", version=version)), _user(git, author)]


def _user(git: Git, author: Author) -> Finding:
    name, email = (git.asked("config", f"user.{key}") for key in ("name", "email"))
    if name and email:
        return good("git-user", say("git saves as {name} <{email}>", name=name, email=email))
    lacking, value = ("email", author.email) if name else ("name", author.name)
    says = say("git has not been told who you are: it saves in the practice's name")
    example = value or ("you@practice.example" if name else "Your Name")
    return note("git-user", says, f'git config --global user.{lacking} "{example}"')
