"""The subject and the object that a sentence itself gives an act, where no name of the claim stands there.

"Anna Berg grew up in Oslo. Officers seized a ship": nobody of the sentence before did what officers did.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract import numbers
from factcheck.lang.concepts import CONCEPTS
from factcheck.lang.mood import breaks, complementisers
from factcheck.lang.slots import slots
from factcheck.match.hits import mention_of
from factcheck.match.whose.parts import DOER, opened_otherwise, part
from factcheck.model import Kind, Mention, Name
from factcheck.reading import COUNTED, NAME_KINDS, Term, is_content
from factcheck.reading.side import Side
from factcheck.reading.voice import nominal, passive


@dataclass(frozen=True, slots=True)
class Party:
    """A noun beside an act, and whether it may stand for somebody or something told before: "the minister".

    `fresh` says that an article tells that it was not told before: "a train crash".
    """

    term: Term
    definite: bool
    fresh: bool = False


def own_subject(act: Mention, side: Side) -> Party | None:
    """The noun of an act's clause that no preposition governs; None where there is none, or it cannot be told.

    Of two it is the second, for the first may stand behind a preposition that ends a clause: "after the war a firm …".
    What stands behind another verb is that one's object: "visited a school and left".
    """
    small = slots(side.language)
    values = [m for m in side.sentence.mentions if m.kind not in NAME_KINDS and m.kind not in COUNTED]
    names = {m.start for m in side.sentence.mentions if m.kind in NAME_KINDS}
    counts = {m.start: m for m in side.sentence.mentions if m.kind is Kind.QUANTITY}
    found, governed, closed, article = None, False, False, ""
    helping = small.having | small.copula | small.passive
    clause = noun_behind(act, side) if opened_otherwise(act, side) else clause_before(act, side)
    if is_told_of(clause, side.language):
        return None
    if alone := opening_noun(clause, act, side):
        return Party(alone, definite=False)
    for word in clause:
        said, term = word.group().lower(), side.term_at(word.start())
        if said in small.pronoun:
            return None
        if said in helping or any(m.start <= word.start() < m.end for m in values):
            governed, article = False, ""
        elif word.start() in counts or numeral(word.group(), side.language):
            if not governed or closed:
                found = counted(counts.get(word.start()) or figure(word))
            closed, article = True, ""
        elif said in small.article | small.possessive:
            governed, article = governed and not closed, said
        elif term and (article or noun(term)) and not (term.attribute or term.territory):
            if not governed and (found is None or (article and not small.closing)):
                known = bool(article) and article not in small.indefinite | small.possessive
                found = Party(term, known, fresh=article in small.indefinite)
            closed, article = True, ""
        elif word.start() in names:
            closed = True
        elif said not in joining(side.language) and not is_content(word.group(), side.language):
            governed, closed, article = True, False, ""
    return found


def named_subjects(act: Mention, side: Side) -> list[Mention]:
    """Who is named before an act, behind no preposition: "Ida Lie was jailed"."""
    clause = clause_before(act, side)
    start = clause[0].start() if clause else act.start
    names = (m for m in side.sentence.names if m.kind is not Kind.PLACE and start <= m.start < act.start)
    return [m for m in names if m.start not in side.sentence.parts]


def numeral(word: str, language: str) -> bool:
    """Whether a word is a number by itself: "fourteen were arrested"."""
    return word.lower() not in slots(language).article and bool(numbers(word, language))


def figure(word: re.Match[str]) -> Mention:
    return Mention(Kind.QUANTITY, word.start(), word.end(), word.group(), Name(word.group()))


def opening_noun(clause: Sequence[re.Match[str]], act: Mention, side: Side) -> Term | None:
    """The one word before an act at a sentence's start, in a language that needs a subject: "Protesters threw eggs"."""
    small = slots(side.language)
    if len(clause) != 1 or small.closing or small.third or act.start - clause[0].end() > 1:
        return None
    term = side.term_at(clause[0].start())
    plural = term is not None and term.text.endswith("s") and term.text.lower() != term.lemma
    return term if term and plural and term.start == side.sentence.passage.start and not term.attribute else None


def is_told_of(clause: Sequence[re.Match[str]], language: str) -> bool:
    """Whether an act only says what its clause's subject is: "its task was to sell boats" sells none itself."""
    small, said = slots(language), [word.group().lower() for word in clause[-2:]]
    return len(said) > 1 and said[0] in small.copula and said[1] in small.of | small.to


def counted(count: Mention) -> Party:
    """Those whom a figure counts: nobody told before."""
    return Party(Term(count.start, count.end, count.text, str(count.value)), definite=False)


