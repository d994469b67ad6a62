"""Calls to the disk that a build or a command may die at, one after the other."""

import os

STEPS = ("replace", "unlink", "rmdir", "mkdir", "fsync", "open")


def countdown(steps, die):
    """A step, to be taken at each call: `die` is called at number `steps`, from 0."""
    left = [steps]

    def step():
        left[0] -= 1
        if left[0] < 0:
            die()

    return step


def dying(steps, die):
    """The calls of `os`, wrapped: `die` is called instead of call number `steps`, from 0.

    The count goes down to a negative number; a build that ends before that was not killed.
    """
    return calls(countdown(steps, die))


def calls(step):
    """The calls of `os`, each with a step before it."""

    def wrapped(call):
        def counted(*args, **choices):
            step()
            return call(*args, **choices)

        return counted

    return {name: wrapped(getattr(os, name)) for name in STEPS}


def opening(opened, step):
    """`open`, with a step when a file that is to be written is empty, and when it is half full."""

    def counted(file, mode="r", *args, **choices):
        found = opened(file, mode, *args, **choices)
        if not set(mode) & set("wax+"):
            return found
        step()
        return _Written(found, step)

    return counted


class _Written:
    """An open file, each writing of which is two."""

    def __init__(self, file, step):
        self._file, self._step = file, step

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()

    def write(self, content):
        half = len(content) // 2
        self._file.write(content[:half])
        self._file.flush()
        self._step()
        return half + self._file.write(content[half:])
