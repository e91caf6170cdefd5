"""Each element of a claim against each place of a source that speaks of it, with how the two compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from factcheck.compare import UNLIKE, Comparison, Likeness, compare
from factcheck.lang.concepts import CONCEPTS, by_last_part, concepts, kinds, opposites
from factcheck.lang.fold import fold
from factcheck.lang.slots import slots
from factcheck.lang.wordlists import CONTINENTS, city_territory, continent
from factcheck.match.question import Element, Question, Role, Translation
from factcheck.match.whose.possessives import owns, possessive_of
from factcheck.model import Detail, Kind, Mention, Money, Name, Percent, Quantity, Relation, Value, ZoneName
from factcheck.names import NameLikeness, same_name
from factcheck.quotations import Quotation, find, spans
from factcheck.reading import COGNATE_PREFIX, NAME_KINDS, Reading, Sentence, Term
from factcheck.reading.casualties import BEFALLING
from factcheck.reading.side import Side
from factcheck.units import comparable


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that speaks of an element. `precise` says that it is at least as precise as the claim.

    `opposite` says that it states the opposite, `firm` that it does so right beside a value of the claim, `undone`
    that the claim denies the word whose opposite this is: both say the same. `converse` says that it tells the act from
    its other side ("sold" for "bought"), `other` that another one of the kind is spoken of ("the rival bank"),
    `instead` that it is given in the very place of what the claim gives ("moved from Olm to Brack").
    """

    sentence: int
    mention: Mention
    relation: Relation
    precise: bool = True
    opposite: bool = False
    why: str = ""
    firm: bool = False
    undone: bool = False
    converse: bool = False
    other: bool = False
    instead: bool = False

    @property
    def rank(self) -> tuple[bool, bool, bool, bool]:
        """Better hits sort first."""
        return (self.relation is Relation.CONFLICTS, self.other, not self.precise, self.relation is not Relation.EQUAL)


def first(hits: Iterable[Hit], *, conflicting: bool) -> Hit | None:
    return next((hit for hit in hits if (hit.relation is Relation.CONFLICTS) is conflicting), None)


Places = tuple[dict[int, tuple[Hit, ...]], ...]
"""For each element of a claim: the hits by sentence, best first."""


def places(question: Question, source: Reading) -> Places:
    """A dateline tells when the text was published, not when anything happened: it speaks of no element."""
    datelines = {s.number for s in source.sentences if s.passage.zone is ZoneName.DATELINE}
    return tuple(by_sentence(hits_of(element, question, source), datelines) for element in question.elements)


def by_sentence(hits: Iterable[Hit], without: set[int]) -> dict[int, tuple[Hit, ...]]:
    found: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.sentence not in without:
            found.setdefault(hit.sentence, []).append(hit)
    return {number: tuple(sorted(group, key=lambda hit: hit.rank)) for number, group in found.items()}


def hits_of(element: Element, question: Question, source: Reading) -> Iterator[Hit]:
    if element.quotation is not None:
        yield from quotation_hits(element.quotation, question, source)
    elif element.term is not None:
        one = of_one(element.term, question)
        for term in (element.term, *(alias_term(alias, element.term) for alias in element.aliases)):
            told = term_hits(term, source, named=element.term not in question.heads)
            told = (of_several(hit, source) for hit in told) if one else told
            yield from told if source.language != question.reading.language else of_sisters(told, term, source.language)
        for other in element.translations:
            yield from translation_hits(other, source)
    elif element.role is Role.NAME:
        quoting = any(e.quotation for e in question.elements)
        yield from name_hits(element, source, owning=owner(element, question), quoting=quoting)
    else:
        yield from value_hits(element.detail, question, source)


def quotation_hits(quotation: Quotation, question: Question, source: Reading) -> Iterator[Hit]:
    """The sentences that a quotation runs through: exact, as drift, or as drift that says something else."""
    language = source.language if source.language == question.reading.language else None
    for found in find(quotation, source.text, spans(source), language):
        said = Mention(Kind.TERM, found.start, found.end, text := source.text[found.start : found.end], Name(text))
        drift = Relation.CONFLICTS if found.turned else Relation.COMPATIBLE if found.drift else Relation.EQUAL
        why = f"other words: {found.drift}" if found.drift else ""
        why = f"{found.turned} ({why})" if found.turned else why
        for sentence in source.sentences:
            if sentence.passage.start < found.end and found.start < sentence.passage.end:
                yield Hit(sentence.number, said, drift, not found.drift, why=why)


