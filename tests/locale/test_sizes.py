import pytest

from vagen.locale.sizes import file_size


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "1 KB"), (999, "1 KB"), (1_499, "1 KB"), (1_500, "2 KB"), (183_700, "184 KB"),
        (999_499, "999 KB"), (999_500, "1 MB"), (1_240_000, "1.2 MB"), (9_960_000, "10 MB"),
        (86_000_000, "86 MB"), (999_700_000, "1 GB"), (4_200_000_000, "4.2 GB"),
        (12_345_000_000_000, "12,345 GB"),
    ],
)  # fmt: skip
def test_how_large_a_file_is(size: int, said: str) -> None:
    assert file_size(size).replace("\N{NO-BREAK SPACE}", " ") == said
    assert file_size(size, "he") == file_size(size)
