"""The word lists that names are known by, loaded once from their tables and folded: sets, and dicts of places."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers

from factcheck.lang.detect import function_words
from factcheck.lang.fold import fold, fold_words

LOCALES = ("en", "fr", "es", "de", "it", "pt", "nl")
"""The languages whose territory names are known in any text, in the order in which they win."""


def _read(name: str) -> str:
    return files("factcheck.lang").joinpath(name).read_text(encoding="utf-8")


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


_NAMES = tomllib.loads(_read("names.toml"))
_PLACES = tomllib.loads(_read("places.toml"))

TITLES = _folded(_NAMES["titles"].split())
HONOURS = _folded(_NAMES["honours"].split())
RULERS = _folded(_NAMES["rulers"].split())
ROLES = _folded(_NAMES["roles"].split())
OFFICES_OF_PLACES = _folded(_NAMES["offices_of_places"].split())
WEAK_ROLES = _folded(_NAMES["weak_roles"].split())
ROLE_ENDINGS = tuple(_folded(_NAMES["role_endings"].split()))
DOMAINS = _folded(_NAMES["domains"].split())
PARTICLES = _folded(_NAMES["particles"].split())
MODIFIERS = _folded(_NAMES["modifiers"].split())
PREFIXES = frozenset(_NAMES["prefixes"].split())
AFTER_NAMES = frozenset(_NAMES["after_names"].split())
TAILS = frozenset(_NAMES["tails"].split())
DETERMINERS: Mapping[str, frozenset[str]] = MappingProxyType(
    {language: frozenset(words.split()) for language, words in _NAMES["determiners"].items()}
)
SPEECH = _folded(_NAMES["speech"].split())
THINGS = _folded(_NAMES["things"].split())
CALENDAR = _folded(_NAMES["calendar"].split())
DATED = _folded(_NAMES["dated"].split())
ORDINARY = CALENDAR | _folded(_NAMES["ordinary"].split())
ORGANISATION_FIRST = _folded(_NAMES["organisations_first"].split())
ORGANISATION_LAST = _folded(_NAMES["organisations_last"].split())
PARTNERS = _folded(_NAMES["partners"].split())
SAINTS = _folded(_NAMES["saints"].split())
ORGANISATION_LINKS = _folded(_NAMES["organisation_links"].split())
ORGANISATION_ADJECTIVES = _folded(_NAMES["organisation_adjectives"].split())
_GIVEN_BY_ORIGIN = {
    origin: _folded(names.split())
    for line in _read("given.txt").splitlines()
    if line and not line.startswith("#")
    for origin, _, names in [line.partition(":")]
}
GIVEN = frozenset().union(*_GIVEN_BY_ORIGIN.values())


def given_of(origin: str) -> frozenset[str]:
    """The given names of one line of the table, folded."""
    return _GIVEN_BY_ORIGIN[origin]


SURNAME_FIRST = _GIVEN_BY_ORIGIN["eastern"]
"""Names that stand first, surnames among them ("Xi Jinping")."""


def _groups(rows: Sequence[str]) -> Mapping[str, frozenset[int]]:
    """Word → the numbers of the rows that it stands in."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for word in row.split():
            found.setdefault(word, set()).add(number)
    return MappingProxyType({word: frozenset(numbers) for word, numbers in found.items()})


NICKNAMES = _groups(_NAMES["nicknames"]["same"])
"""Given name → the groups of names that one person goes by: two names that share a group may be one person's."""
CROWNED = _groups(_NAMES["nicknames"]["crowned"])
"""The same for rulers and popes, whose names each language translates."""
STOPWORDS = _folded(
    word.rstrip("'")
    for words in (*function_words().values(), *(openers.split() for openers in _NAMES["openers"].values()))
    for word in words
)
ADVERB_ENDINGS = tuple(_NAMES["adverbs"]["endings"].split())
DEMONYMS: Mapping[str, str] = MappingProxyType(
    {fold(word): code for code, words in reversed(_PLACES["demonyms"].items()) for word in words.split()}
)


def demonym(word: str, language: str | None = None) -> str | None:
    """The ISO 3166 code that an adjective or inhabitant's name stands for (`marocaine` → `MA`), None where it is none.

    German endings are taken off where the language is German or not known, those of women and of several people only
    where it is German ("Spanierin", "Französinnen", "Türken").
    """
    folded = fold(word)
    code = DEMONYMS.get(folded)
    if code is None and language in {"de", None} and folded.endswith(GERMAN_ENDINGS):
        code = next(filter(None, (DEMONYMS.get(folded[:-cut]) for cut in (1, 2) if len(folded) - cut > 5)), None)
    if code is None and language == "de":
        people = (folded.removesuffix(ending) for ending in GERMAN_PEOPLE if folded.endswith(ending))
        code = next(filter(None, (DEMONYMS.get(one + e) for one in people for e in ("", "e"))), None)
    return code