def value_hits(detail: Detail, question: Question, source: Reading) -> Iterator[Hit]:
    tolerance = question.tolerance(detail.kind)

    def same_unit(mine: str, theirs: str) -> bool:
        return same_noun(mine, question.reading.language, theirs, source.language)

    claimed = [s for s in question.reading.sentences if s.passage.start <= detail.start < s.passage.end]
    ranked = following(claimed[0], detail.start) if claimed and detail.kind is Kind.ORDINAL else ()
    falls = detail.kind is Kind.PERCENT and any("fall" in t.concepts for s in claimed for t in s.terms)
    for sentence in source.sentences:
        for mention in sentence.mentions:
            if mention.kind not in NAME_KINDS and comparable(detail.value, mention.value):
                if ranked and not any(same_term(a, b) for a in ranked for b in following(sentence, mention.start)):
                    continue
                theirs = unsigned(mention.value) if falls else rateless(mention.value)
                found = compare(rateless(detail.value), theirs, tolerance, same_unit)
                if found.likeness is Likeness.UNLIKE and (
                    apposed(detail, mention, sentence, question, source)
                    or counts_one(terms_in(detail, claimed), terms_in(mention, [sentence]))
                ):
                    found = compare(detail.value, mention.value, tolerance, lambda *_: True)
                if found.likeness is Likeness.UNLIKE:
                    found = compare_people(detail.value, mention.value, tolerance, question, source.language)
                if found.likeness is not Likeness.UNLIKE:
                    yield Hit(
                        sentence.number, mention, relation(found), found.finer >= 0 and not found.loose, why=found.why
                    )


def rateless(value: Value) -> Value:
    """A value without that of which it is the price, which the words of each language tell: see `measures`."""
    return replace(value, per=None) if isinstance(value, Money) else value


def unsigned(value: Value) -> Value:
    """A negative percentage as that by which something fell: "sales fell in May (-2 %)"."""
    if not isinstance(value, Percent) or value.amount.high is None or value.amount.high >= 0:
        return value
    low, high = value.amount.low, value.amount.high
    return replace(value, amount=replace(value.amount, low=-high, high=None if low is None else -low))


def terms_in(value: Detail | Mention, sentences: Sequence[Sentence]) -> list[Term]:
    """The words that begin within a value and name a concept: "posti di lavoro" of "300 posti"."""
    return [t for s in sentences for t in s.terms if value.start <= t.start < value.end and t.concepts]


def counts_one(mine: Sequence[Term], theirs: Sequence[Term]) -> bool:
    """Whether two counts are of one thing that one of them names by two words: "nine crew members", "neuf marins"."""
    two = any(" " in term.text for term in (*mine, *theirs))
    return two and any(set(a.concepts) & set(b.concepts) for a in mine for b in theirs)


def apposed(detail: Detail, mention: Mention, sentence: Sentence, question: Question, source: Reading) -> bool:
    """Whether what a claim counts stands right behind the counted noun: "seven member states" are seven members."""
    if not isinstance(detail.value, Quantity) or not isinstance(mention.value, Quantity):
        return False
    behind = next((t for t in sentence.terms if t.start == mention.end + 1), None)
    unit = detail.value.unit
    return (
        behind is not None
        and not behind.act
        and same_noun(unit, question.reading.language, behind.lemma, source.language)
    )


def compare_people(mine: Value, theirs: Value, tolerance: Decimal, question: Question, language: str) -> Comparison:
    """Two counts of people of which one says "people" and the other what befell them, or what they are.

    "Six people died" is "six dead", and not "nine dead"; six policemen are six people, but nine people may be others,
    and six people may be six policemen.
    """
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return UNLIKE
    units = (set(concepts(mine.unit, question.reading.language)), set(concepts(theirs.unit, language)))
    if sum("people" in unit for unit in units) != 1:
        return UNLIKE
    other = next(unit for unit in units if "people" not in unit)
    found = compare(mine, theirs, tolerance, lambda *_: True)
    asked = {id for e in question.elements if e.term for id in e.term.concepts}
    asked |= {"die"} if "kill" in asked else set()
    if not BEFALLING.isdisjoint(other & asked):
        return found
    agrees = found.likeness in (Likeness.EQUAL, Likeness.COMPATIBLE)
    here = units[1] is other
    noun, spoken = (theirs.unit, language) if here else (mine.unit, question.reading.language)
    if not agrees or not (people(other) or noun.lower() in slots(spoken).persons):
        return UNLIKE
    return found if "people" in units[0] else replace(found, loose=True)


