"""Tense: whether a sentence speaks of what was or of what is to come, to choose the year of a day by."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from factcheck.extract.scan import Parts
from factcheck.lang import Language

_STOP: Final = re.compile(r"[.!?;\n]")


def tense_at(parts: Parts) -> int:
    """Whether the sentence speaks here of what is to come (1) or was (-1), or does not say; by its nearest verb.

    That is the last one up to here, else the first one from here on.
    """
    start, end = parts.span()
    text, verbs = parts.scanned.text, _verbs(parts.scanned.language)
    *_, before = _STOP.split(text[max(start - 160, 0) : start])
    after, *_ = _STOP.split(text[end : end + 120], maxsplit=1)
    said = [*verbs.finditer(before)]
    verb = said[-1] if said else verbs.search(after)
    return 0 if verb is None else 1 if verb.lastgroup == "future" else -1


@lru_cache(maxsize=64)
def _verbs(language: Language) -> re.Pattern[str]:
    """The verbs of a language that tell a tense: whole words, and endings of longer ones."""
    table = language.table.get("tense", {})
    groups = []
    for tense in ("future", "past"):
        words, endings = ("|".join(map(re.escape, table.get(key, ()))) for key in (tense, f"{tense}_endings"))
        groups.append(f"(?P<{tense}>{words or '(?!)'}|[^\\W\\d_]{{2,}}(?:{endings or '(?!)'}))")
    return re.compile(rf"\b(?:{'|'.join(groups)})\b", re.IGNORECASE)
