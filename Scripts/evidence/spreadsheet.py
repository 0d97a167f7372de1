"""What LibreOffice Calc makes of a pack's tables: twice, as an officer may open them.

With every column as text, all cells must be the same. Left to itself it may read numbers, days and true or false out of
cells, but never a formula, and only where the column holds such or where the cell still shows the same.
"""
import datetime
import pathlib
import re
import shutil
import subprocess
import tempfile

import openpyxl

from difference import Difference, expect, plain, same_tables

COLUMNS = 120
# Comma, quotation marks, UTF-8, from the first line; every column as text; or British English and nothing said.
AS_TEXT = "CSV:44,34,76,1," + "/".join(f"{n}/2" for n in range(1, COLUMNS + 1)) + ",0,false,false,false"
AS_IT_LIKES = "CSV:44,34,76,1,,2057,false,false,false"
TEXT_OUT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false"


def check(tables, pack):
    office = shutil.which("soffice")
    if office is None:
        return "SKIPPED: there is no LibreOffice on this machine (Debian: libreoffice-calc-nogui)"
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        convert(office, folder, pack, tables, TEXT_OUT, AS_TEXT)
        convert(office, folder, pack, tables, "xlsx", AS_IT_LIKES)
        for file, (_, rows) in tables.items():
            found = [[newlines(cell) for cell in row] for row in plain(folder / file)]
            same_tables(padded(found, rows), wanted(rows), file, "LibreOffice, all columns as text")
        read = sum(as_it_likes(folder, file, *table) for file, table in tables.items())
    changed = f", {read} texts read as numbers or days" if read else ""
    return f"the same cells as text; left to itself no formula{changed}"


def convert(office, folder, pack, tables, form, reading):
    profile = (folder / "profile").as_uri()
    run = subprocess.run(
        [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", form, f"--infilter={reading}",
         "--outdir", str(folder)] + [str(pack / file) for file in tables],
        capture_output=True, text=True, timeout=300, check=False)
    suffix = form.split(":")[0]
    for file in tables:
        if not (folder / file).with_suffix("." + suffix).exists():
            raise Difference(f"{file}: LibreOffice did not read it: {(run.stdout + run.stderr).strip()[-300:]}")


def newlines(cell):
    """A spreadsheet has one kind of line end within a cell."""
    return cell.replace("\r\n", "\n").replace("\r", "\n")


def wanted(rows):
    return [[newlines(cell) for cell in row] for row in rows]


def padded(found, rows):
    """Spreadsheets leave out empty cells at the end of rows."""
    return [row + [""] * (len(rows[0]) - len(row)) for row in found]


def as_it_likes(folder, file, schema, rows):
    """How many cells of text were read as something else that shows differently."""
    book = openpyxl.load_workbook((folder / file).with_suffix(".xlsx"))
    sheet = book.active
    changed = 0
    expect(sheet.max_row, len(rows), file, "LibreOffice left to itself", "rows")
    for row, cells in zip(rows, sheet.iter_rows(max_col=len(rows[0]))):
        for name, column, text, cell in zip(rows[0], schema["columns"], row, cells):
            place = (file, "LibreOffice left to itself", f"row {cell.row}", name)
            expect(cell.data_type != "f", True, *place, f"no formula ({text!r})")
            if shown(cell.value) == newlines(text) or same_value(cell.value, text):
                continue
            if column["datatype"] == "string" and not isinstance(cell.value, str):
                changed += 1
                continue
            expect(cell.value, text, *place)
    return changed


def shown(value):
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    # What XML cannot hold stands in the file as _xFFFE_.
    return newlines(re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), value))


def same_value(value, text):
    if isinstance(value, bool):
        return str(value).lower() == text.lower()
    if isinstance(value, (int, float)):
        try:
            return float(text) == float(value)
        except ValueError:
            return False
    if isinstance(value, datetime.datetime):
        return text in (value.strftime("%Y-%m-%d"), value.strftime("%Y-%m-%dT%H:%M:%SZ"))
    return False