def own_object(act: Mention, side: Side) -> Party | None:
    """The noun or name right behind an act, with no preposition between; None where there is none.

    What is told apart by a name or an "of" of its own was not told before: "bought the brand Lund".
    """
    small = slots(side.language)
    names = {m.start: m for m in side.sentence.mentions if m.kind in NAME_KINDS}
    counts = {m.start: m for m in side.sentence.mentions if m.kind is Kind.QUANTITY}
    article = ""
    for word in side.words(act.end, act.end + OBJECT_REACH):
        said, term = word.group().lower(), side.term_at(word.start())
        if word.start() in names:
            name = names[word.start()]
            return Party(Term(name.start, name.end, name.text, str(name.value)), definite=False)
        if word.start() in counts:
            return counted(counts[word.start()])
        if said in small.article | small.possessive:
            article = said
        elif term and article and not (term.attribute or term.territory):
            behind = next(iter(side.words(term.end, term.end + LOOK_ASIDE)), None)
            named = behind is not None and (behind.start() in names or behind.group().lower() in small.of)
            return Party(term, article not in small.indefinite | small.possessive and not named)
        elif not term or not (term.attribute or term.territory):
            return None
    return None


OBJECT_REACH = 60
"""How many code points an act's object may take up with all that qualifies it."""


def topic_does(act: Mention, side: Side) -> bool:
    """Whether a pronoun for one person, or a verb alone, says who does an act: somebody whom the text told before."""
    topic, at, small = side.sentence.topic, side.sentence.pronoun, slots(side.language)
    if topic is None or at is None or passive(act, side):
        return False
    pronoun = Mention(Kind.PERSON, at.start, at.end, side.text[at.start : at.end], topic.value)
    beside = [*side.words(at.start - LOOK_ASIDE, at.start)[-1:], *side.words(at.end, at.end + LOOK_ASIDE)[:1]]
    plural = small.closing and any(word.group().endswith(tuple(small.several)) for word in beside)
    several = pronoun.text.lower() in small.they or plural
    return not several and (at.start == act.start or part(pronoun, act, side) == DOER)


LOOK_ASIDE = 16
"""How many code points beside a pronoun are searched for its verb."""


def noun(term: Term) -> bool:
    """Whether a word that no article precedes is known to name something, and no time ("then")."""
    names = any(CONCEPTS[id].kind not in ("time", "small") and id not in ORDERING for id in term.concepts)
    return names and not term.act and not term.attribute


ORDERING = frozenset({"before", "after", "first", "last"})


def noun_behind(act: Mention, side: Side) -> list[re.Match[str]]:
    """The word right behind a verb with its article, where that may be a subject's."""
    words = side.words(act.end, act.end + NOUN_REACH)[:2]
    return words if words and words[0].group().lower() in slots(side.language).nominative else []


NOUN_REACH = 40
"""How many code points an article and its noun may take up."""


def clause_before(act: Mention, side: Side) -> list[re.Match[str]]:
    """The words of an act's clause before it, without what is put in: "a man who stopped there pulled", "a, b, was"."""
    words = side.words(side.sentence.passage.start, act.start)
    relative = slots(side.language).relative
    ends = (breaks(side.language) | complementisers(side.language) | relative | set(",;:")) - joining(side.language)
    while True:
        at = next((n for n, word in reversed(list(enumerate(words))) if word.group().lower() in ends), None)
        if at is None:
            return words
        clause = words[at + 1 :]
        if words[at].group().lower() in relative and says(clause, side):
            words = words[:at]
        elif words[at].group() == "," and (comma := put_in(words[:at], clause, side)) is not None:
            words = words[:comma]
        else:
            return clause


def says(clause: Sequence[re.Match[str]], side: Side) -> bool:
    """Whether some words hold a verb of their own."""
    terms = [side.term_at(word.start()) for word in clause]
    return any(term.act and not nominal(mention_of(term), side) for term in terms if term)


def put_in(before: Sequence[re.Match[str]], clause: Sequence[re.Match[str]], side: Side) -> int | None:
    """The comma that opens what the next one closes right before a verb: "a work, a landscape, was sold".

    A clause with a verb of its own does so only behind "who" or the like.
    """
    if not before or any(is_content(word.group(), side.language) for word in clause):
        return None
    commas = (n for n, word in reversed(list(enumerate(before))) if word.group() == ",")
    comma = next(commas, None)
    if not comma:
        return None
    inside, small = before[comma + 1 :], slots(side.language)
    relative = {word.lstrip(",") for word in small.relative} | small.linking
    return comma if not says(inside, side) or (inside and inside[0].group().lower() in relative) else None


def joining(language: str) -> frozenset[str]:
    """The words that join two clauses or two nouns, and govern nothing: "and", not "with"."""
    return slots(language).together & breaks(language)
