"""What the reference's normaliser does to each character, as a table of two steps (numpy).

The reference (BERT, uncased): drop control characters; blanks to a space; Chinese characters and punctuation stand alone;
canonical decomposition without marks; lower case. A character maps to itself, to another, or to a few.
"""
import unicodedata

import numpy as np

PLAIN, DROP, SPACE, ALONE, SEVERAL = range(5)  # also in Sources/EarshotEncoder/EncoderTable.swift
BLOCK = 128
IDEOGRAPHS = [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
              (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)]


def is_alone(character):
    code, category = ord(character), unicodedata.category(character)
    if any(first <= code <= last for first, last in IDEOGRAPHS):
        return True
    ascii_mark = 33 <= code < 127 and not character.isalnum()
    return ascii_mark or category[0] == "P" or code == 0x166D  # a mark that Unicode 12 calls a symbol


def entry(code, several):
    """The table's figure for one code point: kind × 2^28 + target; 0: itself. `several` collects the longer targets."""
    if 0xD800 <= code < 0xE000:
        return 0
    character = chr(code)
    category = unicodedata.category(character)
    if character in "\t\n\r" or category[0] == "Z":
        return SPACE << 28
    if code in (0, 0xFFFD) or category in ("Cc", "Cf", "Co"):
        return DROP << 28
    parts = [c for c in unicodedata.normalize("NFD", character) if unicodedata.category(c) != "Mn"]
    target = [ord(lower) for part in parts for lower in part.lower()]
    if not target:
        return DROP << 28
    if len(target) > 1:
        assert not is_alone(character) and not any(is_alone(chr(t)) for t in target)
        assert all(not unicodedata.category(chr(t)).startswith("Z") for t in target)
        several.extend(target)
        return SEVERAL << 28 | (len(several) - len(target)) << 2 | len(target)
    kind = ALONE if is_alone(character) or is_alone(chr(target[0])) else PLAIN
    if unicodedata.category(chr(target[0]))[0] == "Z":
        return SPACE << 28
    if target[0] == code:
        return kind << 28
    return kind << 28 | target[0]


def table():
    """Blocks of 128 entries, each once; which block each 128 code points have; the longer targets."""
    several, blocks, index = [], {}, []
    for first in range(0, 0x110000, BLOCK):
        block = tuple(entry(code, several) for code in range(first, first + BLOCK))
        index.append(blocks.setdefault(block, len(blocks)))
    entries = np.array(list(blocks), dtype="<u4").reshape(-1)
    return np.array(index, dtype="<u2"), entries, np.array(several, dtype="<u4")
