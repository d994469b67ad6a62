"""`vagen completion`: the script by which a shell completes commands and names."""

from __future__ import annotations

import os

import click
from click.shell_completion import get_completion_class

from vagen.cli.exits import GOOD
from vagen.cli.powershell import learn
from vagen.locale import catalog, chosen

_INSTALLED = {
    "bash": ('eval "$(vagen completion bash)"', "~/.bashrc"),
    "zsh": ('eval "$(vagen completion zsh)"', "~/.zshrc"),
    "fish": ("vagen completion fish | source", "~/.config/fish/config.fish"),
    "powershell": ("vagen completion powershell | Out-String | Invoke-Expression", "$PROFILE"),
}
"""The line that a person types once, and the file that it belongs into."""


@click.command("completion")
@click.argument("shell", required=False, type=click.Choice(list(_INSTALLED)))
def completion_command(shell: str | None) -> int:
    """Print the script by which SHELL completes commands, options, clients, tasks and kinds.

    Without SHELL: what to type into which file, for each of them.
    """
    words = catalog(chosen(os.environ) or "en")
    form = words.gettext("{shell}: put this line into {file}, then open a new terminal:")
    for name, (line, file) in _INSTALLED.items():
        told = form.format(shell=name, file=file)
        if shell is None:
            click.echo(f"{told}\n    {line}")
        elif name == shell:
            click.echo(f"# {told}\n#     {line}\n{_script(shell)}")
    return GOOD


def _script(shell: str) -> str:
    learn()
    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(shell)
    from vagen.cli import vagen

    return made(vagen, {}, "vagen", "_VAGEN_COMPLETE").source()
