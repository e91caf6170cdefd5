"""A small dictionary in the dictd format, made for tests."""

from __future__ import annotations

import gzip
from pathlib import Path

from factcheck.lang.dictd import DIGITS

ENTRIES = {
    "gloriette": "gloriette /ɡlɔʀjɛt/ <n, fem>\n1. gazebo, bower\n2. the garden house\n",
    "chaudron": "chaudron /ʃodʀɔ̃/ <n, masc>\ncauldron <n> [Br.], (old) kettle\n   Synonym: {marmite}\n",
    "lacer": "lacer <v>\nto lace\n",
}


def written(folder: Path, name: str = "freedict-fra-eng", entries: dict[str, str] = ENTRIES) -> Path:
    """Writes an index and a packed text; gives the path of the index."""
    lines, text = [], b""
    for headword, entry in entries.items():
        encoded = entry.encode()
        lines.append(f"{headword}\t{base64(len(text))}\t{base64(len(encoded))}\n")
        text += encoded
    index = folder / f"{name}.index"
    index.write_text("".join(lines), encoding="utf-8")
    (folder / f"{name}.dict.dz").write_bytes(gzip.compress(text))
    return index


def base64(number: int) -> str:
    """A number in dictd's base 64."""
    digits = "".join(DIGITS)
    said = digits[number % 64]
    while number := number // 64:
        said = digits[number % 64] + said
    return said
