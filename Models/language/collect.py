"""Collects more text to learn languages from: `collect.py PACKAGES OUT`.

PACKAGES: a folder into which Debian 12's packages libreoffice-l10n-* and fortunes-{es,it,de,br,ru,pl,ga,bg,cs} were
unpacked (`apt-get download`, `dpkg -x`). Writes a file a language of texts of four words and more, each once.
"""
import collections
import gettext
import re
import sys
from pathlib import Path

FORTUNES = {"de": "de", "es": "es", "it": "it", "brasil": "pt", "ru": "ru", "pl": "pl", "ga": "ga", "bg": "bg", "cs": "cs"}
CODES = {"pt_BR": "pt", "pt-BR": "pt", "en_GB": "en", "en-GB": "en"}


def clean(text):
    text = re.sub(r"<[^>]*>|%[A-Za-z_0-9$%]+|\$\([^)]*\)|\$\{[^}]*\}|[~_]|\[[A-Z]+\]|https?://\S+", "", text)
    return re.sub(r"\s+", " ", text).strip()


def translations(folder):
    """(language, text) of what a program says, where it differs from the English."""
    for path in sorted(folder.glob("usr/lib/libreoffice/program/resource/*/LC_MESSAGES/*.mo")):
        code = CODES.get(path.parts[-3], path.parts[-3])
        with open(path, "rb") as file:
            catalogue = gettext.GNUTranslations(file)._catalog
        for key, text in catalogue.items():
            if not key or not isinstance(text, str):
                continue
            original = clean((key if isinstance(key, str) else key[0]).split("\x04")[-1])
            text = clean(text)
            split = text.lower().split()
            left = sum(word in set(original.lower().split()) for word in split)
            if code == "en" or left * 2 <= len(split):
                yield code, text


def fortunes(folder):
    for name, code in FORTUNES.items():
        root = folder / "usr/share/games/fortunes" / name
        for path in [root] if root.is_file() else sorted(p for p in root.rglob("*") if p.is_file()):
            if path.suffix in (".dat", ".u8"):
                continue
            try:
                content = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                continue
            for text in re.split(r"\n%\n", content):
                yield code, clean(text)


def main():
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    found = collections.defaultdict(set)
    for source in (translations(folder), fortunes(folder)):
        for code, text in source:
            if len(re.findall(r"[^\W\d_]{2,}", text)) >= 4:
                found[code].add(text)
    for code, lines in sorted(found.items()):
        (out / f"{code}.txt").write_text("\n".join(sorted(lines)) + "\n", "utf-8")
        print(code, len(lines))


if __name__ == "__main__":
    main()
