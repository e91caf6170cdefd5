"""Words and names as lower-case ASCII, so that one spelling is looked up whatever the accents, script or apostrophe."""

from __future__ import annotations

from functools import lru_cache

from anyascii import anyascii


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Lower-case ASCII form of a word or name: `Haïry` → `hairy`, `Зеленский` → `zelenskiy`, `Straße` → `strasse`.

    The length may change, so a fold gives no offsets. Spaces of every kind become one plain space.
    """
    if text.isascii():
        return text.lower()
    ascii_text = anyascii(text).lower()
    if not any(mark in text for mark in _APOSTROPHES):  # a soft sign is no apostrophe: Зеленський
        ascii_text = ascii_text.replace("'", "").replace("`", "")
    return " ".join(ascii_text.split())


_APOSTROPHES = "'’‘ʼ`´"


@lru_cache(maxsize=1 << 16)
def fold_words(text: str) -> tuple[str, ...]:
    """The folded words of a name: `Tel-Aviv` → `("tel", "aviv")`, `Côte d’Ivoire` → `("cote", "d", "ivoire")`."""
    return tuple(fold(text).replace(" & ", " ").translate(_GAPS).split())


_GAPS = str.maketrans(dict.fromkeys("-'’`.,\"()[]/:;_–", " "))
