"""A text as the matcher reads it: sentences with their words, concepts, mentions and mood, and an index over them.

A claim and a source are read the same way, so that comparing them is comparing two readings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from itertools import dropwhile, takewhile

from factcheck.extract import extract, numbers
from factcheck.lang.concepts import CONCEPTS, concepts, find, kinds, known, lemma
from factcheck.lang.detect import detect, function_words, stretches
from factcheck.lang.fold import fold
from factcheck.lang.mood import Cue, breaks, complementisers, marks, participle
from factcheck.lang.slots import slots
from factcheck.lang.wordlists import demonym
from factcheck.model import (
    DateValue,
    Kind,
    Mention,
    Name,
    Ordinal,
    Passage,
    Percent,
    Quantity,
    Source,
    Span,
    Zone,
    ZoneName,
)
from factcheck.reading.casualties import BEFALLING, WHOLES, counts, wholes
from factcheck.reading.dropped import verb_alone
from factcheck.reading.genders import Gender, disagree, of_name, of_pronoun
from factcheck.reading.groups import Group, of_groups, of_them, several
from factcheck.reading.lives import AGED, age_limits, aged_nouns, ages, life_dates, lived, told_ages
from factcheck.reading.passages import ROUND_CLOSING, ROUND_OPENING, passages
from factcheck.reading.speakers import with_speakers
from factcheck.sources.dateline import read_wire
from factcheck.units import unit_of

COUNTED = frozenset({Kind.QUANTITY, Kind.ORDINAL})
"""Values that hold a word of their own besides the figure: what is counted or ranked."""

NAME_KINDS = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.TERM})
CODE = re.compile(r"(?<![^\W_])[A-Z]{3,}\d+[A-Z\d]*(?![^\W_])")
"""A code to type: capitals and figures in one word ("SPRING20")."""

WORD = re.compile(rf"{CODE.pattern}|[^\W\d_]{{1,6}}['’](?=[^\W\d_]{{2}})|[^\W\d_]+|\d+(?:[.,]\d+)*|[^\w\s]|_")
"""Codes, words, an elided article or pronoun ("l'", "dell'") apart from the word behind it, and single marks."""

SENTENCES_KEPT = 1 << 12
"""Of how many sentences the words and clauses are kept, so that further claims and rules find them read."""

COGNATE_PREFIX = 5
"""Letters that two words must share at the start to be looked at as cognates."""


UNKNOWN = "und"
"""ISO 639-2's code of a language that was not recognised."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a word may be by the concepts that it names; `Term` says what each means."""

    act: bool
    verbal: bool
    only_verb: bool
    attribute: bool
    office: bool
    somebody: bool


@cache
def traits(ids: tuple[str, ...]) -> Traits:
    told = {CONCEPTS[id].kind for id in ids}
    meant = (CONCEPTS[kind] for id in ids for kind in (id, *kinds(id)))
    return Traits(
        act="act" in told and told <= {"act", "verb"},
        verbal=not told.isdisjoint(("act", "verb")),
        only_verb=told == {"verb"},
        attribute=bool(told) and told <= {"attribute", "colour"},
        office="office" in told,
        somebody=any(concept.root == "person" for concept in meant),
    )


@dataclass(frozen=True, slots=True)
class Term:
    """A content word, or a fixed phrase that names a concept, in its place.

    `lemma` is folded; `territory` is the ISO 3166 code where the word is a demonym ("israélien"); `named` says that it
    stands inside a name and `valued` inside a typed value, so that a claim does not count it twice; what is counted
    ("three drones") is a word of its own, and so is a capitalised word that names a concept ("MoU"). `head` has the
    keys of the noun of which a phrase is a kind: a space station is a station.
    """

    start: int
    end: int
    text: str
    lemma: str
    concepts: tuple[str, ...] = ()
    territory: str | None = None
    named: bool = False
    valued: bool = False
    head: tuple[str, ...] = ()

    @property
    def act(self) -> bool:
        """Whether it can only name something that is done or happens."""
        return traits(self.concepts).act

    @property
    def verbal(self) -> bool:
        """Whether it may be a verb, for all that its concepts tell: of something done, or of how something is."""
        return traits(self.concepts).verbal

    @property
    def only_verb(self) -> bool:
        """Whether it can only be a verb, and tells no act: "knows", "grew up"."""
        return traits(self.concepts).only_verb

    @property
    def attribute(self) -> bool:
        """Whether it can only say what something is like."""
        return traits(self.concepts).attribute

    @property
    def office(self) -> bool:
        """Whether it names an office that somebody holds."""
        return traits(self.concepts).office

    @property
    def somebody(self) -> bool:
        """Whether it names people by what they are or do."""
        return traits(self.concepts).somebody

    def index_keys(self) -> set[str]:
        """What an index finds the term under: lemma, concepts with all they are kinds of, and a cognate's prefix."""
        wider = {kind for id in self.concepts for kind in kinds(id)}
        lands = {"#" + self.territory} if self.territory else set()
        return {
            self.lemma,
            "~" + self.lemma[:COGNATE_PREFIX],
            *("@" + id for id in (*self.concepts, *wider)),
            *lands,
            *self.head,
        }


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One passage with all that was read in it; `number` is its place among the reading's sentences.

    `classes` are the words that say what something is ("… is a French film"). `parts` tells for the start of a name
    which part it plays: `by` ("directed by …"), `in` ("born in …"), `near` ("outside …") or `of` ("the niece of …").
    `thats` are the places of words that open a clause of content ("said that …").
    `topic` is the person that a pronoun in this sentence stands for (`pronoun` is its place), None where it has none.
    """

    number: int
    passage: Passage
    terms: tuple[Term, ...]
    mentions: tuple[Mention, ...]
    cues: tuple[Cue, ...]
    words: tuple[str, ...]
    classes: tuple[Term, ...] = ()
    thats: tuple[int, ...] = ()
    topic: Mention | None = None
    pronoun: Span | None = None
    parts: Mapping[int, str] = field(default_factory=dict)
    language: str = UNKNOWN

    @property
    def names(self) -> tuple[Mention, ...]:
        """The names in it: of persons, bodies and places, and those whose kind is not known."""
        return tuple(m for m in self.mentions if m.kind in NAME_KINDS)


@dataclass(frozen=True)
class Reading:
    """A whole text, read. `where` maps a term's key to `(sentence, term)` numbers."""

    text: str
    language: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    where: Mapping[str, tuple[tuple[int, int], ...]]
    published: date | None = None

    @cached_property
    def people(self) -> Mapping[str, frozenset[Name]]:
        """The persons that the text names in full, by each part of their names."""
        found = defaultdict[str, set[Name]](set)
        for mention in self.mentions:
            if mention.kind is Kind.PERSON and isinstance(mention.value, Name) and mention.value.parts[1:]:
                for part in mention.value.parts:
                    found[part].add(mention.value)
        return {part: frozenset(names) for part, names in found.items()}