def people(ids: Iterable[str]) -> bool:
    """Whether concepts name people, or people by what they are."""
    return any(kind == "people" or CONCEPTS[kind].root == "person" for id in ids for kind in (id, *kinds(id)))


def following(sentence: Sentence, start: int) -> tuple[Term, ...]:
    """What is ranked: the first word after a rank that does not only qualify it ("the first official visit")."""
    return tuple(term for term in sentence.terms if term.start > start and not qualifies(term))[:1]


def qualifies(term: Term) -> bool:
    """Whether a word is the rank itself, a demonym, or an attribute."""
    return term.attribute or term.territory is not None or not RANKS.isdisjoint(term.concepts)


RANKS = frozenset({"first", "last"})


def same_term(a: Term, b: Term) -> bool:
    """Whether two words name one concept, are one word, or are kindred."""
    return bool(set(a.concepts) & set(b.concepts)) or a.lemma == b.lemma or cognate(a.lemma, b.lemma)


def relation(found: Comparison) -> Relation:
    return Relation(found.likeness.value)


@lru_cache(maxsize=1 << 14)
def same_noun(a: str, language_a: str, b: str, language_b: str) -> bool:
    """Whether two counted nouns, each a lemma of its language, name the same thing."""
    if not a or not b:
        return a == b
    shared = set(concepts(a, language_a)) & set(concepts(b, language_b))
    return bool(shared) or fold(a) == fold(b) or cognate(fold(a), fold(b))


@lru_cache(maxsize=1 << 16)
def cognate(a: str, b: str) -> bool:
    """Words of two languages, or of one family, alike enough to be one: "ministère" and "ministry"; never two codes."""
    if min(len(a), len(b)) < COGNATE_PREFIX or a[:COGNATE_PREFIX] != b[:COGNATE_PREFIX]:
        return False
    return JaroWinkler.similarity(a, b) >= 0.92 and not any(letter.isdigit() for letter in a + b)


def kindred(a: Term, b: Term) -> bool:
    """Cognates, unless both are known and mean other things: a country is no county, nor is monthly a month."""
    if any(CONCEPTS[id].kind == "time" for id in a.concepts):
        return False
    return cognate(a.lemma, b.lemma) and not (a.concepts and b.concepts and set(a.concepts).isdisjoint(b.concepts))


# --- names ---


NAME_RELATIONS = {
    NameLikeness.SAME: (Relation.EQUAL, ""),
    NameLikeness.SHORT: (Relation.EQUAL, "a shorter form of the name"),
    NameLikeness.VARIANT: (Relation.COMPATIBLE, "another spelling of the name"),
}


def owner(element: Element, question: Question) -> bool:
    claim, detail = question.reading, element.detail
    return owns(detail.start, detail.end, claim.text, claim.sentences)


def name_hits(element: Element, source: Reading, *, owning: bool = False, quoting: bool = False) -> Iterator[Hit]:
    """Where a name is told; a claim that quotes asks who says it, and not for whom an "I" stands."""
    wanted = [element.detail.value, *(Name(alias, tuple(fold(alias).split())) for alias in element.aliases)]
    for sentence in source.sentences:
        named = [rest for m in sentence.mentions if m.kind in NAME_KINDS for rest in compare_names(wanted, element, m)]
        found = [Hit(sentence.number, *rest) for rest in named]
        if not found:
            found += spelled_hits(element, sentence, source.text)
            found += opening_hits(wanted, element, sentence, source)
        yield from found
        if owning:
            yield from possessive_hits([hit.mention for hit in found], Side(sentence, source.text))
        if element.detail.kind is Kind.PLACE:
            yield from demonym_hits(str(element.detail.value), sentence)
        if not named or (speaks(sentence) and not quoting):
            yield from pronoun_hits(wanted, element, sentence, source.text, owning=owning)


