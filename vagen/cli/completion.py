"""`vagen completion`: the script by which a shell completes commands and names."""

from __future__ import annotations

import os

import click
from click.shell_completion import get_completion_class

from vagen.cli.exits import GOOD
from vagen.cli.shells import learn
from vagen.locale import catalog, chosen

_INSTALLED = {
    "bash": """echo 'eval "$(vagen completion bash)"' >> ~/.bashrc""",
    # Without compinit, which nothing on a new Mac calls, zsh knows no completion at all.
    "zsh": "echo 'autoload -U compinit && compinit"
    """ && eval "$(vagen completion zsh)"' >> ~/.zshrc""",
    "fish": "echo 'vagen completion fish | source' >> ~/.config/fish/config.fish",
    "powershell": "if (!(Test-Path $PROFILE)) { New-Item -Force $PROFILE };"
    " Add-Content $PROFILE 'vagen completion powershell | Out-String | Invoke-Expression'",
}
"""What a person types once: the shell then reads the script each time it starts."""


@click.command("completion")
@click.argument("shell", required=False, type=click.Choice(list(_INSTALLED)))
def completion_command(shell: str | None) -> int:
    """Print the script by which SHELL completes commands, options, clients, tasks and kinds.

    Without SHELL: what to type once, for each of them.
    """
    words = catalog(chosen(os.environ) or "en")
    form = words.gettext("{shell}: type this once, then open a new terminal:")
    for name, typed in _INSTALLED.items():
        told = form.format(shell=name)
        if shell is None:
            click.echo(f"{told}\n    {typed}")
        elif name == shell:
            click.echo(f"# {told}\n#     {typed}\n{_script(shell)}")
    return GOOD


def _script(shell: str) -> str:
    learn()
    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(shell)
    from vagen.cli import vagen

    return made(vagen, {}, "vagen", "_VAGEN_COMPLETE").source()