def read_source(source: Source) -> Reading:
    """A source's title, dateline, captions and body; furniture is not read."""
    return read(source.text, source.language, source.published, wire_apart(source))


def wire_apart(source: Source) -> tuple[Zone, ...]:
    """A source's zones; the dateline of a wire ("PARIS, Nov 24 - The minister …") is no part of a body as it is given.

    Sources from files have been laid out before.
    """
    body = next((zone for zone in source.zones if zone.zone is ZoneName.BODY), None)
    if body is None or any(zone.zone is ZoneName.DATELINE for zone in source.zones):
        return source.zones
    indent = len(source.text[body.start : body.end]) - len(source.text[body.start : body.end].lstrip())
    start = body.start + indent
    wire = read_wire(source.text[start : body.end].split("\n", 1)[0], source.language)
    if wire is None:
        return source.zones
    parts = (Zone(ZoneName.DATELINE, body.start, start + wire.end), Zone(ZoneName.BODY, start + wire.end, body.end))
    return tuple(part for zone in source.zones for part in (parts if zone is body else (zone,)))


def read(text: str, language: str | None = None, published: date | None = None, zones: Sequence[Zone] = ()) -> Reading:
    spoken = language or detect(text) or UNKNOWN
    found = extract(text, language=spoken, published=published, zones=zones)
    mentions = with_parts(lived(dated(found, text, spoken), text, spoken), text, spoken)
    stretched = stretches(text, spoken)
    sentences: list[Sentence] = []
    topics = Topics()
    following = 0
    for number, passage in enumerate(passages(text, zones, spoken)):
        own = stretched[bisect_right(stretched, passage.start, key=lambda stretch: stretch.start) - 1].language
        while following < len(mentions) and mentions[following].start < passage.start:
            following += 1
        last = following
        while last < len(mentions) and mentions[last].start < passage.end:
            last += 1
        sentence = read_sentence(text, number, passage, mentions[following:last], own)
        sentence = with_them(sentence, sentences[-1:], text)
        sentences.append(with_topic(sentence, text, topics, own))
        following = last
    sentences = [*with_speakers(sentences, text)]
    known = set(mentions)
    added = [m for sentence in sentences for m in sentence.mentions if m not in known]
    anew = {m.start for m in added}
    told = tuple(sorted((*(m for m in mentions if m.start not in anew), *added), key=place_of)) if added else mentions
    return Reading(text, spoken, tuple(sentences), told, indexed(sentences), published)


YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d\d(?![\w-]|[.,]\d)")


def year_mention(found: re.Match[str]) -> Mention:
    year = int(found[0])
    return Mention(
        Kind.DATE, found.start(), found.end(), found[0], DateValue(found[0], date(year, 1, 1), date(year, 12, 31))
    )


def dated(mentions: Sequence[Mention], text: str, language: str) -> tuple[Mention, ...]:
    """The mentions with the years that an article opens: "a 2016 film". One that counts something is no year."""
    taken = {at for m in mentions if m.kind not in NAME_KINDS for at in range(m.start, m.end)}
    opened = [y for y in YEAR.finditer(text) if y.start() not in taken and opens(text, y.start(), language)]
    return (
        tuple(sorted((*mentions, *map(year_mention, opened)), key=lambda m: (m.start, m.end)))
        if opened
        else tuple(mentions)
    )


BASE_REACH = 40
"""How many code points may lie between a part and what it is a part of ("340 of the yard's 410 workers")."""

BASE_WORDS = 4
"""How many words may stand there, "of" among them."""

PAUSE = re.compile(r"[,;:()]|[.!?]\s")


def part_before(whole: Mention, mentions: Sequence[Mention], text: str, language: str) -> Mention | None:
    """The figure of whose whole a count tells: "two" of "two of its seven ships"; None where it is no whole."""
    small = slots(language)
    of = small.of | (small.possessive if small.closing else frozenset())  # "1.300 seiner 9.800 Stellen"
    start = max(0, whole.start - BASE_REACH)
    before = text[start : whole.start]
    if not isinstance(whole.value, Quantity | Percent) or not any(word in of for word in before.lower().split()):
        return None
    first, last, amount = next(iter(reversed(numbers(before, language))), (0, 0, None))
    between = before[last:]
    words = between.lower().split()
    if (
        amount is None
        or amount.low is None
        or amount.low < 1
        or not words
        or len(words) > BASE_WORDS
        or PAUSE.search(between)
        or words[0] not in of
    ):
        return None
    if any(m.kind is not Kind.QUANTITY and m.start <= start + first < m.end for m in mentions):
        return None  # "12 million euros on three ships"
    value = replace(whole.value, amount=amount)
    return replace(whole, start=start + first, end=start + last, text=before[first:last], value=value)


