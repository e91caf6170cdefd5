"""Whom or what the noun means that opens a sentence: "the player", "the 24-year-old", "the company", "his wife".

It is the one of its kind that the sentences before tell of. Where they tell of two nobody can say which one is meant,
and neither of them is lent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import dropwhile, takewhile

from factcheck.lang.concepts import CONCEPTS
from factcheck.lang.slots import slots
from factcheck.match.whose.calls import calling, kin, one_name
from factcheck.model import Duration, Kind, Mention, Name, Span
from factcheck.reading import TELLING, Reading, Sentence, Term, gender_of
from factcheck.reading.genders import Gender, disagree, of_article, of_pronoun, of_words
from factcheck.reading.groups import several
from factcheck.reading.lives import AGED
from factcheck.reading.side import Side

LAST_TOLD = 2
"""How many sentences of one paragraph are searched for whom the noun of the next sentence may mean."""


class Sort(Enum):
    """What is asked for: somebody ("the man"), a body ("the firm"), or whose relative somebody is ("his wife")."""

    SOMEBODY = auto()
    BODY = auto()
    OWNER = auto()


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that tells of its subject no more than the kind; its `term` is None where that is an age alone.

    `fresh` says that it is somebody else than was told of: "a 24-year-old", "the other man", "the man with the knife".
    """

    sort: Sort
    place: Span
    term: Term | None = None
    gender: Gender | None = None
    aged: bool = False
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody or something told before: the names, the nouns for it, and where in which sentence they stand.

    `fresh` says that an article tells that it was not told before: "a player" is none of the players told so far.
    `aside` is a noun that only tells of another, behind a preposition: by the next sentence, which names somebody, it
    is forgotten.
    """

    names: tuple[Mention, ...]
    nouns: tuple[Term, ...]
    gender: Gender | None
    places: tuple[tuple[int, Span], ...]
    fresh: bool = False
    aside: bool = False

    def at(self, number: int, mention: Mention) -> bool:
        return any(number == n and place.start <= mention.start < place.end for n, place in self.places)


@dataclass(frozen=True, slots=True)
class Meant:
    """A noun with the one that it means, None where that cannot be told; `others` are those whom it need not mean."""

    noun: Noun
    one: Told | None
    others: tuple[Told, ...]

    def is_of(self, number: int, mention: Mention) -> bool:
        """Whether a word or a name of a sentence before is of the one that the noun means."""
        return self.one is not None and self.one.at(number, mention)

    def is_of_another(self, number: int, mention: Mention) -> bool:
        return any(told.at(number, mention) for told in self.others)


def meant(sentence: Sentence, source: Reading, depth: int = LAST_TOLD) -> Meant | None:
    """Whom the noun means that opens a sentence; None where there is no such noun, or nothing for it to mean."""
    noun = opening_noun(Side(sentence, source.text))
    if noun is None:
        return None
    recent = source.sentences[max(0, sentence.number - LAST_TOLD) : sentence.number]
    last = [s.passage.paragraph for s in recent[-1:] if sentence.passage.paragraph - s.passage.paragraph in (0, 1)]
    before = [s for s in recent if s.passage.paragraph in last]
    each = [[*told_in(s, source, noun, depth)] for s in before]
    if each and any(one.names for one in fitting(noun, each[-1])):
        each[:-1] = [[one for one in told if not one.aside] for told in each[:-1]]
    told = joined([one for told in each for one in told])
    fits = [] if noun.fresh else fitting(noun, told)
    one = fits[0] if len(fits) == 1 and certain(fits[0], noun) else None
    thing = noun.term is not None and noun.sort is Sort.BODY and not of_sort(noun.term, Sort.BODY)
    others = () if thing else tuple(other for other in told if other is not one)
    people = [one for one in told if one.names and not disagree(noun.gender, one.gender)]
    either = noun.sort is Sort.SOMEBODY and len(people) > 1  # "the striker", of two who are not called so
    return Meant(noun, one, others) if fits or noun.aged or noun.fresh or either else None


def fitting(noun: Noun, told: Sequence[Told]) -> list[Told]:
    """Those whom a noun may mean: whoever is called so, and by an age alone or by "the man" anybody.

    What is called nothing may be a company, but no singer, unless an age tells that somebody known is meant; a body
    without a name comes back by the same noun: "a bank" is no "the company" beside "the firm Lund".
    """
    rest = [one for one in told if not disagree(noun.gender, one.gender)]
    if noun.term is None or noun.sort is Sort.OWNER or not ANYBODY.isdisjoint(noun.term.concepts):
        return rest
    called = [one for one in rest if any(kin(noun.term, term) for term in one.nouns)]
    alike = [one for one in called if any(noun.term.lemma == term.lemma for term in one.nouns)]
    uncalled = [one for one in rest if one not in called and not any(of_sort(term, noun.sort) for term in one.nouns)]
    if noun.sort is Sort.BODY:
        many = not MANY.isdisjoint(noun.term.concepts)
        named = [one for one in (*called, *(uncalled if many else ())) if one.names]
        return alike or named or called
    plays = any(CONCEPTS[id].kind in PARTS for id in noun.term.concepts)
    return called or (uncalled if noun.aged and plays else [])


MANY = frozenset(
    "company bank airline university school hospital political-party ngo news-agency agency association organisation "
    "foundation-body institute academy group-body club team".split()
)
"""Bodies of which there are many: with "the" they are those told before."""

PARTS = frozenset({"sport", "culture"})
"""Kinds of what people are by the part that they play in a game or a work."""

ANYBODY = frozenset({"man", "woman", "person", "people", "young-person", "elderly"})
"""Concepts of nouns that may be anybody: "the man"."""


def of_sort(term: Term, sort: Sort) -> bool:
    """Whether a noun names a body, or somebody, as is asked for."""
    body = any(CONCEPTS[id].kind == "institution" or CONCEPTS[id].root == "organisation" for id in term.concepts)
    body = body or not MANY.isdisjoint(term.concepts)
    return body if sort is Sort.BODY else not body and (term.somebody or not PEOPLE.isdisjoint(term.concepts))


PEOPLE = frozenset({"owner", "victim", "cyclist", "person", AGED})
"""Concepts of people that the table keeps elsewhere."""


def certain(told: Told, noun: Noun) -> bool:
    """Whether it is somebody, or a body, and not only a word that may be."""
    people = any(m.kind is Kind.PERSON for m in told.names) and not (told.nouns and noun.sort is Sort.BODY)
    named = bool(told.names) and people is not (noun.sort is Sort.BODY)
    alike = any(noun.term and noun.term.lemma == term.lemma for term in told.nouns)
    return named or alike or any(of_sort(term, noun.sort) for term in told.nouns)


# --- the noun that opens a sentence ---


def opening_noun(side: Side) -> Noun | None:
    """The noun that a sentence opens with, behind "the" or "his", where nothing beside it tells which one it is."""
    small = slots(side.language)
    words = [w for w in side.words(side.sentence.passage.start, side.sentence.passage.end) if w.group() not in QUOTES]
    rest = [*dropwhile(lambda w: w.group().lower() in small.together | small.contrast, words)]
    led = [*takewhile(lambda w: w.group().lower() in small.article | small.possessive, rest)]
    said = [word.group().lower() for word in led]
    if not said:
        return None
    spans = ages(side)
    like = [*takewhile(lambda w: w.group().lower() in small.other or qualifies(w, side, spans), rest[len(led) :])]
    fresh = not small.indefinite.isdisjoint(said) or any(w.group().lower() in small.other for w in like)
    aged = any(span.start <= w.start() < span.end for w in like for span in spans)
    head = next(iter(rest[len(led) + len(like) :]), None)
    term = (side.term_at(head.start()) if head else None) or side.term_at(led[-1].start())
    if owning := [word for word in said if word in small.possessive]:
        return relative_of(term, owning[0], side) if term else None
    gender = of_article(said[-1], side.language)
    if term and tells_age(term, small.ager):
        return Noun(Sort.SOMEBODY, Span(term.start, term.end), gender=gender, aged=True, fresh=fresh)
    if term and (of_sort(term, Sort.SOMEBODY) or not aged or (term.concepts and not term.verbal)):
        noun = headed(term, said[-1], side, aged=aged)
        if fresh and noun and not of_sort(term, noun.sort):
            return None  # "a fire"
        return replace(noun, fresh=noun.fresh or fresh) if noun else None
    place = Span(like[0].start(), like[-1].end()) if aged else None
    return Noun(Sort.SOMEBODY, place, gender=gender, aged=True, fresh=fresh) if place else None


QUOTES = frozenset('"“”„«»‘’—–-•')


def ages(side: Side) -> list[Span]:
    """Where a sentence tells somebody's age: "24-year-old", "46 Jahre alt", "46enne"."""
    years = [m for m in side.sentence.mentions if isinstance(m.value, Duration) and m.value.unit == "Y"]
    told = [t for t in side.sentence.terms if AGED in t.concepts]
    return [Span(m.start, max([m.end, *(t.end for t in told if m.start <= t.start <= m.end)])) for m in years]


