"""What can be read of a mapping with mistakes in it, so that they hide none in other files.

Each mistaken value is taken out, and its mapping notes that it was `lost`: a check concludes
nothing from what is not there. Where a key has to be there, an example stands in.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Meant
from typing import TypeVar

from vagen.model.record import Fault, Record
from vagen.source.nodes import Mapping, Scalar, Sequence
from vagen.source.plain import Step, plain_mapping, steps

R = TypeVar("R", bound=Record)
Loc = tuple[str | int, ...]

_MOST_ROUNDS = 8
"""A value, then the keys around it that need it, up to the record: none is as deep."""


def salvaged(
    cls: type[R],
    node: Mapping,
    faults: Iterable[Fault],
    meant: Meant[Loc, str | None],
    *,
    whole: bool,
) -> R | None:
    """The record without what is wrong in it, or None where too little is left.

    The nodes are changed. `meant` are the keys that unknown ones were meant to be; in a `whole`
    file, in contrast to an entry of a list, examples stand in for keys that have to be there.
    """
    for _ in range(_MOST_ROUNDS):
        gone: list[Step] = []
        for fault in faults:
            if not _taken_out(cls, node, fault, meant, gone, whole=whole):
                return None
        _remove(gone)
        result = cls.read(plain_mapping(node))
        if isinstance(result, Record):
            return result
        faults = result
    return None


def _taken_out(  # noqa: PLR0913 - what one fault and its surroundings are
    cls: type[Record],
    root: Mapping,
    fault: Fault,
    meant: Meant[Loc, str | None],
    gone: list[Step],
    *,
    whole: bool,
) -> bool:
    """Notes in `gone` what has to go for a fault; False where that is the record itself."""
    loc = fault.loc[:-1] if fault.kind == "missing" else fault.loc
    way = steps(root, loc)
    if fault.kind == "missing" and not way:
        if whole:
            _stand_in(cls, root, str(fault.loc[-1]))
        return whole
    if not way:
        return False
    gone.append(way[-1])
    container, key = next(step for step in reversed(way) if isinstance(step[0], Mapping))
    assert isinstance(container, Mapping)  # noqa: S101 - the line above has just chosen one
    container.lost.add(meant.get(fault.loc) or str(key))
    return True


def _remove(gone: Iterable[Step]) -> None:
    """The later items of a list first, so that the earlier ones keep their places."""
    items: dict[int, tuple[Sequence, set[int]]] = {}
    for container, key in gone:
        if isinstance(container, Mapping):
            container.values.pop(str(key), None)
        else:
            items.setdefault(id(container), (container, set()))[1].add(int(key))
    for sequence, places in items.values():
        sequence.items[:] = [one for i, one in enumerate(sequence.items) if i not in places]


def _stand_in(cls: type[Record], root: Mapping, name: str) -> None:
    """Puts an example under a key that has to be there."""
    root.values[name] = Scalar(cls.example(name), root.at)
    root.lost.add(name)