def portion_before(start: int, text: str, opened: int, language: str) -> str:
    """The word that says that only some of what begins at `start` are meant: "most" of "most of the mines"; else ""."""
    before, _ = portioned(start, text, opened, language)
    return before


def portion_of(start: int, text: str, opened: int, language: str) -> bool:
    """The same of a figure, which only an "of" makes a whole: "some of the 30", but not "some 30"."""
    before, of = portioned(start, text, opened, language)
    return bool(before) and of


def portioned(start: int, text: str, opened: int, language: str) -> tuple[str, bool]:
    small = slots(language)
    before = [m[0].lower() for m in WORD.finditer(text[max(opened, start - BASE_REACH) : start])][-BASE_WORDS:]
    ahead = [*reversed(before)]
    if ahead[1:] and ahead[1] in small.article | small.of and numbers(ahead[0], language):
        del ahead[0]  # "three of the nine ships"
    ahead = [*dropwhile((small.article - small.of).__contains__, ahead)]
    them = text[start : start + BASE_REACH].lower().startswith(tuple(small.of_them) or ("\0",))
    of = len([*takewhile(small.of.__contains__, ahead)])
    word = next(iter(ahead[of:]), "")
    among = (of > 0 or them) and (
        word in small.one | small.other or bool(numbers(word, language))
    )  # "two of the firms"
    return (word if word in small.portion or among else ""), of > 0


def opens_whole(start: int, text: str, opened: int, language: str) -> bool:
    """Whether a sentence opens with the whole of which it tells a part behind: "of the 45 towns, seven agreed"."""
    small = slots(language)
    before = [word for word in text[opened:start].lower().split() if word not in small.article]
    return len(before) == 1 and before[0] in small.among


def with_parts(mentions: Sequence[Mention], text: str, language: str) -> tuple[Mention, ...]:
    """The mentions with the counts that share their noun with the whole behind them: "two of its seven ships"."""
    parts = [part for m in mentions if m.kind is Kind.QUANTITY and (part := part_before(m, mentions, text, language))]
    parts += of_groups(text, mentions, language)
    parts = [part for part in parts if part.text[:1].isdigit() or part.text.lower() not in slots(language).article]
    taken = {at for part in parts for at in range(part.start, part.end)}
    kept = [m for m in mentions if not (m.kind is Kind.QUANTITY and m.start in taken)] if parts else mentions
    return tuple(sorted((*kept, *parts), key=lambda m: (m.start, m.end)))


def opens(text: str, start: int, language: str) -> bool:
    before = text[max(0, start - 8) : start].split()
    return text[start - 1 : start].isspace() and bool(before) and before[-1].lower() in slots(language).article


def read_sentence(text: str, number: int, passage: Passage, mentions: tuple[Mention, ...], language: str) -> Sentence:
    words = words_of(text, passage)
    told = arriving(terms_of(text, words, mentions, language), text, mentions, language)
    told = losing_money(cutting_jobs(finding_guilty(told, text), mentions), mentions, text, language)
    told = falling(told, mentions, text, language)
    parts = parts_of(words, mentions, language)
    led = leading_words(words, parts, language)
    told = [t for t in told if t.start not in led and not within_rank(t, mentions)]
    terms = with_lives(told, text, passage, mentions)
    sentence = Sentence(
        number,
        passage,
        terms,
        mentions,
        tuple(marks(text, passage.start, passage.end, language)),
        tuple(fold(word) for word, _, _ in words),
        tuple(classes_of(words, terms, language)),
        tuple(start for word, start, _ in words if word.lower().replace("’", "'") in complementisers(language)),
        parts=parts,
        language=language,
    )
    return with_killed(with_speaker(with_counts(with_ages(sentence, text), text, words), text), text)


def within_rank(term: Term, mentions: Sequence[Mention]) -> bool:
    """Whether "last" only stands within another rank: "last but one"."""
    return "last" in term.concepts and any(
        isinstance(m.value, Ordinal) and m.value.rank != -1 and m.start <= term.start < m.end for m in mentions
    )


LABEL = re.compile(rf"\s*(?:{ROUND_OPENING}[^\n]{{1,60}}?{ROUND_CLOSING}\s*)?(:)\s")
"""What closes a speaker's label in a transcript, behind the name: "ANN BERG:", "Mr Moe (for the mill):"."""


def with_speaker(sentence: Sentence, text: str) -> Sentence:
    """The sentence with the colon behind a speaker's label as a word for telling: who speaks has not done it."""
    start, end = sentence.passage.start, sentence.passage.end
    first = next((m for m in sentence.mentions if m.kind is Kind.PERSON), None)
    if first is None or len(text[start : first.start].split()) > LABEL_TITLES:
        return sentence
    if text[:start].rstrip(" ")[-1:] not in ("", "\n") or not (colon := LABEL.match(text, first.end, end)):
        return sentence
    told = Term(colon.start(1), colon.end(1), ":", ":", ("say",))
    return replace(sentence, terms=tuple(sorted((*sentence.terms, told), key=place_of)))


LABEL_TITLES = 2
"""How many words may stand before the name in a speaker's label ("THE CHAIR, Ann Berg:", "Senator Berg:")."""


@dataclass(slots=True)
class Topics:
    """The person last spoken of while a text is read, how many sentences ago by name, and whether just now.

    `latter` is the person last named of the sentence that named one, `others` are those named besides, latest first.
    """

    person: Mention | None = None
    ago: int = 0
    about: bool = False
    latter: Mention | None = None
    others: tuple[Mention, ...] = ()


