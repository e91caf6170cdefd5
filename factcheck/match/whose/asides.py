"""Whose deed a clause or a participle tells that only belongs to a noun: that noun's, and not the sentence's subject's.

"Berg thanked the nurse who left", "Berg mourned his brother, killed in May", "Berg let his brother sell the mill":
the nurse left, the brother was killed and sold the mill. In "Berg knows who left" it is not told who did.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from factcheck.extract import numbers
from factcheck.lang.concepts import CONCEPTS
from factcheck.lang.mood import participle, postposed
from factcheck.lang.slots import Slots, slots
from factcheck.match.look import Look
from factcheck.match.question import Element
from factcheck.match.whose.parts import DECLINED, marking
from factcheck.match.whose.roles import APPOINTING
from factcheck.match.whose.theirs import Asked, antecedent, asked, may_tell, verb_group
from factcheck.model import Kind, Mention, Span
from factcheck.reading import HEAD_LAST, Term, Word, words_of
from factcheck.reading.side import OWNS, Side
from factcheck.reading.voice import names_doer

Heads = tuple[int, int]
"""Where the noun phrase begins to which an aside belongs, and where its noun stands."""


def of_a_noun_beside(look: Look) -> Iterator[int]:
    """What a claim says of its subject, where the sentence says it in an aside of another noun only."""
    claim = asked(look.question)
    if claim is None or claim.key not in look.here:
        return
    hit, keys, subject = look.hits[claim.key], look.stands(claim.key), subjects(look, claim)
    if hit is None or hit.converse or hit.opposite or not keys or not subject:
        return
    words = words_of(look.text, look.sentence.passage)
    if all(told_of_another(look, claim, key, subject, words) for key in keys):
        yield claim.key


def subjects(look: Look, claim: Asked) -> list[Span]:
    """Where the claim's subject, or a pronoun that stands for it, stands by itself: no owner, behind no preposition."""
    side, here = Side(look.sentence, look.text), [m for n in claim.subject for m in look.stands(n)]
    if not here and look.sentence.pronoun:
        return [look.sentence.pronoun]
    return [Span(m.start, m.end) for m in here if not OWNS.match(look.text, m.end) and not marking(m, side)]


def told_of_another(look: Look, claim: Asked, key: Mention, subject: Sequence[Span], words: Sequence[Word]) -> bool:
    """Whether an act is told of a noun that a verb or a preposition parts from the claim's subject before it."""
    head = head_of(look, claim, key, words)
    if head is None:
        return False
    start, noun = head
    ahead = [span for span in subject if span.end <= start]
    return not asked_for(noun, look) and any(parted(look, span, start, words) for span in ahead)


def asked_for(noun: int, look: Look) -> bool:
    """Whether a claim speaks of a noun itself."""
    here = (hit for hits in look.found for hit in hits.get(look.sentence.number, ()))
    return any(hit.precise and hit.mention.start == noun for hit in here)


def head_of(look: Look, claim: Asked, key: Mention, words: Sequence[Word]) -> Heads | None:
    """The noun to which the aside belongs that tells an act; None where it tells of none, or is no aside."""
    small = look.small
    at = next((n for n, word in enumerate(words) if word[1] == key.start), 0)
    own = verb_group(words, at, small)
    while own and words[own - 1][0].lower().rstrip("'’") in small.reflexive:
        own -= 1
    before = words[own - 1][0].lower() if own else ""
    alone = own == at and set_apart(key, claim, look)
    if before in small.asking and own > 1 and verbal(look, words[own - 2]):
        return words[own - 1][1], words[own - 1][1]
    if before in small.linking and own > 1:
        comma = words[own - 2][0] == ","
        whole = [look.element(n) for n in claim.subject] if comma else []
        return noun_before(look, words, own - 1 - comma, whole=whole) or thing_before(look, words, own - 2)
    if alone and before == ",":
        return noun_before(look, words, own - 1, [look.element(n) for n in claim.subject])
    if (alone or (own == at and unfinished(key, look))) and antecedent(look, key) is None:
        return noun_before(look, words, own)
    if before in small.whence and key.text.endswith(tuple(small.doing)):
        return noun_before(look, words, own - 1)
    return german(look, key, words, at) if small.closing else None


