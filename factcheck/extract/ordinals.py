"""Ordinals: ranks, spelled or in digits, with what is ranked."""

from __future__ import annotations

from typing import Final

from factcheck.extract.amounts import noun_lemma
from factcheck.extract.scan import Grammar, Parts, Rule
from factcheck.model import Kind, Mention, Ordinal


def _ordinal(parts: Parts) -> Mention | None:
    start, end = parts.span("all")
    text = parts.scanned.text
    noun = noun_lemma(parts.word("noun"), parts.scanned.language) if parts.has("noun") else ""
    return Mention(
        Kind.ORDINAL, start, end, text[start:end], Ordinal(parts.value("rank", "ORD", "LAST", "LAST_BUT"), noun)
    )


_NOUN: Final = "(?:<SKIP>{0,2}(?P<noun><WORD|CAP>))"
_RANK: Final = "(?!(?<!<ARTICLE|IN|THIS>)<ACCORDING><ARTICLE|CAP>)"
"""A rank, and no "according to": Italian "secondo la polizia", but "il secondo"."""
_AT_END: Final = "(?=<DOT|COMMA|SIGN|QUOTE|CLOSE|BREAK>|$)"

GRAMMAR: Final = Grammar(
    "ORD|LAST|LAST_BUT",
    [
        Rule("ordinal", f"{_RANK}(?P<all>(?P<rank><ORD>){_NOUN})", _ordinal),
        Rule("ordinal-alone", f"(?<!<ONE>){_RANK}(?P<all>(?P<rank><ORD>))", _ordinal),
        Rule("last", f"(?<!<THIS>)(?P<all>(?P<rank><LAST>)(?!<UNIT>)<NUM>?{_NOUN})", _ordinal),
        Rule("last-counted", "(?<!<THIS>)(?P<all>(?P<rank><LAST>))(?=\0)", _ordinal),
        Rule("last-alone", f"(?<=<ARTICLE|SIGN|QUOTE>)(?P<all>(?P<rank><LAST>)){_AT_END}", _ordinal),
        Rule("next-to-last", "(?P<all>(?P<rank><LAST_BUT>))", _ordinal),
    ],
)