TELLING = frozenset({"say", "announce", "confirm"})
"""Acts of telling of another act: beside a quotation they say no more than the quotation does."""

REMEMBERED = 6
"""How many sentences a pronoun may reach back to the name that it stands for."""


def pronouns(words: Sequence[Word], language: str) -> Iterator[tuple[int, int]]:
    """Where a word, or a word and the one before ("ce dernier"), stands for somebody named before; "it" for nobody."""
    small, before = slots(language), ""
    for word, start, end in words:
        if word.lower() in small.pronoun - small.it or f"{before}+{word.lower()}" in small.pronoun | small.latter:
            yield start, end
        before = word.lower()


def with_topic(sentence: Sentence, text: str, topics: Topics, language: str) -> Sentence:
    """The sentence with the person that its pronoun stands for: whoever the sentences before were about.

    "The latter" is the last one named there; a verb without a subject stands for the person of the sentence before.
    """
    words = words_of(text, sentence.passage)
    at = next(pronouns(words, language), None)
    pronoun = Span(*at) if at else None
    if pronoun is None and topics.about:
        pronoun = verb_alone(words, sentence.mentions, {t.start for t in sentence.terms if t.act}, language)
    people = [m for m in sentence.mentions if m.kind is Kind.PERSON]
    topics.ago += 1
    if pronoun and topics.latter and text[pronoun.start : pronoun.end].lower() in latters(language):
        topics.person = topics.latter
    fits = who_fits(text[pronoun.start : pronoun.end], topics, language) if pronoun else topics.person
    topics.latter = people[-1] if people else topics.latter
    if people and (pronoun is None or people[0].start < pronoun.start):
        topics.person, topics.ago, topics.about = people[0], 0, opens_with(people[0], sentence)
        topics.others = (*people[1:], *topics.others)[:REMEMBERED]
        return sentence
    topics.others = (*people, *topics.others)[:REMEMBERED]
    topics.person = fits or topics.person
    if fits is None:
        topics.about = False
        return sentence
    topics.about = pronoun is not None and topics.person is not None
    if pronoun is None or topics.person is None or topics.ago > REMEMBERED:
        return sentence
    return replace(sentence, topic=topics.person, pronoun=pronoun)


def who_fits(pronoun: str, topics: Topics, language: str) -> Mention | None:
    """The person that a pronoun may stand for: a woman for "she", a man for "he", where a name tells which it is."""
    said = of_pronoun(pronoun, language)
    if topics.person is None or not disagree(said, gender_of(topics.person, language)):
        return topics.person
    return next((m for m in topics.others if gender_of(m, language) is said), None)


def gender_of(person: Mention, language: str) -> Gender | None:
    return of_name(person.value, language) if isinstance(person.value, Name) else None


def latters(language: str) -> frozenset[str]:
    """The words, last ones of their phrases, that stand for whoever was named last: "celui-ci", "ce dernier"."""
    return frozenset(word.rpartition("+")[2] for word in slots(language).latter)


def opens_with(person: Mention, sentence: Sentence) -> bool:
    """Whether somebody stands before all that the sentence tells, behind no preposition: it is about them."""
    return person.start not in sentence.parts and not any(t.act and t.end <= person.start for t in sentence.terms)


Word = tuple[str, int, int]
"""A word of a text with its start and end."""


def words_of(text: str, passage: Passage) -> list[Word]:
    return [(match.group(), match.start(), match.end()) for match in WORD.finditer(text, passage.start, passage.end)]


def classes_of(words: Sequence[Word], terms: Sequence[Term], language: str) -> Iterator[Term]:
    """The terms of each noun phrase that follows "is a": what the sentence says that something is.

    A trade needs no article in most languages: "est médecin", "ist Ärztin".
    """
    small = slots(language)
    for first, (word, _, _) in enumerate(words[:-1]):
        if word.lower() not in small.copula:
            continue
        place = first + (words[first + 1][0].lower() in small.merely and first + 2 < len(words))
        if of_a_land(words[place + 1 :][:2], language):
            yield from (t for t in terms if t.territory and t.start == words[place + 1][1])
        yield from (t for t in terms if t.start == words[place + 1][1] and a_trade(t, language))
        if words[place + 1][0].lower() in small.article:
            start = words[place + 1][2]
            ends = [(said, at) for said, at, _ in words[place + 2 :] if stops(said, small.stop)]
            for said, end in (*ends, ("", words[-1][2])):
                phrase = [t for t in terms if start <= t.start < end and not compounded(t, words, language)]
                if said.lower() not in small.together | {","} or not all(t.attribute or t.valued for t in phrase):
                    yield from phrase
                    break  # not so early in "the fifth and final album"


def a_trade(term: Term, language: str) -> bool:
    """Whether a word right behind "is" names somebody by what they are or do: "est pompier", "ist Fischer"."""
    doing = tuple(row.partition("=")[0] for row in slots(language).doer)
    said = term.text.lower().removesuffix("s")
    return not (term.attribute or term.office) and (term.somebody or (bool(term.concepts) and said.endswith(doing)))


def of_a_land(words: Sequence[Word], language: str) -> bool:
    """Whether a demonym stands there alone: "is Norwegian", not "is Norwegian-owned", nor "is Norwegian for elm"."""
    ends = slots(language).together | slots(language).contrast | set(",;:.!?()")
    return demonym(words[0][0], language) is not None and all(word.lower() in ends for word, _, _ in words[1:])