def set_apart(key: Mention, claim: Asked, look: Look) -> bool:
    """Whether an act is a participle by its form; where that is its past too, only of what is suffered."""
    language, term = look.sentence.language, Side(look.sentence, look.text).term_at(key.start)
    if term is not None and term.somebody:
        return False  # "named employee of the month"
    return postposed(key.text, language) or (
        claim.suffered and not look.small.closing and participle(key.text, language)
    )


def unfinished(key: Mention, look: Look) -> bool:
    """Whether an act is an infinitive: "let him sell", "l'a laissé vendre"."""
    if look.small.closing:
        return False
    if look.sentence.language in BARE:
        term = Side(look.sentence, look.text).term_at(key.start)
        return term is not None and key.text == term.lemma
    return key.text.endswith(tuple(look.small.doing))


BARE = frozenset({"en"})
"""Languages whose infinitive is the bare verb."""


def verbal(look: Look, word: Word) -> bool:
    """Whether a word is a verb: "knows", in "knows who left"."""
    term = Side(look.sentence, look.text).term_at(word[1])
    return term is not None and term.verbal


def is_somebody(term: Term) -> bool:
    """Whether a word names people, or a body that acts as they do."""
    bodies = any(CONCEPTS[id].kind in ("office", "relation", "institution") for id in term.concepts)
    return not term.act and (term.somebody or bodies)


def is_body(term: Term) -> bool:
    return not term.somebody and any(CONCEPTS[id].kind == "institution" for id in term.concepts)


def is_their_own(words: Sequence[Word], place: int, term: Term, language: str) -> bool:
    """Whether a noun is somebody's own, and may be somebody for all that is known of it: "his deputy"."""
    led = place > 0 and words[place - 1][0].lower() in slots(language).possessive
    return led and (not term.concepts or names_doer(term, language))


def noun_before(
    look: Look, words: Sequence[Word], end: int, of: Sequence[Element] = (), whole: Sequence[Element] = ()
) -> Heads | None:
    """Somebody whose noun phrase ends before a word, what it is of put behind: "the head of the local bank".

    `of` is what it must be of the kind of: beside a man's house, who "is accompanied" is the man. Of another kind than
    `whole`, what a noun is of is not meant: "Berg, delegate of the union, who".
    """
    small, side = look.small, Side(look.sentence, look.text)
    for place in reversed(range(max(0, end - PHRASE), end)):
        word, start, close = words[place]
        term = next((t for t in look.sentence.terms if t.start <= start < t.end), None)
        name = next((m for m in look.sentence.mentions if m.start <= start < m.end and m.kind in BODIES), None)
        if name:
            return (name.start, name.start) if alike(name.kind, of) and name in look.strangers else None
        somebody = term and not term.named and (is_somebody(term) or is_their_own(words, place, term, side.language))
        if term and somebody and place and qualifies(words[place - 1], term, side):
            return phrase_start(words, place - 1, look), words[place - 1][1]
        if term and somebody and not (place and of_another_kind(words[place - 1], term, whole, small)):
            kind = Kind.ORGANISATION if is_body(term) else Kind.PERSON
            return (phrase_start(words, place, look), term.start) if alike(kind, of) else None
        plain = word.lower() in small.of | small.article or (term and not term.act and close == term.end)
        if not plain or side.text[start] in ",;:":
            return None
    return None


def thing_before(look: Look, words: Sequence[Word], place: int) -> Heads | None:
    """What is nobody, right before a clause that tells which one is meant: "a deal that expires"."""
    term = Side(look.sentence, look.text).term_at(words[place][1])
    if term is None or term.named or not may_tell(term) or is_somebody(term):
        return None
    return phrase_start(words, place, look), term.start


def qualifies(before: Word, term: Term, side: Side) -> bool:
    """Whether a body only tells what the noun before it is: "déléguée syndicale"."""
    noun = side.term_at(before[1])
    return side.language not in HEAD_LAST and is_body(term) and noun is not None and not noun.act