def compare_names(
    wanted: Sequence[object], element: Element, mention: Mention
) -> Iterator[tuple[Mention, Relation, bool, bool, str]]:
    for name in wanted:
        if not isinstance(name, Name) or not isinstance(mention.value, Name):
            continue
        if Kind.PLACE in (element.detail.kind, mention.kind):
            likeness = compare_places(name, mention.value)
        else:
            likeness = NAME_RELATIONS.get(same_name(name, mention.value, kind=element.detail.kind))
        if likeness:
            said, why = likeness
            yield mention, said, said is Relation.EQUAL or "within" in why, False, why
            return


def speaks(sentence: Sentence) -> bool:
    """Whether a word of a sentence stands for somebody whom it names too, as who says it."""
    return sentence.topic is not None and sentence.passage.start <= sentence.topic.start < sentence.passage.end


def compare_places(claimed: Name, said: Name) -> tuple[Relation, str] | None:
    """A city lies within its territory: naming the city is finer than naming the country."""
    if claimed.name == said.name or (claimed.parts and claimed.parts == said.parts):
        return Relation.EQUAL, ""
    if city_territory(said.name) == claimed.name:
        return Relation.COMPATIBLE, f"{said.name} lies within {claimed.name}"
    if city_territory(claimed.name) == said.name:
        return Relation.COMPATIBLE, f"{said.name} holds {claimed.name}"
    if claimed.name in CONTINENTS and continent(said.name) == claimed.name:
        return Relation.COMPATIBLE, f"{said.name} lies within {claimed.name}"
    return None


def demonym_hits(territory: str, sentence: Sentence) -> Iterator[Hit]:
    for term in sentence.terms:
        if term.territory == territory:
            yield Hit(sentence.number, mention_of(term), Relation.EQUAL, why=BY_ADJECTIVE)


BY_ADJECTIVE = "by its adjective"
"""Why a demonym is heard where a claim names a land."""


def pronoun_hits(
    wanted: Sequence[object], element: Element, sentence: Sentence, text: str, *, owning: bool
) -> Iterator[Hit]:
    """A pronoun of the sentence that stands for the person; a "my" only where something of theirs is asked for."""
    at = sentence.pronoun
    if sentence.topic is None or at is None or element.detail.kind is Kind.PLACE:
        return
    if text[at.start : at.end].lower() in slots(sentence.language).first_owner and not owning:
        return
    for _ in compare_names(wanted, element, sentence.topic):
        said = Mention(element.detail.kind, at.start, at.end, text[at.start : at.end], sentence.topic.value)
        yield Hit(sentence.number, said, Relation.EQUAL, why=f"“{said.text}” stands for {sentence.topic.value}")


def possessive_hits(subjects: Sequence[Mention], side: Side) -> Iterator[Hit]:
    """A "its" or "her" that stands for the name."""
    for subject in subjects:
        if said := possessive_of(subject, side):
            yield Hit(side.sentence.number, said, Relation.EQUAL, why=f"“{said.text}”: of {subject.text}")


def spelled_hits(element: Element, sentence: Sentence, text: str) -> Iterator[Hit]:
    """A name that the recogniser did not see as one here, but whose words stand in the sentence one after the other."""
    parts = getattr(element.detail.value, "parts", ())
    if not parts or len("".join(parts)) < 3 or parts[0] not in sentence.words:
        return
    joined = " " + " ".join(sentence.words) + " "
    if f" {' '.join(parts)} " not in joined:
        return
    start = fold(text[sentence.passage.start : sentence.passage.end]).find(parts[0])
    at = sentence.passage.start + max(start, 0)
    end = min(at + len(element.detail.text), sentence.passage.end)
    longer = (m for m in sentence.mentions if m.kind is Kind.PLACE and m.start < at < m.end)
    if element.detail.kind in (Kind.PLACE, Kind.TERM) and any(longer):
        return  # "West Virginia" is not Virginia
    yield Hit(
        sentence.number, Mention(element.detail.kind, at, end, text[at:end], element.detail.value), Relation.EQUAL
    )