def compounded(term: Term, words: Sequence[Word], language: str) -> bool:
    """Whether a hyphen joins a demonym to a word that is none: who is "Norwegian-born" need not be Norwegian."""
    if term.territory is None:
        return False
    behind = [word for word, start, _ in words if start >= term.end][:2]
    touches = any(start == term.end for word, start, _ in words if word == "-")
    return touches and len(behind) == 2 and behind[1].islower() and demonym(behind[1], language) is None


def stops(word: str, stop: frozenset[str]) -> bool:
    return word.lower() in stop or word in ",;:.!?()"


LOOK_BACK = 6
"""How many words before a name are searched for the small word that tells its part."""

OF_REACH = 2
"""How many words may stand between "of" and the name that it belongs to ("the niece of the late …")."""


def parts_of(words: Sequence[Word], mentions: Sequence[Mention], language: str) -> dict[int, str]:
    """The part that each name plays, by the nearest small word before it in its clause."""
    small = slots(language)
    at = {start: place for place, (_, start, _) in enumerate(words)}
    parts: dict[int, str] = {}
    for mention in mentions:
        if mention.kind not in NAME_KINDS or mention.start not in at:
            continue
        if nearby(words[: at[mention.start]], language):
            parts[mention.start] = "near"
            continue
        for far, (word, _, _) in enumerate(reversed(words[max(0, at[mention.start] - LOOK_BACK) : at[mention.start]])):
            said = word.lower()
            part = "by" if said in small.by else "in" if said in small.place else "of" if said in small.of else ""
            if part and (part != "of" or far <= OF_REACH):
                parts[mention.start] = part
            if part or stops(word, small.stop) or (word[0].isupper() and not demonym(word, language)):
                break
    return parts


def nearby(before: Sequence[Word], language: str) -> Sequence[Word]:
    """The words before a place that say that something is near it, and not in it: "near the town of"; or none."""
    small = slots(language)
    words = list(before[-NEARBY:])
    while words and (words[-1][0].lower() in small.article | small.of or names_place(words[-1][0].lower(), language)):
        words.pop()
    said = [word.lower() for word, _, _ in words]
    the = small.article - small.indefinite
    if (
        said
        and said[-1] in small.nearby
        and not the.isdisjoint(said[-3:-1])
        and not small.place.isdisjoint(said[-4:-2])
    ):
        return ()  # "in the cold north of"
    length = near_by(said, language)
    return words[-length:] if length else ()


def near_by(said: Sequence[str], language: str) -> int:
    """How many of the last words, lower-case, say that something is near what follows: the longest phrase; or none."""
    phrases = slots(language).nearby
    lengths = (len(phrase.split()) for phrase in phrases if said and phrase.endswith(said[-1]))
    return next((n for n in sorted(lengths, reverse=True) if " ".join(said[-n:]) in phrases), 0)


def leading_words(words: Sequence[Word], parts: Mapping[int, str], language: str) -> frozenset[int]:
    """The starts of the words that only say that something is near a place: they are told by its part."""
    near = [place for place, (_, start, _) in enumerate(words) if parts.get(start) == "near"]
    return frozenset(start for place in near for _, start, _ in nearby(words[:place], language))


NEARBY = 8
"""How many words before a place are searched for what says "near": "in der Nähe der Kleinstadt …"."""


def names_place(word: str, language: str) -> bool:
    return any(CONCEPTS[id].root == "place" for id in concepts(word, language))


def terms_of(text: str, words: Sequence[Word], mentions: Sequence[Mention], language: str) -> list[Term]:
    """The concepts' phrases, and the single content words outside them.

    A demonym inside a phrase ("ministre israélien de la Défense") is a term of its own and does not break the phrase.
    """
    lands = [demonym(word, language) for word, _, _ in words]
    kept = [place for place, land in enumerate(lands) if land is None]
    phrases: dict[int, tuple[int, list[str]]] = {}
    for found in find([words[place][0] for place in kept], language):
        phrases.setdefault(kept[found.first], (kept[found.last], []))[1].append(found.concept_id)
    terms: list[Term] = []
    clipped = slots(language).clipped
    inside_phrase = -1
    for position, (word, start, close) in enumerate(words):
        put_in = position < inside_phrase and word.endswith(ADVERBS)  # "fait actuellement partie"
        if (position <= inside_phrase and lands[position] is None and not put_in) or text[close : close + 2] in clipped:
            continue
        last, ids = phrases.get(position, (position, direction(position, words, mentions, language)))
        inside_phrase = max(inside_phrase, last)
        following = words[position + 1][0] if last == position and position + 1 < len(words) else ""
        helping = word.lower() in slots(language).passive and participle(following, language)  # "viene accusato"
        if helping or any(CONCEPTS[id].kind == SMALL for id in ids):
            continue
        end = words[last][2]
        inside = []
        if ids or is_content(word, language) or word[0].isdigit():
            inside = [m for m in mentions if m.start <= start and end <= m.end and (m.kind is not Kind.TERM or not ids)]
        counting = not ids and not any(m.start <= start < m.end for m in mentions)
        number = bare_number(position, words, language) if counting else ""
        if ids or number or is_content(word, language) or (word[0].isdigit() and not inside):
            terms.append(
                Term(
                    start,
                    end,
                    text[start:end],
                    number or plain_decimal(fold(lemma(word, language) if last == position else text[start:end])),
                    as_verb(ids, word if last == position else "", language),
                    lands[position],
                    any(m.kind in NAME_KINDS for m in inside),
                    any(m.kind not in NAME_KINDS and (m.kind not in COUNTED or m.start == start) for m in inside),
                    head_of([word for word, _, _ in words[position : last + 1]], tuple(ids), language),
                )
            )
    return joined_verbs(terms, words, language) if slots(language).separable else terms


