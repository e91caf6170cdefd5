"""Who is somebody's what: "a subsidiary of Tavira" is said of no company that Tavira only audits.

A claim says of whom somebody is the friend, the deputy or the owner. A sentence may name both, and leave open whose
friend it tells of, or tell of somebody else's: "Berg met the adviser Ek", "Berg met Ek, an adviser to Lund".
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.values import PLACE
from factcheck.lang.concepts import CONCEPTS, kinds
from factcheck.lang.slots import slots
from factcheck.match.hits import Places, mention_of
from factcheck.match.question import Element, Question
from factcheck.match.whose.exchanges import MUTUAL_TIES
from factcheck.match.whose.owners import claimed_as_theirs
from factcheck.match.whose.parties import Row
from factcheck.match.whose.parts import marking
from factcheck.match.whose.possessives import possessive_before
from factcheck.model import Mention
from factcheck.reading import Term
from factcheck.reading.side import OWNS, Side
from factcheck.reading.voice import names_doer, nominal


def owned_otherwise(rows: list[Row], question: Question, side: Side, found: Places) -> Iterator[tuple[int, None]]:
    """Those whose friend, deputy or owner a claim tells of, where the sentence says nobody's, or another's."""
    number = side.sentence.number
    claimed = [Side(sentence, question.reading.text) for sentence in question.reading.sentences]
    for place, owner in rows:
        things = [(thing, claim.language) for claim in claimed if (thing := claimed_as_theirs(owner, claim))]
        nouns = [noun for noun, language in things if of_somebody(noun, language)]
        said = [h.mention for n, e in rows if told_by(e, nouns) for h in found[n].get(number, ())]
        telling = [noun for noun in said if tells_whose(noun, nouns, side)]
        here = [hit.mention for hit in found[place].get(number, ())]
        if telling and here and all(party(m, side) and not any(belongs(n, m, side) for n in said) for m in here):
            yield place, None


def of_somebody(noun: Term, language: str) -> bool:
    """Whether a noun tells what somebody, or a company, is to another."""
    wider = {kind for id in noun.concepts for kind in (id, *kinds(id))}
    telling = "company" in wider or any(CONCEPTS[id].kind == "relation" for id in wider)
    return not noun.act and (telling or names_doer(noun, language))


def told_by(element: Element, nouns: list[Term]) -> bool:
    return any(element.detail.start <= noun.start < element.detail.end for noun in nouns)


def party(owner: Mention, side: Side) -> bool:
    """Whether somebody is named for themselves, or as whom something is done with or to, and not as a place."""
    return marking(owner, side) in ("", "by", "to")


def tells_whose(noun: Mention, claimed: list[Term], side: Side) -> bool:
    """Whether a noun is told to be of something, or nothing in its sentence tells more of whose it is."""
    behind = side.words(noun.end, side.sentence.passage.end)[:1]
    if behind and behind[0].group().lower() in slots(side.language).of:
        return all(MUTUAL_TIES.isdisjoint(term.concepts) for term in claimed)
    return all(TYING.isdisjoint(term.concepts) for term in side.sentence.terms)


def belongs(noun: Mention, owner: Mention, side: Side) -> bool:
    """Whether a sentence may say of a noun whose it is: "Tavira's subsidiary", "the coach of Lund", "its owner"."""
    small, sentence = slots(side.language), side.sentence
    first, last = sorted((owner, noun), key=PLACE)
    had = not (small.whose | small.have).isdisjoint(w.group().lower() for w in side.words(0, sentence.passage.end))
    if OWNS.match(side.text, owner.end) or last.start < first.end or had or possessive_before(noun, side) is not None:
        return True
    leading = [word.group().lower() for word in side.words(first.end, last.start)]
    if first is owner:
        return all(word[0].isalpha() or word in HYPHENS for word in leading) and parting(side).isdisjoint(leading)
    leading += [word.group().lower() for word in side.words(noun.start, noun.end)[1:]]  # "fille de" is one word
    between = (term for term in sentence.terms if first.end <= term.start < last.start and term.verbal)
    leads = small.of | small.party | small.place | small.employed
    return not leads.isdisjoint(leading) and all(nominal(mention_of(term), side) for term in between)


def parting(side: Side) -> frozenset[str]:
    """The small words that no noun beside another has between: "Lund mayor", but "Lund and the mayor"."""
    small = slots(side.language)
    return small.article | small.together | small.stop | small.of | small.party | small.place


HYPHENS = frozenset("-‐‑")

TYING = frozenset(
    {
        "appoint", "buy", "become", "create", "elect", "employ", "employment", "govern", "hire", "join", "lead",
        "manage", "merge", "name-call", "owner", "play-sport", "represent", "takeover",
    }
)  # fmt: skip
"""What ties somebody to whom they are something of: whom a club hires as a coach is its coach."""
