"""Tables as rows of texts, and what differs between two of them."""
import csv

csv.field_size_limit(1 << 30)


class Difference(Exception):
    """What differs, with file, row and column."""


def expect(found, wanted, *place):
    if found != wanted:
        raise Difference(f"{': '.join(str(part) for part in place)}: {found!r} in place of {wanted!r}")


def same_tables(found, wanted, file, reader):
    """Both are rows of texts, the header first."""
    expect(len(found), len(wanted), file, reader, "rows")
    for number, (row, right) in enumerate(zip(found, wanted), start=1):
        expect(len(row), len(right), file, reader, f"row {number}", "columns")
        for column, cell, text in zip(wanted[0], row, right):
            expect(cell, text, file, reader, f"row {number}", column)


def plain(path):
    """The rows of a CSV file as Python's own reader has them: what every other reader is held to."""
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.reader(file, strict=True))
