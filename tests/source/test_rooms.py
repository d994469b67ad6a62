"""Which file holds what, by the shape of its path."""

from __future__ import annotations

import pytest

from vagen.source.rooms import room_of, unplaced


@pytest.mark.parametrize(
    ("path", "room"),
    [
        ("vagen.yaml", "practice"),
        ("content/clients/ada/client.yaml", "client"),
        ("content/clients/ada/tasks.yaml", "tasks"),
        ("content/clients/ada/tasks/2026.yaml", "tasks"),
        ("content/clients/ada/time/2026-11.yaml", "time"),
        ("content/clients/ada/invoices/2026-0001.yaml", "document"),
        ("content/clients/ada/payments.yaml", "payments"),
        ("content/clients/ada/updates/2026-11-30.md", "update"),
        ("content/clients/ada/notes/first-call.md", "words"),
        ("content/clients/ada/meetings/2026-11-30.md", "words"),
        ("content/clients/ada/requests.yaml", "reserved"),
        ("content/clients/ada/documents/documents.yaml", "enclosures"),
        ("content/sops/office/inbox.md", "sop"),
        ("content/services/inbox.md", "service"),
        ("content/pages/about.md", "page"),
        ("content/team/noam.yaml", "person"),
        ("content/expenses/2026-11.yaml", "reserved"),
        ("content/inbox.md", "words"),
        ("content/clients/ada/time/november.yaml", "unknown"),
        ("content/clients/ada/updates/today.md", "unknown"),
        ("content/sops/inbox.md", "unknown"),
        ("content/clients/ada/task.yaml", "unknown"),
        ("content/vagen.yaml", "unknown"),
    ],
)
def test_a_path_says_what_it_holds(path: str, room: str) -> None:
    assert room_of(path)[0] == room


def test_ids_stand_in_the_path() -> None:
    assert room_of("content/sops/office/inbox.md")[1] == {"area": "office", "id": "inbox"}


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("content/clients/ada/clients.yaml", "client.yaml"),
        ("content/clients/ada/payment.yaml", "payments.yaml"),
        ("content/clients/ada/tasks.yml", "tasks.yaml"),
    ],
)
def test_a_file_that_is_nearly_one_is_named(path: str, meant: str) -> None:
    problem = unplaced(path)
    assert problem.severity == "warning"
    assert problem.hint is not None
    assert dict(problem.hint.values) == {"name": meant}