def qualifies(word: re.Match[str], side: Side, spans: Sequence[Span]) -> bool:
    """Whether a word before a noun only says what it is like, or how old."""
    term = side.term_at(word.start())
    aged = any(span.start <= word.start() < span.end for span in spans)
    return aged or (term is not None and (term.attribute or term.territory is not None))


def tells_age(term: Term, endings: frozenset[str]) -> bool:
    """Whether a noun names somebody by the age alone: "la ventunenne", "le quinquagénaire"."""
    return not term.concepts and term.text.lower().endswith(tuple(endings))


def relative_of(term: Term, possessive: str, side: Side) -> Noun | None:
    """The one of whose relative a sentence tells first: "his wife"; None for what several have."""
    relative = any(CONCEPTS[id].kind == "relation" for id in term.concepts) and not {"owner"} & set(term.concepts)
    if not relative or possessive in slots(side.language).theirs:
        return None
    return Noun(Sort.OWNER, Span(term.start, term.end), term, of_pronoun(possessive, side.language))


def headed(term: Term, article: str, side: Side, *, aged: bool) -> Noun | None:
    """A noun of somebody or a body, if neither a name behind it nor "of the mill" tells which one it is; one only."""
    small = slots(side.language)
    behind = [*side.words(term.end, side.sentence.passage.end)[:1]]
    old = any(0 <= span.start - term.end <= AGE_BEHIND for span in ages(side))
    names = {m.start for m in side.sentence.names}
    names |= {t.start for t in side.sentence.terms if unknown_name(t)}
    telling = small.leading | small.governing | small.of | small.relative | small.other
    if several(term.text, term.lemma, term.concepts, article, side.language) or any(w.start() in names for w in behind):
        return None
    sort = Sort.SOMEBODY if of_sort(term, Sort.SOMEBODY) else Sort.BODY
    noun = Noun(sort, Span(term.start, term.end), term, of_noun(term, article, side.language), aged=aged or old)
    if old or not any(word.group().lower() in telling for word in behind):
        return noun
    return None if ANYBODY.isdisjoint(term.concepts) else replace(noun, fresh=True)


