"""What is checked without a browser: the Nu HTML checker's word, and that no cell of a table is a formula."""
import csv
import json
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlparse

NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?\Z")


def nu(jar, pages, memory="512m"):
    """The checker's messages: ({page: [errors]}, {page: number of warnings})."""
    said = subprocess.run(
        ["java", f"-Xmx{memory}", "-Xss16m", "-jar", jar, "--format", "json", "--exit-zero-always", "--stdout", *map(str, pages)],
        capture_output=True, text=True, errors="replace")
    errors, warnings = {str(page): [] for page in pages}, {str(page): {} for page in pages}
    try:
        messages = json.loads(said.stdout)["messages"]
    except (ValueError, KeyError):
        return {str(pages[0]): [f"the Nu HTML checker gave no answer: {said.stderr[-300:]}"]}, {}
    for message in messages:
        page = unquote(urlparse(message.get("url", "")).path)
        if message["type"] == "info":
            kept, text = warnings.setdefault(page, {}), message["message"][:100]
            kept[text] = kept.get(text, 0) + 1
        else:
            errors.setdefault(page, []).append(f"line {message.get('lastLine', '?')}: {message['message'][:160]}")
    return errors, warnings


def formulas(folder):
    """Cells of the folder's tables that a spreadsheet would run: begin with = + - @ tab or CR and are no number."""
    found, cells = [], 0
    csv.field_size_limit(1 << 30)
    for path in sorted(Path(folder).rglob("*.csv")):
        with open(path, newline="", encoding="utf-8-sig") as file:
            for number, row in enumerate(csv.reader(file), 1):
                cells += len(row)
                for column, cell in enumerate(row, 1):
                    if cell[:1] in tuple("=+-@\t\r＝＋－＠") and cell and not NUMBER.match(cell):
                        found.append(f"{path.name}, record {number}, column {column}: {cell[:40]!r}")
    return found, cells
