"""What a claim says to be over, or never to have been before, where the other side tells of the last or the first one.

"Ek is no longer the coach" agrees with "the coach Ek was sacked", and "no woman had led it before" with "the first
woman to lead it": each has a denial that the other lacks, and neither denies the other.
"""

from __future__ import annotations

from factcheck.lang.slots import slots
from factcheck.match.against.polarity import negations
from factcheck.match.question import Question
from factcheck.model import Ordinal
from factcheck.reading import WORD, Sentence


def told_over(question: Question, here: Sentence) -> bool:
    """Whether a claim says that something is no more so, and a sentence how it ended, or of the last one."""
    over = any(over_now(sentence, question.reading.text) for sentence in question.reading.sentences)
    last = any(isinstance(m.value, Ordinal) and m.value.rank == -1 for m in here.mentions)
    return over and not negations(here) and (last or any(not ENDING.isdisjoint(t.concepts) for t in here.terms))


def over_now(sentence: Sentence, text: str) -> bool:
    """Whether a sentence denies something with "no longer" or the like, or says that it stopped."""
    words = slots(sentence.language).no_longer
    return any(not words.isdisjoint(WORD.findall(text[c.start : c.end + BEHIND].lower())) for c in negations(sentence))


BEHIND = 8
"""How far behind a denial, in code points, the word may end that makes it "no longer" ("nicht mehr")."""

ENDING = frozenset(
    {"dismiss", "resign", "retire", "leave", "leave-office", "die", "dead", "end", "stop", "close", "last", "expire"}
)
"""What tells that something ended."""


def told_first(question: Question, here: Sentence, text: str) -> bool:
    """Whether one side denies that something was so before, and the other tells of the first one."""
    claimed = question.reading.sentences
    here_first, claim_first = first(here), any(map(first, claimed))
    return (here_first and any(none_before(s, question.reading.text) for s in claimed)) or (
        claim_first and none_before(here, text)
    )


def first(sentence: Sentence) -> bool:
    ranked = any(isinstance(m.value, Ordinal) and m.value.rank == 1 for m in sentence.mentions)
    return ranked or any("first" in term.concepts for term in sentence.terms)


def none_before(sentence: Sentence, text: str) -> bool:
    """Whether a sentence denies something of all the time before: "no woman had led it until then"."""
    said = f" {' '.join(WORD.findall(text[sentence.passage.start : sentence.passage.end].lower()))} "
    return bool(negations(sentence)) and any(f" {phrase} " in said for phrase in slots(sentence.language).so_far)