AGE_BEHIND = 4
"""How many code points may lie between a noun and its age ("l'homme de 51 ans", "el jugador, de 24 años")."""


def of_noun(term: Term, article: str, language: str) -> Gender | None:
    """Whether a noun is a woman's or a man's, by what it means or by its article; of "la victime" nobody knows."""
    if (told := of_words(term.concepts)) or not term.somebody or not EITHER.isdisjoint(term.concepts):
        return told
    return of_article(article, language)


EITHER = frozenset("person people victim celebrity guard tour-guide child hostage recipient soldier band".split())
"""Concepts of nouns that have one gender in a language, whoever is meant."""


# --- whom the sentences before tell of ---


def joined(told: Sequence[Told]) -> list[Told]:
    """Those told of, each once: "Karl Berg" and "Berg", "a driver" and "the driver"."""
    each: list[Told] = []
    for one in told:
        same = next((other for other in each if is_one(one, other)), None)
        if same is None:
            each.append(one)
            continue
        whole = replace(
            same,
            names=(*same.names, *one.names),
            nouns=(*same.nouns, *one.nouns),
            gender=same.gender or one.gender,
            places=(*same.places, *one.places),
        )
        each[each.index(same)] = whole
    return each


def is_one(later: Told, earlier: Told) -> bool:
    """Whether two are one: by the name, or by a noun that comes with "the" the second time."""
    if later.names and earlier.names:
        return any(one_name(a.value, b.value) for a in later.names for b in earlier.names)
    called = any(kin(a, b) for a in later.nouns for b in earlier.nouns)
    return called and not (later.fresh or later.names or disagree(later.gender, earlier.gender))


