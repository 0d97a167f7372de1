"""Checks that others read a pack's files as they are meant: one line a check, ending at the first difference.

usage: check.py SCHEMA PACK…        called by Scripts/check-evidence, in whose environment pandas, duckdb, jsonschema
                                       and csvw are. A PACK is a folder exported with --zip and every form of --also.
"""
import copy
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import duckdb
import jsonschema
import pandas

import exchange
import spreadsheet
from difference import Difference, expect, plain, same_tables


def tables(pack):
    """The tables that csv-metadata.json tells of: name → (metadata, rows)."""
    metadata = json.loads((pack / "csv-metadata.json").read_text("utf-8"))
    return {table["url"]: (table["tableSchema"], plain(pack / table["url"])) for table in metadata["tables"]}


FORMULA = set("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212")


# What is checked. Each takes a pack and answers what it found, in a few words.


def python_csv(pack):
    """Rows are as wide as their header, the header is what the metadata say, and no text can be run as a formula."""
    cells = 0
    known = tables(pack)
    files = sorted(path.name for path in pack.glob("*.csv") if path.name != "sensemaking.csv")
    expect(files, sorted(known), "the tables that csv-metadata.json tells of")
    for file, (schema, rows) in known.items():
        expect(rows[0], [column["name"] for column in schema["columns"]], file, "header")
        for number, row in enumerate(rows, start=1):
            expect(len(row), len(rows[0]), file, f"row {number}", "columns")
            for column, cell in zip(schema["columns"], row):
                if column["datatype"] == "string" and cell[:1] and cell[0] in FORMULA:
                    raise Difference(f"{file}: row {number}: {column['name']}: a formula without a mark: {cell!r}")
        raw = (pack / file).read_bytes()
        expect(raw.endswith(b"\r\n"), True, file, "ends in CRLF")
        cells += sum(map(len, rows))
    return f"{len(known)} tables, {cells} cells"