def opening_hits(wanted: Sequence[object], element: Element, sentence: Sentence, source: Reading) -> Iterator[Hit]:
    """A short form that opens the sentence, where a capital tells nothing: "Berg" of Anna Berg, "Lund" of Lund College.

    Not where the text writes the word small elsewhere, or names somebody else by it.
    """
    opening = sentence.terms[0] if sentence.terms and element.detail.kind in SHORTENED else None
    if opening is None or opening.named or opening.concepts or not opening.text[0].isupper():
        return
    said = Name(opening.text, (fold(opening.text),))
    if any(isinstance(name, Name) and short_for(said, name, element.detail.kind) for name in wanted):
        another = any(
            m.kind is Kind.PERSON
            and said.parts[0] in getattr(m.value, "parts", ())
            and not list(compare_names(wanted, element, m))
            for m in source.mentions
        )
        if not another and f" {opening.text.lower()} " not in source.text:
            mention = replace(mention_of(opening), kind=element.detail.kind, value=said)
            yield Hit(sentence.number, mention, Relation.EQUAL, why="a shorter form of the name")


SHORTENED = frozenset({Kind.PERSON, Kind.ORGANISATION})
"""Kinds whose names are cut to one word once they are known."""


def short_for(said: Name, full: Name, kind: Kind) -> bool:
    """Whether one word is a person's surname, or the own word that opens an organisation's name."""
    if kind is Kind.ORGANISATION and full.parts[:1] != said.parts:
        return False
    return len(full.parts) > 1 and same_name(said, full, kind=kind) is NameLikeness.SHORT


# --- words ---


def mention_of(term: Term) -> Mention:
    return Mention(Kind.TERM, term.start, term.end, term.text, Name(term.lemma, tuple(term.lemma.split())))


def alias_term(alias: str, term: Term) -> Term:
    """A word that the registry allows in place of a claim's own; of whatever language, it is taken as written."""
    return Term(term.start, term.end, alias, fold(alias))


def term_hits(term: Term, source: Reading, *, named: bool = True) -> Iterator[Hit]:
    """Places that name the same concept, a broader or narrower one, its opposite, or the same or a kindred word.

    Words inside names only where `named`: who lies in Orange County is no county.
    """
    seen: set[tuple[int, int]] = set()
    if term.territory:
        for sentence in source.sentences:
            for mention in sentence.mentions:
                if mention.kind is Kind.PLACE and str(mention.value) == term.territory:
                    yield Hit(sentence.number, mention, Relation.COMPATIBLE, why="by the name of the land")
    for key, relation, precise, opposite, why in term_keys(term):
        for place in source.where.get(key, ()):
            other = source.sentences[place[0]].terms[place[1]]
            if place in seen or (key.startswith("~") and not kindred(term, other)):
                continue
            if not named and in_name(other, source.sentences[place[0]]):
                continue
            if why == WIDER and key[1:] not in other.concepts:
                continue  # a sister: both are kinds of one thing
            if key.startswith("^") and excluded(term, other):
                continue  # "semi-final" is no final
            seen.add(place)
            if key[1:] in term.concepts and key[1:] not in other.concepts:
                why_narrower = f"“{other.text}” is a kind of “{term.text}”"
                yield Hit(place[0], mention_of(other), Relation.COMPATIBLE, why=why_narrower)
            else:
                yield Hit(place[0], mention_of(other), relation, precise, opposite, why)


def excluded(term: Term, other: Term) -> bool:
    """Whether what one word means is no kind of what another one does, though it is called after it."""
    return any(id in CONCEPTS[theirs].excludes for theirs in other.concepts for id in term.concepts)


def of_one(term: Term, question: Question) -> bool:
    """Whether a claim tells of one person, where a language has one word for "a" and "one": "un mort"."""
    small, before = slots(question.reading.language), question.reading.text[: term.start].lower().split()[-1:]
    one = small.indefinite if small.one & small.indefinite else frozenset()
    said = bool(before) and before[0] in one and not before[0].endswith("s")
    return said and (people(term.concepts) or not BEFALLING.isdisjoint(term.concepts))


def of_several(hit: Hit, source: Reading) -> Hit:
    """A hit that is marked where the source counts more than one: "trois morts" are not "un mort"."""
    for m in source.sentences[hit.sentence].mentions:
        low = m.value.amount.low if isinstance(m.value, Quantity) else None
        if low is not None and low > 1 and m.start <= hit.mention.start < m.end:
            return replace(hit, other=True, why=f"“{m.text}”, not one")
    return hit