def of_another_kind(before: Word, term: Term, whole: Sequence[Element], small: Slots) -> bool:
    """Whether a noun behind "of" is a body, where somebody is looked for: "delegate of the union"."""
    led = before[0].lower() in small.of
    return led and bool(whole) and is_body(term) and not alike(Kind.ORGANISATION, whole)


BODIES = frozenset({Kind.PERSON, Kind.ORGANISATION})

PHRASE = 6
"""How many words a noun may have behind it that tell which one it is ("the minister of foreign affairs")."""


def alike(kind: Kind, subject: Sequence[Element]) -> bool:
    """Whether a noun is of the kind of a claim's subject: both somebody, or both a body."""
    kinds = {
        Kind.PERSON if e.detail.kind is Kind.PERSON or (e.term and e.term.somebody) else e.detail.kind for e in subject
    }
    return not kinds or kind in kinds


def phrase_start(words: Sequence[Word], noun: int, look: Look) -> int:
    """Where the noun phrase begins of which a word is the noun: at its article, "his" or what it is like."""
    side, small = Side(look.sentence, look.text), look.small
    opening = small.article | small.possessive | {"'", "’", "s"}
    owners = [m for m in look.sentence.mentions if OWNS.match(look.text, m.end)]

    def belongs(word: Word) -> bool:
        term = side.term_at(word[1])
        owning = any(m.start <= word[1] < m.end for m in owners) or bool(term and OWNS.match(look.text, term.end))
        like = term is not None and (term.attribute or bool(term.territory))
        return word[0].lower() in opening or owning or like or bool(numbers(word[0], side.language))

    before = list(takewhile(belongs, reversed(words[:noun])))
    first = noun - len(before)
    ahead = [word[0].lower() for word in words[max(0, first - 3) : first]]
    if ahead[:1] == [","] and ahead[1] in small.one and ahead[2] in small.of:  # "Berg, one of the three managers"
        first -= 2
    return words[first][1]


def parted(look: Look, subject: Span, start: int, words: Sequence[Word]) -> bool:
    """Whether what begins at a place is none of what the subject is: no "Berg, the nurse", "Berg is the nurse"."""
    small, side = look.small, Side(look.sentence, look.text)
    between = [word for word in words if subject.end <= word[1] < start]
    if not between:
        return False
    terms = [term for word in between if (term := side.term_at(word[1]))]
    being = between[0][0].lower() in small.copula and not any(map(is_somebody, terms))
    led, said = side.term_at(between[-1][1]), between[-1][0].lower()
    holds = led is not None and not BECOMING.isdisjoint(led.concepts)
    return not (being or holds or said in {",", "(", ":", "–"} | small.copula | small.naming | small.together)


BECOMING = APPOINTING - {"succeed-in-office"}
"""Acts behind which a noun tells what somebody is: "Berg became the first woman who"."""


def german(look: Look, key: Mention, words: Sequence[Word], at: int) -> Heads | None:
    """The noun of a German aside, whose verb closes its clause, or stands as a participle before its noun."""
    small = look.small
    behind = Side(look.sentence, look.text).term_at(words[at + 1][1]) if at + 1 < len(words) else None
    if behind and is_somebody(behind) and key.text.islower() and key.text.endswith(DECLINED):
        return phrase_start_of(words, at, look), behind.start
    opened = next((n for n in range(at - 1, 1, -1) if words[n - 1][0] == ","), None)
    if opened is None or words[opened][0].lower() not in small.nominative - small.indefinite:
        return None
    inner = words[opened + 1 : at]
    names = {m.start for m in look.sentence.mentions if m.kind in BODIES}
    own = small.masculine | small.pronoun
    if any(word.lower() in own or start in names for word, start, _ in inner):
        return None  # "die er ernannt hatte"
    return noun_before(look, words, opened - 1)


def phrase_start_of(words: Sequence[Word], at: int, look: Look) -> int:
    """Where the noun phrase of a participle before its noun begins: "seinem im März verstorbenen Vater"."""
    opening = look.small.article | look.small.possessive
    ahead = (word for word in reversed(words[max(0, at - PHRASE) : at]) if word[0].lower() in opening)
    return next(ahead, words[at])[1]
