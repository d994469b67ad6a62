"""Calls to the disk that a build may die at, one after the other."""

import os

STEPS = ("replace", "unlink", "rmdir", "mkdir", "fsync", "open")


def dying(steps, die):
    """The calls of `os`, wrapped: `die` is called instead of call number `steps`, from 0.

    The count goes down to a negative number; a build that ends before that was not killed.
    """
    left = [steps]

    def wrapped(call):
        def counted(*args, **choices):
            left[0] -= 1
            if left[0] < 0:
                die()
            return call(*args, **choices)

        return counted

    return {name: wrapped(getattr(os, name)) for name in STEPS}