def told_in(sentence: Sentence, source: Reading, noun: Noun, depth: int) -> Iterator[Told]:
    """Whom, or what bodies, a sentence tells of, each with what it is called."""
    side, number, body = Side(sentence, source.text), sentence.number, noun.sort is Sort.BODY
    small = slots(side.language)
    phrases = [(term, article, phrase(term.start, term.end, side)) for term, article in nouns(side, noun)]
    called: list[Term] = []
    before: Mention | None = None
    for name in sentence.names:
        terms = [term for term in calling(name, sentence, source.text) if term in sentence.terms]
        terms += [term for term, _, place in phrases if place.start < name.start < place.end and apposed(name, side)]
        between = source.text[before.end : name.start].replace(",", " ").lower().split() if before else ["-"]
        terms = terms or ([*called] if small.together.issuperset(between) else [])
        called, before = terms, name
        if may_be(name, terms, noun, sentence, source) and not only_tells(name, sentence):
            start = min([name.start, *(term.start for term in terms)])
            gender = None if body else gender_of(name, sentence.language)
            place = phrase(start, name.end, side)
            yield Told((name,), tuple(terms), gender, ((number, place),))
            phrases = [row for row in phrases if not place.start <= row[0].start < name.start]
        phrases = [row for row in phrases if row[0] not in terms]
    if sentence.topic and sentence.pronoun and not body:
        yield Told((sentence.topic,), (), None, ((number, sentence.pronoun),))
    earlier = meant(sentence, source, depth - 1) if depth > 0 else None
    reached = -1
    for term, article, place in phrases:
        if term.start < reached:
            continue
        if "," in source.text[place.start : place.end]:
            reached = place.end
        if earlier and earlier.one and earlier.noun.place.start == term.start:
            yield replace(earlier.one, places=(*earlier.one.places, (number, place)))
        else:
            fresh = article in small.indefinite
            yield Told((), (term,), of_noun(term, article, side.language), ((number, place),), fresh, led(place, side))


def led(place: Span, side: Side) -> bool:
    """Whether a preposition leads to a noun, in one word with its article or before it."""
    small = slots(side.language)
    before = [word.group().lower() for word in side.words(side.sentence.passage.start, place.start)[-2:]]
    articles = small.article | small.possessive
    behind = [word for n, word in enumerate(reversed(before)) if n == 0 or before[-1] in articles]
    return any(word in small.leading | small.governing | small.of | small.by for word in behind)


def only_tells(name: Mention, sentence: Sentence) -> bool:
    """Whether somebody only tells what a sentence says: "was announced by the prosecutor, Ann Lie"."""
    telling = (t for t in sentence.terms if not TELLING.isdisjoint(t.concepts))
    return sentence.parts.get(name.start) == "by" and any(t.end <= name.start for t in telling)


def apposed(name: Mention, side: Side) -> bool:
    """Whether a name within a noun's phrase is that of what the noun says: no "of" leads to it."""
    before = side.words(side.sentence.passage.start, name.start)[-1:]
    small = slots(side.language)
    return not any(word.group().lower() in small.of | small.article for word in before)


def may_be(name: Mention, called: Sequence[Term], noun: Noun, sentence: Sentence, source: Reading) -> bool:
    """Whether a name may be somebody's, or a body's: by its kind, by what it is called, or because nothing is known."""
    body = noun.sort is Sort.BODY
    if body and noun.term and any(noun.term.lemma == term.lemma for term in called):
        return True
    parts = name.value.parts if isinstance(name.value, Name) else ()
    full = (value for part in parts for value in source.people.get(part, ()))
    person = any(one_name(value, name.value) for value in full)  # "Barlo" alone may be a firm
    if person or name.kind is Kind.ORGANISATION:
        return body is not person
    if people := [
        of_sort(term, Sort.SOMEBODY) for term in called if of_sort(term, Sort.SOMEBODY) or of_sort(term, Sort.BODY)
    ]:
        return body is not all(people)
    if called and not body and not any(term.verbal for term in called):
        return False  # "the warehouse Lund"
    return name.kind is not Kind.PLACE and sentence.parts.get(name.start) not in ("in", "near", "of")


