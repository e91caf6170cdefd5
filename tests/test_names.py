"""Names: pairs that are one person and pairs that are two, names found in texts, and properties of both."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.names import city_territory, demonym, name_mentions
from factcheck.model import Kind, Name
from factcheck.names import NameLikeness, same_name

CASES = Path(__file__).parent / "cases"
PAIRS = yaml.safe_load((CASES / "person" / "pairs.yaml").read_text(encoding="utf-8"))
ONE = {NameLikeness.SAME, NameLikeness.VARIANT}
WANTED = {"same": ONE, "short": {NameLikeness.SHORT}, "other": {NameLikeness.OTHER}}


@pytest.mark.parametrize(("wanted", "a", "b"), [(kind, *pair) for kind, pairs in PAIRS.items() for pair in pairs])
def test_pairs_of_persons(wanted: str, a: str, b: str) -> None:
    assert same_name(Name(a), Name(b)) in WANTED[wanted]
    assert same_name(Name(b), Name(a)) is same_name(Name(a), Name(b))


def _cases(kind: str) -> list[tuple[str, dict[str, object]]]:
    """Each case with the language that its file or the case itself names."""
    return [
        (case.get("language", path.stem), case)
        for path in sorted((CASES / kind).glob("*.yaml"))
        if path.name != "pairs.yaml"
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def _wanted(case: list[object]) -> list[tuple[str, str]]:
    return [next(iter(one.items())) if isinstance(one, dict) else (str(one), str(one)) for one in case]


def _seen(text: str, language: str, kind: Kind) -> list[tuple[str, str]]:
    return [(m.text, str(m.value)) for m in name_mentions(text, language) if m.kind is kind]


@pytest.mark.parametrize(("language", "case"), _cases("person"))
def test_persons(language: str, case: dict[str, list[object]]) -> None:
    assert _seen(str(case["text"]), language, Kind.PERSON) == _wanted(case["persons"])


@pytest.mark.parametrize(("language", "case"), _cases("organisation"))
def test_organisations(language: str, case: dict[str, list[object]]) -> None:
    assert _seen(str(case["text"]), language, Kind.ORGANISATION) == _wanted(case["organisations"])


@pytest.mark.parametrize(("language", "case"), _cases("place"))
def test_places(language: str, case: dict[str, list[object]]) -> None:
    assert [value for _, value in _seen(str(case["text"]), language, Kind.PLACE)] == case["places"]


SCRAPS = (
    "M. |Benny Gantz| de |Le |Mohammed VI|d'|États-Unis|Banque de |FAR| (FAR)|Maroc-Israël|L’|U.S.|Ministère|ministre "
)
TEXT = st.text() | st.lists(
    st.sampled_from([*"ABÉ .,'’-\n(\u00a0", *SCRAPS.split("|"), "E\u0301", "\U0001f600", "\u202eABC"]), max_size=30
).map("".join)


@settings(deadline=None)
@given(TEXT, st.sampled_from(["fr", "en", "de", "ar", "zh", "xx", None]))
def test_mentions_are_the_text_in_order(text: str, language: str | None) -> None:
    mentions = name_mentions(text, language)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(one.end <= two.start for one, two in pairwise(mentions))


@settings(deadline=None)
@given(TEXT, st.integers(0, 20), st.integers(1, 20), st.sampled_from(["fr", "zh"]))
def test_no_name_is_read_where_something_is_taken(text: str, start: int, length: int, language: str) -> None:
    for mention in name_mentions(text, language, [(start, start + length)]):
        assert mention.end <= start or mention.start >= start + length


NAMES = st.sampled_from([name for pairs in PAIRS.values() for pair in pairs for name in pair])


@given(NAMES | st.text(), NAMES | st.text(), st.sampled_from(list(Kind)))
def test_likeness_is_symmetric(a: str, b: str, kind: Kind) -> None:
    assert same_name(Name(a), Name(b), kind=kind) is same_name(Name(b), Name(a), kind=kind)


@given(NAMES, st.sampled_from([str.upper, str.lower, str.title]))
def test_case_changes_no_name(name: str, change: Callable[[str], str]) -> None:
    assert same_name(Name(name), Name(change(name))) is NameLikeness.SAME


LONG = ("Abdellatif Loudiyi", "Christine Lagarde", "Volodymyr Zelensky", "Benjamin Netanyahu", "Abderrahim Bayoudh")


@given(st.sampled_from(LONG), st.data())
def test_one_slip_in_a_long_name_is_noticed_as_such(name: str, data: st.DataObject) -> None:
    """A letter left out, doubled, or two letters swapped, inside a long word: never another person."""
    word = max(name.split(), key=len)
    at = data.draw(st.integers(1, len(word) - 3))
    slip = data.draw(
        st.sampled_from(
            [
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            ]
        )
    )
    assert same_name(Name(name), Name(name.replace(word, slip))) in ONE


ORGANISATIONS = yaml.safe_load((CASES / "organisation" / "pairs.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("wanted", "a", "b"), [(kind, *pair) for kind, pairs in ORGANISATIONS.items() for pair in pairs]
)
def test_pairs_of_organisations(wanted: str, a: str, b: str) -> None:
    assert same_name(Name(a), Name(b), kind=Kind.ORGANISATION) in WANTED[wanted]


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("MA", "MA", NameLikeness.SAME),
        ("MA", "ML", NameLikeness.OTHER),
        ("Tel Aviv", "Tel-Aviv", NameLikeness.SAME),
        ("Sidi Kacem", "Sidi Qacem", NameLikeness.VARIANT),
        ("Rabat", "Riga", NameLikeness.OTHER),
    ],
)
def test_places_alike(a: str, b: str, wanted: NameLikeness) -> None:
    assert same_name(Name(a), Name(b), kind=Kind.PLACE) is wanted


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("marocaine", "MA"),
        ("Moroccan", "MA"),
        ("israelischer", "IL"),
        ("deutschen", "DE"),
        ("table", None),
        ("nice", None),
    ],
)
def test_demonyms(word: str, code: str | None) -> None:
    assert demonym(word) == code


def test_cities_know_their_territory() -> None:
    assert city_territory("Cairo") == "EG"
    assert city_territory("Nowhere") is None


@pytest.mark.parametrize(
    ("a", "b", "likely"),
    [
        ("Zelenskyy", "Volodymyr Zelensky", True),
        ("Kadhafi", "Muammar Gaddafi", True),
        ("Heron", "Heron TP", True),
        ("A320", "A321", False),
        ("iPhone14", "iPhone15", False),
        ("Golden Gate", "Golden Globe", False),
        ("Formula 1", "Formula 2", False),
    ],
)
def test_terms_may_be_persons(a: str, b: str, likely: bool) -> None:
    assert (same_name(Name(a), Name(b), kind=Kind.TERM) is not NameLikeness.OTHER) is likely


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Heron-Drohnen kosten Geld, die Drohne Heron auch.", ["Heron", "Heron"]),
        ("en", "UN-backed talks, US-led forces and the Skylock-linked firm.", ["UN", "US", "Skylock"]),
        ("fr", "Après le conseil, Skylock Dome arrive. Actuellement, rien.", ["Skylock Dome"]),
        ("en", "However, we said no. Meanwhile The Economist wrote.", ["The Economist"]),
    ],
)
def test_what_is_a_name_at_all(language: str, text: str, names: list[str]) -> None:
    assert [m.text for m in name_mentions(text, language)] == names
