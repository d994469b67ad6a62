"""Completion for PowerShell, which click has none for, and what bash and fish need."""

from __future__ import annotations

import os
from typing import ClassVar

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    add_completion_class,
)

_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = @($commandAst.CommandElements | Where-Object {
        $_.Extent.EndOffset -lt $cursorPosition -or
        ($_.Extent.EndOffset -eq $cursorPosition -and $wordToComplete -eq '')
    } | ForEach-Object { $_.Extent.Text.Trim('"', "'") })
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $env:PYTHONUTF8 = '1'
        $env:VAGEN_BEFORE = $before -join "`n"
        $env:VAGEN_WORD = $wordToComplete.Trim('"', "'")
        $env:%(complete_var)s = 'powershell_complete'
        %(prog_name)s | ForEach-Object {
            $kind, $value, $says = $_ -split "`t", 3
            if ($kind -eq 'plain') {
                $typed = if ($value -match '[\\s#@]') { "'" + $value + "'" } else { $value }
                [System.Management.Automation.CompletionResult]::new(
                    $typed, $value, 'ParameterValue', $says)
            }
        }
    } finally {
        [Console]::OutputEncoding = $encoding
        Remove-Item Env:VAGEN_BEFORE, Env:VAGEN_WORD, Env:PYTHONUTF8, Env:%(complete_var)s `
            -ErrorAction SilentlyContinue
    }
}
"""


_BASH = """\
%(complete_func)s() {
    local IFS=$'\\n' kind value last=$COMP_CWORD
    local words=("${COMP_WORDS[@]:0:COMP_CWORD+1}")
    # The word that is replaced ($2) has its @, which in COMP_WORDS is a word of its own.
    if ((last > 0)) && [[ $2 == @?* && ${words[last - 1]} == @ ]]; then
        unset "words[last]"
        words[--last]=$2
    fi
    COMPREPLY=()
    while IFS=, read -r kind value; do
        case $kind in
            plain) COMPREPLY+=("$value") ;;
            file) compopt -o default ;;
            dir) compopt -o dirnames ;;
        esac
    done < <(COMP_WORDS="${words[*]}" COMP_CWORD=$last %(complete_var)s=bash_complete "$1")
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""


class OurBashComplete(BashComplete):
    """Hands a task to vagen as it is typed: `@name`, in one piece."""

    source_template: ClassVar[str] = _BASH


class OurFishComplete(FishComplete):
    """Keeps what stands behind a comma: a line of the log may have some."""

    source_template: ClassVar[str] = FishComplete.source_template.replace(
        'string split ","', 'string split -m 1 ","'
    )


class PowerShellComplete(ShellComplete):
    """Words by way of variables, a line a word; a line back for each that may stand there."""

    name: ClassVar[str] = "powershell"
    source_template: ClassVar[str] = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is typed, without the command's own name, and that one."""
        before = os.environ.get("VAGEN_BEFORE", "").split("\n")
        return before[1:], os.environ.get("VAGEN_WORD", "")

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Its kind, the word, and what it stands for: PowerShell wants some words there."""
        return f"{item.type}\t{item.value}\t{item.help or item.value}"


def learn() -> None:
    """Let click know these."""
    add_completion_class(OurBashComplete)
    add_completion_class(OurFishComplete)
    add_completion_class(PowerShellComplete)