def plain_decimal(folded: str) -> str:
    """A decimal with a point, whatever mark its language has: "6.2" for "6,2"; any other word as it is."""
    return folded.replace(",", ".") if DECIMAL.fullmatch(folded) else folded


DECIMAL = re.compile(r"\d+,\d{1,2}")


def bare_number(position: int, words: Sequence[Word], language: str) -> str:
    """The figures of a spelled number that counts no noun, so that no value is read of it: "2" of "a father of two"."""
    small, word = slots(language), words[position][0].lower()
    before = words[position - 1][0].lower() if position else ""
    after = words[position + 1][0] if position + 1 < len(words) else "."
    numbering = before in small.numbering
    if not (numbering or before in small.of | small.have) or not word.isalpha():
        return ""
    if word in small.article | small.one and not numbering:
        return ""
    if is_content(after, language) or after[0].isdigit() or after.lower() in small.of:
        return ""
    read = numbers(word, language)
    whole = len(read) == 1 and read[0][:2] == (0, len(word)) and read[0][2].low == read[0][2].high
    return str(read[0][2].low) if whole else ""


def as_verb(ids: Sequence[str], word: str, language: str) -> tuple[str, ...]:
    """What a word means, less the places and bodies that only a noun names: there is no jail in "jailed"."""
    rest = tuple(id for id in ids if CONCEPTS[id].kind not in BUILT)
    return rest if rest and word.endswith(tuple(slots(language).verbal)) else tuple(ids)


BUILT = frozenset({"institution", "place-kind"})


def joined_verbs(terms: list[Term], words: Sequence[Word], language: str) -> list[Term]:
    """The terms with each verb whose first part closes its clause made whole: "lässt sie am Montag frei"."""
    closing = breaks(language) | frozenset(",;:.!?()")
    for place, (word, start, _) in enumerate(words):
        behind = words[place + 1][0].lower() if place + 1 < len(words) else "."
        if word not in slots(language).separable or behind not in closing:
            continue
        opening = closing - frozenset(".()")  # a full stop within a sentence is a date's
        opens = next((at for said, at, _ in reversed(words[:place]) if said.lower() in opening), words[0][1])
        for verb in reversed([t for t in terms if opens <= t.start < start and t.text.islower()]):
            whole = word + lemma(verb.text, language)
            if known(whole, language):
                joined = replace(verb, lemma=fold(whole), concepts=tuple(concepts(whole, language)))
                terms = [joined if t is verb else t for t in terms if t.start != start]
                break
    return terms


HEADED = frozenset(
    "thing nature place-kind institution economy transport technology energy geography arms culture media science "
    "health sport person crime".split()
)
"""Kinds of phrases that name a kind of what their noun names; no office, for a vice president is no president."""


PARTED = HEADED - {"nature", "person", "sport", "culture"}
"""Those of which each word is spoken of: lung cancer is told of a lung, but a guinea pig of no pig."""