def of_sisters(hits: Iterable[Hit], term: Term, language: str) -> Iterator[Hit]:
    """The hits, those of another compound with the same last part no more than of a wider word."""
    for hit in hits:
        sister = sisters(term, hit.mention, language)
        yield replace(hit, relation=Relation.COMPATIBLE, precise=False, why=WIDER) if sister else hit


def sisters(mine: Term, theirs: Mention, language: str) -> bool:
    """Whether two compounds have but their last part in common, and are known by that alone: "Tabaksteuer"."""
    a, b = fold(mine.lemma), fold(str(theirs.value))
    if a[:SAME_PART] == b[:SAME_PART] or a.endswith(b) or b.endswith(a):
        return False
    return all(by_last_part(word, language) for word in (mine.text, theirs.text))


SAME_PART = 4
"""How many letters at the start of two compounds show that their first parts are akin ("Straßenbahn")."""


def in_name(term: Term, sentence: Sentence) -> bool:
    """Whether a word is but one of a longer name: "County" of Orange County."""
    names = (m for m in sentence.mentions if m.kind in NAME_KINDS)
    return any(m.start <= term.start and term.end <= m.end and m.end - m.start > term.end - term.start for m in names)


SUCCESSIVE = frozenset(
    (
        "buy sell borrow lend arrive leave enter stay ask answer propose suspend resume start end open close "
        "export import kill die be-born save-life attack defend invade withdraw-troops occupy liberate deploy "
        "arrest release kidnap imprison appoint dismiss hire take-office resign marry divorce join "
        "leave-organisation find hide show earn spend pause fill empty-act before after hope fear remember forget "
        "escape morning evening first last"
    ).split()
)
"""Concepts whose opposite may be as true of the same thing, at another time: who left had arrived."""


BEFORE_AND_AFTER = frozenset({"before", "after"})

COMPARING = frozenset({"higher", "lower-than", "maximum", "minimum"})
"""Attributes that say on which side of something a thing is; other attributes may be left out."""


WIDER = "a wider word"

DONE_BY = {
    "author": ("write",),
    "write": ("author",),
    "painter": ("paint",),
    "buyer": ("buy",),
    "buy": ("buyer",),
    "seller": ("sell",),
    "sell": ("seller",),
    "work-act": ("employee",),
    "employ": ("employee",),
    "obtain": ("laureate",),
    "win": ("laureate",),
    "laureate": ("win", "obtain"),
    "lead": ("president", "director", "head-chief", "chairperson", "coordinate"),
}
"""What somebody does of whom a noun tells, and the noun for who does something."""


def translation_hits(wanted: Translation, source: Reading) -> Iterator[Hit]:
    """Places that hold the word which a dictionary gives; it knows no context: they are no more than compatible."""
    for number, place in source.where.get(wanted.lemma, ()):
        said = mention_of(source.sentences[number].terms[place])
        yield Hit(number, said, Relation.COMPATIBLE, why=f"by the dictionary {wanted.dictionary}")


def term_keys(term: Term) -> Iterator[tuple[str, Relation, bool, bool, str]]:
    """`(key, relation, precise, opposite, why)` of everything that speaks of a term, the closest first."""
    yield term.lemma, Relation.EQUAL, True, False, ""
    for id in term.concepts:
        yield "@" + id, Relation.EQUAL, True, False, ""
    for id in term.concepts:
        for done in DONE_BY.get(id, ()) if not (term.office and CONCEPTS[id].kind == "act") else ():
            yield "@" + done, Relation.COMPATIBLE, True, False, "who does it, and what is done"
        for wider in sorted(kinds(id)):
            yield "@" + wider, Relation.COMPATIBLE, False, False, WIDER
        for other in sorted(opposites(id)):
            yield "@" + other, Relation.CONFLICTS, True, True, f"the opposite of “{term.text}”"
    for key in (term.lemma, *("@" + id for id in term.concepts)):
        yield "^" + key, Relation.COMPATIBLE, True, False, "a kind of it"
    if term.territory:
        yield "#" + term.territory, Relation.EQUAL, True, False, ""
    yield "~" + term.lemma[:COGNATE_PREFIX], Relation.EQUAL, True, False, "a kindred word"
