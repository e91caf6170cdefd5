"""Ordinals: ranks, spelled or in digits, with what is ranked."""

from __future__ import annotations

from typing import Final

from factcheck.extract.amounts import noun_lemma
from factcheck.extract.scan import Grammar, Parts, Rule
from factcheck.model import Kind, Mention, Ordinal


def _ordinal(parts: Parts) -> Mention | None:
    start, end = parts.span("all")
    text = parts.scanned.text
    noun = noun_lemma(parts.word("noun"), parts.scanned.language.code) if parts.has("noun") else ""
    return Mention(Kind.ORDINAL, start, end, text[start:end], Ordinal(parts.value("rank", "ORD"), noun))


GRAMMAR: Final = Grammar(
    "ORD", [Rule("ordinal", "(?<!<ONE>)(?P<all>(?P<rank><ORD>)(?:<SKIP>{0,2}(?P<noun><WORD|CAP>))?)", _ordinal)]
)