def nouns(side: Side, noun: Noun) -> Iterator[tuple[Term, str]]:
    """The nouns of a sentence for one body, or one that may be somebody, each with its article."""
    small, spans = slots(side.language), ages(side)
    linking = {word.lstrip(",") for word in small.relative | small.linking}  # "il quale"
    wanted, other = (Sort.BODY, Sort.SOMEBODY) if noun.sort is Sort.BODY else (Sort.SOMEBODY, Sort.BODY)
    for term in side.sentence.terms:
        if term.named or (term.valued and AGED not in term.concepts) or term.text.lower() in linking:
            continue
        article = article_of(term.start, side, spans)
        led = article in small.article | small.possessive | small.male | small.female
        maybe = led and (not term.concepts or AGED in term.concepts or by_trade(term, side))
        maybe = (maybe or opens_as_name(term, side)) and not of_sort(term, other)
        alike = noun.term is not None and noun.term.lemma == term.lemma
        if (of_sort(term, wanted) or maybe or alike) and not several(
            term.text, term.lemma, term.concepts, article, side.language
        ):
            yield term, article


def by_trade(term: Term, side: Side) -> bool:
    """Whether a noun may be somebody's by what they do ("the fisherman"), come from ("the Swede") or are like."""
    small = slots(side.language)
    if term.attribute or term.territory:
        behind = side.words(term.end, side.sentence.passage.end)[:1]
        return not any(
            ((t := side.term_at(w.start())) and not t.act) or w.start() in {m.start for m in side.sentence.names}
            for w in behind
        )
    ends = (*(row.partition("=")[0] for row in small.doer), *small.trade)
    doing = any(CONCEPTS[id].kind in DOING for id in term.concepts)
    return doing and term.text.lower().endswith(ends)


DOING = frozenset("act verb economy trade transport health religion crime relation culture science media".split())
"""Kinds of what people may do that a noun names: "the fisherman" is told with fishing."""


def unknown_name(term: Term) -> bool:
    """Whether a word that nothing is known of may be a name that was not seen to be one."""
    return not term.concepts and not term.named and term.text[:1].isupper() and term.territory is None


def opens_as_name(term: Term, side: Side) -> bool:
    """Whether an unknown word opens a sentence right before its verb, as a name does: "Lund sold"."""
    small = slots(side.language)
    behind = [word.group().lower() for word in side.words(term.end, side.sentence.passage.end)[:1]]
    acting = any(t.act and t.start == term.end + 1 for t in side.sentence.terms)
    helped = any(word in small.having | small.copula | small.passive for word in behind)
    return unknown_name(term) and term.start == side.sentence.passage.start and (acting or helped)


def article_of(start: int, side: Side, spans: Sequence[Span]) -> str:
    """The word before a noun, and before what says what it is like."""
    before = reversed(side.words(side.sentence.passage.start, start))
    return next((word.group().lower() for word in before if not qualifies(word, side, spans)), "")


def phrase(start: int, end: int, side: Side) -> Span:
    """A noun or a name with what tells which one it is: "the late owner of the villa, a widow of 79"."""
    small, spans = slots(side.language), ages(side)
    before = reversed(side.words(side.sentence.passage.start, start))
    start = min([start, *(word.start() for word in takewhile(lambda w: qualifies(w, side, spans), before))])
    names = {m.start: m for m in side.sentence.names}
    led = apposed = False
    reached = end
    for word in side.words(end, side.sentence.passage.end):
        said, term = word.group().lower(), side.term_at(word.start())
        if word.start() < reached:
            continue
        if said == ",":
            if apposed:
                break
            apposed = led = True
        elif said in small.of | small.article | small.possessive:
            led = led or said in small.of
        elif word.start() in names and (led or reached == word.start() - 1):
            reached, led = names[word.start()].end, False
        elif qualifies(word, side, spans) or (led and term and not term.act):
            reached, led = max(word.end(), term.end if term else 0), led and qualifies(word, side, spans)
        else:
            break
    return Span(start, reached)