GERMAN_ENDINGS = ("e", "er", "es", "en", "em")
GERMAN_PEOPLE = ("innen", "in", "n")


Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str, bool], ...]]
"""First folded word → (all folded words, value, whether only capitals count), longest first."""


def _phrases(entries: Iterable[tuple[str, str]]) -> Phrases:
    """Forms by their first word. The first value given to a form wins."""
    seen: dict[tuple[str, ...], tuple[str, bool]] = {}
    for form, value in entries:
        words = fold_words(form)
        if words:
            old = seen.get(words)
            capitals = form.isupper() and len(form) <= 6 and (old is None or old[1])
            seen[words] = (old[0] if old else value, capitals)
    heads: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for words, (value, capitals) in seen.items():
        heads.setdefault(words[0], []).append((words, value, capitals))
    return MappingProxyType({head: tuple(sorted(found, key=lambda f: -len(f[0]))) for head, found in heads.items()})


def _cities() -> list[tuple[str, str, list[str]]]:
    rows = (line.split("\t") for line in _read("cities.tsv").splitlines() if line and not line.startswith("#"))
    return [(row[0], row[1], [form for form in row[2].split(",") if form] if len(row) > 2 else []) for row in rows]


_CITY_TERRITORY = {name: code for code, name, _ in reversed(_cities())}


def city_territory(city: str) -> str | None:
    """The ISO 3166 code of the territory of a city given by its English name (`Cairo` → `EG`), None where unknown."""
    return _CITY_TERRITORY.get(city)


CONTINENTS = ("Africa", "America", "Asia", "Europe")
_OCEANS = frozenset({"Antarctica", "Arctic", "Atlantic", "Indian", "Pacific"})
"""Areas of time zones that hold the islands of a land of some continent: the Azores, Hawaii."""
_MAINLAND = {"ES": "Europe"}
"""The continent of a land with a time zone on another one (Ceuta)."""
_BETWEEN_CONTINENTS = frozenset("AM AZ CY EG GE KZ RU TR".split())
_CONTINENT_REGIONS = {"Maghreb": "Africa", "Sahel": "Africa", "Scandinavia": "Europe", "Balkans": "Europe"}


@cache
def continent(place: str) -> str | None:
    """The continent that a territory (by its code), a city or a region lies in; None where that is not one or unknown.

    For territories by the areas of the IANA time zones, as Babel holds them.
    """
    last = place.rpartition(" ")[2]
    if last in CONTINENTS or place in _CONTINENT_REGIONS:
        return _CONTINENT_REGIONS.get(place, last)
    code = city_territory(place) or place
    zones: Iterable[str] = get_global("territory_zones").get(code, ())
    areas = {zone.partition("/")[0] for zone in zones} - _OCEANS
    known = len(areas) == 1 and areas <= set(CONTINENTS) and code not in _BETWEEN_CONTINENTS
    return _MAINLAND.get(code) or (areas.pop() if known else None)


def _territory_entries(language: str) -> Iterable[tuple[str, str]]:
    for code, name in Locale.parse(language).territories.items():
        if len(code) == 2 and code.isalpha() and code not in _NO_TERRITORY:
            yield name, code
            if "(" in name:
                yield name.partition("(")[0], code


_NO_TERRITORY = frozenset({"EU", "UN", "EZ", "XA", "XB", "ZZ", "QO"})


@cache
def territory_names(language: str) -> Mapping[str, str]:
    """CLDR's names of the territories in one language, as written, with their ISO codes."""
    return MappingProxyType({name: code for name, code in _territory_entries(language) if len(name) > 1})


@cache
def places(language: str | None = None) -> Phrases:
    """Forms of territories (value: ISO code), regions and cities (value: English name), a text's own language first."""
    own = [language] if language and language not in LOCALES and language in _known_locales() else []
    first = [language] if language in LOCALES else []
    foreign = [
        (form, code)
        for locale in LOCALES
        for form, code in _territory_entries(locale)
        if locale == "en" or (len(form) > 4 and fold(form) not in DEMONYMS and fold(form) not in STOPWORDS)
    ]
    entries = [
        *((form, code) for code, forms in _PLACES["territories"].items() for form in forms),
        *(entry for code in [*first, *own] for entry in _territory_entries(code)),
        *foreign,
        *((form, name) for name, forms in _PLACES["regions"].items() for form in (name, *forms)),
        *((form, name) for _, name, forms in _cities() for form in (name, *forms)),
    ]
    return _phrases(entries)


@cache
def _known_locales() -> frozenset[str]:
    return frozenset(locale_identifiers())


@cache
def organisations() -> Phrases:
    """Forms of organisations known in several languages; the value is the English name."""
    table: Mapping[str, list[str]] = tomllib.loads(_read("organisations.toml"))["organisations"]
    return _phrases((form, name) for name, forms in table.items() for form in (name, *forms))