def pandas_reads(pack):
    for file, (_, rows) in tables(pack).items():
        frame = pandas.read_csv(pack / file, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        same_tables([list(frame.columns)] + frame.values.tolist(), rows, file, "pandas")
        guessed = pandas.read_csv(pack / file)
        expect(guessed.shape, (len(rows) - 1, len(rows[0])), file, "pandas left to itself", "shape")
    return "the same cells"


def duckdb_reads(pack):
    for file, (_, rows) in tables(pack).items():
        path = str(pack / file).replace("'", "''")
        text = duckdb.sql(f"FROM read_csv('{path}', header=true, all_varchar=true, quote='\"', escape='\"', delim=',')")
        found = [text.columns] + [["" if cell is None else cell for cell in row] for row in text.fetchall()]
        same_tables(found, rows, file, "DuckDB")
        guessed = duckdb.sql(f"FROM read_csv('{path}')")
        shape = (guessed.count("*").fetchall()[0][0], len(guessed.columns))
        expect(shape, (len(rows) - 1, len(rows[0])), file, "DuckDB left to itself", "shape")
    return "the same cells"


def against_json(pack):
    """comments.csv says what pack.json says, but for the mark against formulas and for control characters."""
    comments = json.loads((pack / "pack.json").read_text("utf-8"))["comments"]
    schema, rows = tables(pack)["comments.csv"]
    expect(len(rows) - 1, len(comments), "comments.csv", "rows, beside pack.json")
    marked = 0
    for number, (row, comment) in enumerate(zip(rows[1:], comments), start=2):
        for column, cell in zip(rows[0], row):
            value = comment[column]
            if isinstance(value, str):
                right = "".join(c if c in "\t\n\r" or " " <= c != "\x7f" else "\ufffd" for c in value)
                if cell == "'" + right:
                    marked += 1
                else:
                    expect(cell, right, "comments.csv", "beside pack.json", f"row {number}", column)
            elif value is None or isinstance(value, bool):
                expect(cell, "" if value is None else str(value).lower(), "comments.csv", f"row {number}", column)
            else:
                expect(float(cell), float(value), "comments.csv", "beside pack.json", f"row {number}", column)
    return f"the same comments; cells marked against formulas: {marked}"


def schema_holds(pack, schema):
    """pack.json is as Docs/pack.schema.json says."""
    validator = jsonschema.Draft202012Validator(schema)
    good = json.loads((pack / "pack.json").read_text("utf-8"))
    for fault in validator.iter_errors(good):
        raise Difference(f"pack.json: {fault.json_path}: {fault.message[:200]}")
    return "valid"


def schema_refuses(pack, schema):
    """The schema can fail: each of these copies of pack.json is broken in one place."""
    validator = jsonschema.Draft202012Validator(schema)
    good = json.loads((pack / "pack.json").read_text("utf-8"))
    for what, change in BREAKAGES.items():
        bad = copy.deepcopy(good)
        change(bad)
        if validator.is_valid(bad):
            raise Difference(f"pack.json: the schema takes a pack that is broken: {what}")
    return f"{len(BREAKAGES)} broken copies refused"


BREAKAGES = {
    "a comment without its status": lambda pack: pack["comments"][0].pop("status"),
    "an unknown position": lambda pack: pack["comments"][0].update(position="against"),
    "a tone out of its range": lambda pack: pack["comments"][0].update(tone=1.5),
    "a field that nothing tells of": lambda pack: pack["comments"][0].update(handle="x"),
    "no totals": lambda pack: pack.pop("totals"),
    "a count below nothing": lambda pack: pack["totals"].update(read=-1),
    "an item without its title": lambda pack: pack["items"][0].pop("title"),
    "a restricted item with its text": lambda pack: pack["items"][0].update(restricted=True),
    "findings without the counts": lambda pack: [item.pop("counts", None) for item in pack["items"]],
    "a fingerprint too short": lambda pack: pack["sources"][0].update(sha256="abc"),
    "another format": lambda pack: pack.update(format="pack"),
}


CSVW = str(pathlib.Path(sys.executable).with_name("csvwvalidate"))


def csvw_fault(folder):
    """What the validator, in its strict manner, says against the tables; nothing where they are as the metadata say."""
    run = subprocess.run([CSVW, "csv-metadata.json"], cwd=folder, capture_output=True, text=True, check=False)
    return (run.stdout + run.stderr).strip()[-400:] if run.returncode else ""


def csvw_holds(pack):
    if fault := csvw_fault(pack):
        raise Difference(f"csv-metadata.json: {fault}")
    return "valid"


def csvw_refuses(pack):
    """The validator can fail: a word, a number and a name that the metadata do not allow."""
    for file, right, wrong in [
        ("comments.csv", b",included,", b",perhaps,"), ("items.csv", b",business,", b",trade,"),
        ("links.csv", b"thread_title,", b"thread_name,"),
    ]:
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch)
            metadata = json.loads((pack / "csv-metadata.json").read_text("utf-8"))
            metadata["tables"] = [table for table in metadata["tables"] if table["url"] == file]
            (folder / "csv-metadata.json").write_text(json.dumps(metadata), "utf-8")
            shutil.copy(pack / file, folder)
            if fault := csvw_fault(folder):
                raise Difference(f"{file} by itself: {fault}")
            (folder / file).write_bytes((pack / file).read_bytes().replace(right, wrong, 1))
            if not csvw_fault(folder):
                raise Difference(f"{file}: the CSVW validator takes {wrong.decode()} for {right.decode()}")
    return "3 broken copies refused"


def references_hold(pack):
    """Items named anywhere stand in items.csv (cells may be empty, which strict CSVW validators refuse)."""
    known = {row[0] for row in tables(pack)["items.csv"][1][1:]} | {""}
    used = 0
    for file, (schema, rows) in tables(pack).items():
        keys = [rows[0].index(name) for name in schema.get("primaryKey", [])]
        expect(len({tuple(row[k] for k in keys) for row in rows}), len(rows), file, "different keys")
        if "item_id" in rows[0]:
            column = rows[0].index("item_id")
            for number, row in enumerate(rows[1:], start=2):
                expect(row[column] in known, True, file, f"row {number}", f"item_id {row[column]!r} is in items.csv")
                used += row[column] != ""
    return f"{used} references to items"


def main():
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    checks = {
        "Python csv": python_csv, "pandas": pandas_reads, "DuckDB": duckdb_reads, "pack.json": against_json,
        "JSON Schema": lambda pack: schema_holds(pack, schema), "CSVW": csvw_holds, "references": references_hold,
        "other programs": exchange.holds, "zip": exchange.zip_holds,
        "LibreOffice": lambda pack: spreadsheet.check(tables(pack), pack),
    }
    once = {"JSON Schema": lambda pack: schema_refuses(pack, schema), "CSVW": csvw_refuses}
    packs = [pathlib.Path(name).resolve() for name in sys.argv[2:]]
    try:
        for pack in packs:
            title = pack.parent.name
            for name, check in checks.items():
                title = f"{pack.parent.name}: {name}"
                print(f"  {title}: {check(pack)}", flush=True)
        for name, check in once.items():
            title = f"{packs[0].parent.name}: {name}"
            print(f"  {title}: {check(packs[0])}", flush=True)
    except Difference as difference:
        print(f"{title}: {difference}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
