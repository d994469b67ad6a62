"""What is said of a link that becomes none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from vagen.model.audience import Audience
from vagen.model.prose import Inline
from vagen.model.typed import shown
from vagen.problems import Message, Problem, Wrong, say

_LISTED = 12


def bad_target(link: Inline, wrong: Wrong) -> Problem:
    """An address that is neither https, mailto nor tel."""
    message = say('"{target}" is not an address that a page links to', target=shown(link.target))
    if not link.target:
        message = say("this link leads nowhere")
    hint = wrong.hint if wrong.replacement else None
    hint = hint or say(
        "link to https://, mailto:, tel:, #heading, [[area/sop]] or a file beside this text"
    )
    typed = _over(link, wrong.replacement)
    return Problem(link.at, "bad-link-target", message, hint, replacement=typed)


def remote_image(image: Inline, folder: str) -> Problem:
    """A picture that would be fetched from someone else's server."""
    message = say("pictures are not fetched from other servers")
    hint = say("put the picture into {folder}/", folder=folder)
    return Problem(image.at, "remote-image", message, hint)


def no_picture(image: Inline, folder: str, kinds: Sequence[str]) -> Problem:
    """A file that no browser shows as a picture."""
    return Problem(
        image.at,
        "bad-link-target",
        say('"{target}" is not a picture', target=shown(image.target)),
        say(
            "put a picture into {folder}/ ({kinds})",
            folder=folder,
            kinds=", ".join(kind.removeprefix(".") for kind in kinds),
        ),
    )


def no_heading(link: Inline, headings: Sequence[str]) -> Problem:
    """A heading that this page has not."""
    message = say('this page has no heading "{name}"', name=shown(link.target))
    near = _nearest(link.target[1:].casefold(), headings)
    if near:
        near = f"#{near}"
        return Problem(link.at, "broken-link", message, _mean(near), replacement=_over(link, near))
    named = ", ".join(f"#{one}" for one in headings[:_LISTED])
    hint = say("the headings here are: {names}", names=named) if named else None
    return Problem(link.at, "broken-link", message, hint or say("take the link out"))


def no_file(link: Inline, known: Sequence[str]) -> Problem:
    """A file that is not where the link says."""
    message = say('there is no file "{path}"', path=shown(link.target))
    near = _nearest_file(link.target, known)
    if near:
        return Problem(link.at, "broken-link", message, _mean(near), replacement=_over(link, near))
    hint = say("put the file there, or take the link out")
    return Problem(link.at, "broken-link", message, hint)


def outside(link: Inline, known: Sequence[str], folder: str, *, sop: str) -> Problem:
    """A path to what this text may not hand on. `sop` is the SOP that it leads to, if any."""
    message = say(
        '"{path}" is not among the files that this page may hand on', path=shown(link.target)
    )
    if sop:
        hint = say("link to an SOP by its name: {link}", link=f"[[{sop}]]")
        return Problem(link.at, "link-outside", message, hint)
    near = _nearest_file(link.target, known)
    if near:
        return Problem(link.at, "link-outside", message, _mean(near), replacement=_over(link, near))
    hint = say("put the file into {folder}/ and link to it there", folder=folder)
    return Problem(link.at, "link-outside", message, hint)


def no_sop(link: Inline, known: Sequence[str]) -> Problem:
    """An SOP that does not exist."""
    message = say('there is no SOP "{name}"', name=shown(link.target))
    name = link.target.casefold().rpartition("/")[2]
    same = [one for one in known if one.endswith(f"/{name}")]
    near = same[0] if len(same) == 1 else _nearest(link.target.casefold(), known)
    if near:
        return Problem(
            link.at, "broken-sop-link", message, _mean(near), replacement=_over(link, near)
        )
    hint = say("write it as area/sop, as in content/sops/area/sop.md")
    if known:
        hint = say("there are: {names}", names=", ".join(known[:_LISTED]))
    return Problem(link.at, "broken-sop-link", message, hint)


def not_readable(link: Inline, audience: Audience) -> Problem:
    """An SOP that exists, but not for those who read this page: the words stay, without a link."""
    kind = "public" if audience.kind == "public" else audience.id or audience.kind
    return Problem(
        link.at,
        "link-not-readable",
        say(
            '"{sop}" is not for the readers of this page ({readers})', sop=link.target, readers=kind
        ),
        say('add {reader} to its "audience", or write the words without a link', reader=kind),
        "warning",
    )


def _mean(near: str) -> Message:
    return say('did you mean "{name}"?', name=near)


def _over(link: Inline, near: str | None) -> str | None:
    """What to type over the address; nothing where the link's place is not just its address."""
    return near if link.at.width == len(link.target) else None


def _nearest_file(target: str, known: Sequence[str]) -> str | None:
    """The one file of that name, or nearly so, as it is typed in a link."""
    names = [path.rpartition("/")[2].casefold() for path in known]
    near = _nearest(target.rpartition("/")[2].casefold(), names)
    if near is None or names.count(near) > 1:
        return None
    path = known[names.index(near)]
    return re.sub(r"[ %()<>\\]", lambda sign: f"%{ord(sign[0]):02X}", path)


def _nearest(word: str, known: Sequence[str]) -> str | None:
    found = get_close_matches(word[:200], known, n=1, cutoff=0.7)
    return found[0] if found else None
