"""Every block that a page shows is checked: by the page's own test, here, or has its reason."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.docs.pages import Block, blocks, text_of
from tests.docs.test_commands import FIRST, is_ours
from tests.problems.cases import checked, printed
from tests.sites import ROOT, Site

PAGES = sorted(
    str(path.relative_to(ROOT))
    for path in (*ROOT.glob("README*.md"), ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/**/*.md"))
)
ELSEWHERE = {
    ("docs/day.md", "sh"): "test_day.py",
    ("docs/he/day.md", "sh"): "test_day.py",
    ("docs/he/day.md", "text"): "test_day.py",
    ("docs/recipes.md", "sh"): "test_recipes.py",
    ("docs/recipes.md", "yaml"): "test_recipes.py",
    ("docs/he/recipes.md", "sh"): "test_recipes.py",
    ("docs/he/recipes.md", "yaml"): "test_recipes.py",
    ("docs/format.md", "yaml"): "test_examples.py",
    ("docs/format.md", "markdown"): "test_examples.py",
    ("docs/layouts.md", "html"): "test_layouts.py",
    ("docs/layouts.md", "text"): "test_layouts.py",
    ("docs/problems.md", "text"): "../problems/test_codes.py",
    ("docs/saving.md", "sh"): "test_saving.py",
    ("docs/security.md", "text"): "../seal/test_vectors.py",
}
"""Pages whose blocks of a language are all taken, one after the other, by a test of their own."""
HERE = {("docs/editors.md", "yaml"), ("docs/install.md", "yaml"), ("docs/layouts.md", "yaml")} | {
    ("docs/layouts.md", "css")
}
"""What the tests below read as the page says."""
PRACTICE = """name: Desk
owner: Noa Bar
email: noa@example.com
country: IL
currency: ILS
timezone: Asia/Jerusalem
language: en
"""
NOT_RUN = {
    "vagen watch": "goes on until it is ended; tests/watch",
    "vagen serve --open": "goes on until it is ended; tests/serve",
    "pipx install .": "needs the network; tests/install installs the wheel",
    "sudo apt install": "changes the system",
    "brew install": "is for macOS",
    "docker build": "needs a daemon and the network",
    "docker run": "needs the image",
    "make ": "takes minutes; its target is looked up here",
    ".venv/bin/": "takes minutes; its program and files are looked up here",
    'export PATH="$PWD/': "is typed by test_commands.py",
    " files ─read─▶": "is a picture",
    "                                  │": "is a picture",
    "                                  └─plan": "is a picture",
}
"""How lines begin that no test types, and why."""


def shell() -> Iterator[tuple[str, str]]:
    """The lines to be typed on pages that have no test of their own."""
    for page in PAGES:
        for block in blocks(text_of(page)):
            if block.language == "sh" and (page, "sh") not in ELSEWHERE:
                for line in block.commands:
                    yield page, re.sub(r"\s+# .*", "", line)


def is_typed(page: str, line: str) -> bool:
    return (page in FIRST and is_ours(line)) or line.startswith("vagen ")


def is_checked(page: str, block: Block) -> bool:
    if (page, block.language) in ELSEWHERE or (page, block.language) in HERE:
        return True
    return block.language == "sh" and all(
        is_typed(page, line) or line.startswith(tuple(NOT_RUN)) for line in block.commands
    )


@pytest.mark.parametrize("page", PAGES)
def test_every_block_of_the_page_is_checked(page: str) -> None:
    found = blocks(text_of(page))
    assert [block for block in found if not is_checked(page, block)] == []


@pytest.mark.parametrize("page", PAGES)
def test_no_block_is_fenced_in_a_way_that_is_overlooked(page: str) -> None:
    text = text_of(page)
    fences = re.findall(r"^[ >]*(?:[-*] +|\d+[.] +)?(?:```|~~~)", text, re.MULTILINE)
    taken = re.findall(r"^```\w*\n(?:.*\n)*?```$", text, re.MULTILINE)
    assert len(fences) == 2 * len(taken)


def test_the_tables_name_nothing_that_is_gone() -> None:
    there = {(page, block.language) for page in PAGES for block in blocks(text_of(page))}
    assert there >= set(ELSEWHERE) | HERE
    for name in ELSEWHERE.values():
        assert (Path(__file__).parent / name).is_file(), name
    lines = [line for page in PAGES for block in blocks(text_of(page)) for line in block.lines]
    assert [start for start in NOT_RUN if not any(one.startswith(start) for one in lines)] == []


def test_the_first_block_of_the_problems_is_the_form_and_the_rest_are_examples() -> None:
    text = text_of("docs/problems.md")
    form, *examples = blocks(text)
    assert form.lines[0] == "path:line:column: error: what is wrong [code]"
    assert len(examples) == len(re.findall(r"^### `", text, re.MULTILINE))


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Site.demo(tmp_path_factory.mktemp("blocks")).root


@pytest.mark.parametrize(
    ("page", "line"), [one for one in shell() if one[0] not in FIRST and one[1][:6] == "vagen "]
)
def test_a_command_of_the_page_works(page: str, line: str, practice: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", *shlex.split(line)],
        cwd=practice,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "en", "SHELL": "/bin/sh"},
        capture_output=True,
        check=False,
        text=True,
    )
    assert run.returncode == 0, f"{page}: {run.stdout}{run.stderr}"


def test_the_programs_and_files_of_the_project_are_there() -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for page, line in shell():
        program, *words = shlex.split(line)
        if program == "make":
            assert words[0] in targets, page
        if program.startswith(".venv/"):
            files = [word for word in words if "/" in word]
            assert all((ROOT / file).exists() for file in files), line


def test_the_arguments_of_the_image_are_those_it_takes() -> None:
    given = re.findall(r"--build-arg (\w+)=", text_of("docs/install.md"))
    taken = re.findall(r"^ARG (\w+)", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert given
    assert set(given) <= set(taken)


def example(page: str, language: str, holding: str = "") -> str:
    found = ["\n".join(one.lines) for one in blocks(text_of(page)) if one.language == language]
    (one,) = [text for text in found if holding in text]
    return one + "\n"


def test_the_hook_of_the_page_is_one_of_ours() -> None:
    (repository,) = yaml.safe_load(example("docs/install.md", "yaml"))["repos"]
    ours = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in ours]


def test_the_first_line_leads_to_the_schema(practice: Path) -> None:
    command = [sys.executable, "-m", "vagen", "schema"]
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=practice, env=env, check=True, capture_output=True)
    _, _, target = example("docs/editors.md", "yaml").strip().partition("$schema=")
    assert (practice / "content/clients/efroni" / target).resolve().is_file()


def test_the_brand_of_the_page_is_read_without_a_problem(tmp_path: Path) -> None:
    logo = tmp_path / "content/brand/logo.svg"
    logo.parent.mkdir(parents=True)
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    brand = example("docs/layouts.md", "yaml")
    (tmp_path / "vagen.yaml").write_text(f"{PRACTICE}{brand}", "utf-8")
    assert printed(checked(tmp_path), tmp_path) == ""


def test_the_font_of_the_page_names_files_beside_the_style() -> None:
    faces = example("docs/layouts.md", "css", "@font-face")
    assert faces.count("{") == faces.count("}")
    for url in re.findall(r'url\("(.*?)"\)', faces):
        assert f"layouts/assets/{url.partition('/')[0]}/" in text_of("docs/layouts.md")