def head_of(phrase: Sequence[str], ids: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The keys of a phrase's noun, which English and German put last, and others first, and of what it is told of."""
    if len(phrase) < 2 or not ids or not all(CONCEPTS[id].kind in HEADED for id in ids):
        return ()
    last = language in HEAD_LAST
    if last and not slots(language).of.isdisjoint(word.lower() for word in phrase):
        return ()
    told = all(CONCEPTS[id].kind in PARTED for id in ids)
    noun = phrase[-1 if last else 0]
    spoken_of = [word for word in phrase if word is noun or (told and is_content(word, language))]
    return tuple(
        key
        for word in spoken_of
        for key in ("^" + fold(lemma(word, language)), *("^@" + id for id in concepts(word, language)))
    )


HEAD_LAST = frozenset({"en", "de", "nl"})
"""Languages that put the noun of a phrase behind what qualifies it."""


ADVERBS = ("ment", "mente")
"""How adverbs end that may stand within a phrase, and are words of their own."""

SMALL = "small"
"""The kind of rows whose words and phrases say nothing by themselves: "including", "in the course of"."""


def arriving(terms: Sequence[Term], text: str, mentions: Sequence[Mention], language: str) -> list[Term]:
    """The terms with whatever reaches a place as what arrives there: "reached Oslo" tells of no figure."""
    places = [m.start for m in mentions if m.kind is Kind.PLACE]
    article = slots(language).article
    return [
        replace(term, concepts=tuple(dict.fromkeys("arrive" if id == "reach-amount" else id for id in term.concepts)))
        if "reach-amount" in term.concepts
        and any(term.end < at and article.issuperset(text[term.end : at].lower().split()) for at in places)
        else term
        for term in terms
    ]


def cutting_jobs(terms: Sequence[Term], mentions: Sequence[Mention]) -> list[Term]:
    """The terms with whatever is done away with or made less, of so many jobs, as cutting jobs: "cut 300 jobs"."""
    named = [t.start for t in terms if "employment" in t.concepts]
    jobs = [m for m in mentions if m.kind is Kind.QUANTITY and any(m.start <= at < m.end for at in named)]
    return [
        replace(term, concepts=(*term.concepts, "cut-jobs"))
        if jobs
        and not LESSENING.isdisjoint(term.concepts)
        and any(0 <= max(m.start - term.end, term.start - m.end) <= JOBS_REACH for m in jobs)
        else term
        for term in terms
    ]


def losing_money(terms: Sequence[Term], mentions: Sequence[Mention], text: str, language: str) -> list[Term]:
    """The terms with a loss right before a sum as one in money: "a loss of 5 million euros", "une perte de 5 M€"."""
    sums = [m for m in mentions if m.kind is Kind.MONEY]
    return [
        replace(term, concepts=(*term.concepts, "loss-financial"))
        if "lose" in term.concepts
        and "loss-financial" not in term.concepts
        and any(
            0 < m.start - term.end <= LOSS_REACH
            and not slots(language).of.isdisjoint(WORD.findall(text[term.end : m.start].lower()))
            for m in sums
        )
        else term
        for term in terms
    ]


LOSS_REACH = 12
"""How many code points may lie between a loss and its sum ("loss of about")."""


def finding_guilty(terms: Sequence[Term], text: str) -> list[Term]:
    """The terms with whatever finds somebody guilty as convicting them: "found Berg guilty"."""
    verdicts = [t.start for t in terms if "guilty" in t.concepts]
    finding = next(
        (
            t
            for t in reversed(terms)
            for at in verdicts
            if not FINDING.isdisjoint(t.concepts) and 0 < at - t.end <= VERDICT_REACH and "," not in text[t.end : at]
        ),
        None,
    )
    if finding is None:
        return list(terms)
    told = replace(finding, concepts=("convict",))
    return [told if t is finding else t for t in terms if t.start not in verdicts or t.start < finding.start]


FINDING = frozenset({"find"})
"""What a court does that finds somebody guilty."""

VERDICT_REACH = 50
"""How many code points may lie between that verb and "guilty"."""


def falling(terms: Sequence[Term], mentions: Sequence[Mention], text: str, language: str) -> list[Term]:
    """The terms with whatever loses so much percent as falling: "the share lost 5 percent".

    Not of something: who "lost 5 percent of its staff" did not fall.
    """
    small = slots(language)
    ways = {m.start: text[m.end : m.end + OF_REACH].split() for m in mentions if m.kind is Kind.PERCENT}
    plain = {at for at, behind in ways.items() if not behind or behind[0].lower() not in small.of}
    return [
        replace(term, concepts=(*term.concepts, "fall"))
        if "lose" in term.concepts and any(0 < at - term.end <= MOVED_REACH for at in plain)
        else term
        for term in terms
    ]


MOVED_REACH, OF_REACH = 12, 12
"""How many code points may lie between the verb and its percentage ("perdió un 5 %"), and are read behind that."""

LESSENING = frozenset({"fall", "repeal"})
"""What is done to jobs that are cut, by whatever word a language has."""

JOBS_REACH = 40
"""How many code points may lie between what is cut and the count of jobs ("300 jobs at its mill will be cut")."""


def with_lives(terms: Sequence[Term], text: str, passage: Passage, mentions: Sequence[Mention]) -> tuple[Term, ...]:
    """The terms with the days on which a bracket says that somebody was born or died, each for that act."""
    done = [term.start for term in terms if term.act]
    acts = [
        Term(day.start, day.end, day.text, fold(day.text), (act,))
        for day, act in life_dates(text, passage.start, passage.end, mentions, done)
    ]
    return tuple(sorted((*terms, *acts), key=lambda term: term.start)) if acts else tuple(terms)


def with_ages(sentence: Sentence, text: str) -> Sentence:
    """The sentence with the bare ages behind a name, somebody or "aged" ("a guard, 58, fell"), as durations."""
    people = [m.end for m in sentence.mentions if m.kind is Kind.PERSON]
    people += [t.end for t in sentence.terms if (t.somebody or "people" in t.concepts) and not t.named]
    small, passage = slots(sentence.language), sentence.passage
    told = told_ages(text, passage.start, passage.end, small.aged)
    limits = age_limits(text, people, small.older, small.younger)
    named = [*aged_nouns(text, passage.start, passage.end, small.years_old, sentence.language)]
    counts = {m for m in sentence.mentions if m.kind is Kind.QUANTITY and any(m.start == age.start for age in named)}
    kept = tuple(m for m in sentence.mentions if m not in counts)  # "il 46enne" counts nothing
    found = [
        age
        for age in dict.fromkeys((*ages(text, people, small.aged, small.copula), *told, *limits, *named))
        if not any(m.start < age.end and age.start < m.end for m in kept)
    ]
    if not found:
        return sentence
    aged = (Term(age.start, age.end, age.text, age.text, (AGED,), valued=True) for age in found)
    rest = (t for t in sentence.terms if not any(age.start <= t.start < age.end for age in found))
    terms = sorted((*rest, *aged), key=place_of)
    return replace(sentence, terms=tuple(terms), mentions=tuple(sorted((*kept, *found), key=place_of)))


def with_counts(sentence: Sentence, text: str, words: Sequence[Word]) -> Sentence:
    """The sentence with the counts of people that name no noun ("two were hurt", "a staff of 40"), as quantities."""
    acts = [Span(t.start, t.end) for t in sentence.terms if not (t.valued or BEFALLING.isdisjoint(t.concepts))]
    nouns = {Span(t.start, t.end): t.lemma for t in sentence.terms if not WHOLES.isdisjoint(t.concepts)}
    more = [m for m in sentence.mentions if counts_more(m, sentence.language)]
    mentions = [m for m in sentence.mentions if m not in more]
    found = list(counts(text, words, acts, mentions, sentence.language))
    found += wholes(text, words, nouns, (*mentions, *found), sentence.language)
    child = next(iter((CONCEPTS[CHILD].words or {}).get(sentence.language, ())), "")
    parents = {Span(t.start, t.end): child for t in sentence.terms if child and not PARENTS.isdisjoint(t.concepts)}
    children = list(wholes(text, words, parents, (*mentions, *found), sentence.language))
    found += children
    if not found:
        return sentence
    added = slots(sentence.language).others
    terms = tuple(
        t
        for t in sentence.terms
        if not any(m.start <= t.start < m.end for m in found)
        and not (fold(t.text) in added and any(m.end + 1 == t.start or t.end + 1 == m.start for m in found))
    )
    terms += tuple(Term(m.start, m.end, m.text, child, (CHILD,), valued=True) for m in children)
    terms = tuple(sorted(terms, key=place_of)) if children else terms
    kept = [m for m in sentence.mentions if not (m in more and any(m.start <= f.start < m.end for f in found))]
    return replace(sentence, terms=terms, mentions=tuple(sorted((*kept, *found), key=place_of)))


CHILD, PARENTS = "child", frozenset({"mother", "father", "parent"})
"""Whose number an "of" gives behind a parent: "a mother of two" has two children."""


def counts_more(mention: Mention, language: str) -> bool:
    """Whether a count only says that there are more of those told of: "seven others"."""
    value = mention.value
    return isinstance(value, Quantity) and fold(mention.text.split()[-1]) in slots(language).others


def with_them(sentence: Sentence, before: Sequence[Sentence], text: str) -> Sentence:
    """The sentence with each "three of them" as a count of the group that it or the one before tells of."""
    here = Span(sentence.passage.start, sentence.passage.end)
    found = list(of_them(text, here, [g for s in before for g in groups_in(s, text)], sentence.language))
    if not found:
        return sentence
    taken = [mention for mention, _, _ in found]
    mentions = [m for m in sentence.mentions if not any(m.start < t.end and t.start < m.end for t in taken)]
    terms = [t for t in sentence.terms if not any(t.start < m.end and m.start < t.end for m in taken)]
    nouns = (Term(at.start, at.end, text[at.start : at.end], g.lemma, g.concepts, valued=True) for _, at, g in found)
    return replace(
        sentence,
        terms=tuple(sorted((*terms, *nouns), key=place_of)),
        mentions=tuple(sorted((*mentions, *taken), key=place_of)),
    )


def groups_in(sentence: Sentence, text: str) -> Iterator[Group]:
    """The groups of people or things that a sentence tells of: those that it counts, and people of whom it tells so."""
    counts = [m for m in sentence.mentions if isinstance(m.value, Quantity) and not unit_of(m.value.unit)]
    for term in sentence.terms:
        whole = next((m for m in counts if m.start <= term.start and term.end <= m.end), None)
        count = part_of(whole, counts) if whole else None
        before = text[sentence.passage.start : term.start].lower().split()
        plural = several(term.text, term.lemma, term.concepts, before[-1] if before else "", sentence.language)
        if not term.valued and (count or (term.somebody and plural)) and not term.act:
            yield Group(term.text, term.lemma, term.concepts, count)


def part_of(whole: Mention, counts: Sequence[Mention]) -> Mention:
    """The part of a counted group of which a sentence tells: "two of the eleven sailors"."""
    parts = (m for m in counts if m.end <= whole.start and unit_in(m) == unit_in(whole))
    return next(parts, whole)


def unit_in(count: Mention) -> str:
    return count.value.unit if isinstance(count.value, Quantity) else ""


def with_killed(sentence: Sentence, text: str) -> Sentence:
    """The sentence with the counted dead that something left as killed: "left three dead", "ont fait trois morts"."""
    causing = slots(sentence.language).causing
    counted = [
        m
        for m in sentence.mentions
        if isinstance(m.value, Quantity)
        and "dead" in concepts(m.value.unit, sentence.language)
        and not ((noun := WORD.match(text, m.end + 1)) and is_content(noun.group(), sentence.language))
        and not causing.isdisjoint(text[sentence.passage.start : m.start].lower().split()[-CAUSED_BEHIND:])
    ]
    terms = tuple(
        replace(t, concepts=(*t.concepts, "kill"))
        if "dead" in t.concepts and any(m.start <= t.start and t.end <= m.end for m in counted)
        else t
        for t in sentence.terms
    )
    return replace(sentence, terms=terms) if counted else sentence


CAUSED_BEHIND = 4
"""How many words before a count of the dead may hold what caused them ("ont fait au moins trois morts")."""


def place_of(found: Term | Mention) -> tuple[int, int]:
    return found.start, found.end


BEFORE_VALUE = 2
"""How many code points may lie between a small word of direction and its value ("up $4")."""


def direction(place: int, words: Sequence[Word], mentions: Sequence[Mention], language: str) -> list[str]:
    """The concept of a small word that says where something goes: right before a value, or behind a copula.

    "Up 4 %", "sales were up in May"; not "is up to them", "was down the road".
    """
    said, _, end = words[place]
    small = slots(language)
    going = ["rise"] if said.lower() in small.rise else ["fall"] if said.lower() in small.fall else []
    if not going or any(0 < m.start - end <= BEFORE_VALUE and m.kind not in NAME_KINDS for m in mentions):
        return going
    before = words[place - 1][0].lower() if place else ""
    behind = words[place + 1][0].lower() if place + 1 < len(words) else ""
    led = small.to | small.article | (small.stop - small.place - small.by - small.party)
    return going if before in small.copula | small.passive and behind not in led else []


def is_content(word: str, language: str) -> bool:
    """Words that say something by themselves: no punctuation, no single letters, no function or auxiliary words."""
    small = slots(language)
    said = word.lower().replace("’", "'")
    return (
        len(word.rstrip("'’")) > 1
        and word[0].isalpha()
        and said not in function_words().get(language, ())
        and said not in small.passive
        and said not in small.having
        and said not in small.every
        and said not in small.yet
    )


def indexed(sentences: Sequence[Sentence]) -> dict[str, tuple[tuple[int, int], ...]]:
    where: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for sentence in sentences:
        for place, term in enumerate(sentence.terms):
            for key in term.index_keys():
                where[key].append((sentence.number, place))
    return {key: tuple(places) for key, places in where.items()}
