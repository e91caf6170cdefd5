"""What holds for any text, and for every word of every table."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import example, given, settings
from hypothesis import strategies as st
from num2words import num2words

from factcheck.extract import extract, numbers, value_mentions
from factcheck.lang import LANGUAGES, language
from factcheck.lang.tokens import level, tokens
from factcheck.model import DateValue, Duration, Kind, Mention, Money, Ordinal

PUBLISHED = date(2021, 11, 24)
VALUES = (Kind.DATE, Kind.DURATION, Kind.MONEY, Kind.QUANTITY, Kind.PERCENT, Kind.ORDINAL)
PIECES = st.sampled_from(
    [
        *("24 novembre 2021|mardi soir|48 millions de dollars|$48M|-13 %|deux|cent|mille| et |-|, |. ".split("|")),
        *("le |du |1er|2020|12/11/2020|'|’|M. |500 M€|il y a |jours|half|second|may |(".split("|")),
        *("\n\n", "\r\n", "\u00a0", "\u202f", "\u0301", "\u202e", "\U0001f600"),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=25).map("".join)


@given(TEXTS, st.sampled_from(LANGUAGES))
@settings(max_examples=150, deadline=None)
def test_a_mention_is_its_own_wording(text: str, code: str) -> None:
    for mention in extract(text, language=code, published=PUBLISHED):
        assert text[mention.start : mention.end] == mention.text
        assert mention.text


@given(TEXTS, st.sampled_from(LANGUAGES))
@settings(max_examples=150, deadline=None)
def test_typed_values_do_not_overlap(text: str, code: str) -> None:
    last = 0
    for mention in value_mentions(text, code, PUBLISHED):
        assert mention.start >= last
        last = mention.end


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_tokens_are_the_text(text: str) -> None:
    assert len(level(text)) == len(text)
    assert "".join(tokens(level(text))) == level(text)


@given(
    st.lists(
        st.sampled_from(["Le 24 novembre 2021, il pleut.", "Il a payé 48 millions de dollars.", "Rien."]), max_size=5
    )
)
@settings(max_examples=40, deadline=None)
def test_paragraphs_are_read_alike_alone_and_together(paragraphs: list[str]) -> None:
    whole = value_mentions("\n\n".join(paragraphs), "fr", PUBLISHED)
    alone = [mention for paragraph in paragraphs for mention in value_mentions(paragraph, "fr", PUBLISHED)]
    assert [(m.kind, m.text, m.value) for m in whole] == [(m.kind, m.text, m.value) for m in alone]


# --- against outside lists --------------------------------------------------------------------------------------------


def only(mentions: list[Mention], kind: Kind) -> Any:
    """The value of the one mention of a kind; None where there is none or more."""
    found = [mention.value for mention in mentions if mention.kind is kind]
    return found[0] if len(found) == 1 else None


@pytest.mark.parametrize("code", LANGUAGES)
def test_months_and_weekdays_of_cldr(code: str) -> None:
    for offset in range(0, 400, 5):
        day = date(2021, 1, 1) + timedelta(days=offset)
        said = format_date(day, "full", locale=code)
        value = only(value_mentions(said, code), Kind.DATE)
        assert isinstance(value, DateValue), said
        assert (value.timex, value.weekday) == (day.isoformat(), day.weekday()), said


@pytest.mark.parametrize("code", ["sv", "pl", "cs", "da", "fi", "ro"])
def test_dates_of_any_cldr_language(code: str) -> None:
    for day in (date(2021, 11, 24), date(2020, 2, 29), date(2019, 5, 1)):
        assert any(m.value.first == day for m in value_mentions(format_date(day, "long", locale=code), code)), code  # type: ignore[union-attr]


@pytest.mark.parametrize("code", LANGUAGES)
def test_cardinals_as_num2words_spells_them(code: str) -> None:
    for number in [*range(131), *range(140, 1000, 37), 1000, 1001, 1234, 2021, 9999, 21000, 123456, 2500000, 1234567]:
        said = num2words(number, lang=code).replace("centodicotto", "centodiciotto")
        assert [str(amount) for _, _, amount in numbers(said, code)] == [str(number)], said


@pytest.mark.parametrize("code", ["fr", "en", "es"])
def test_ordinals_as_num2words_spells_them(code: str) -> None:
    for number in [*range(1, 32), 40, 50, 60, 100]:
        said = num2words(number, lang=code, to="ordinal")
        assert only(value_mentions(said, code), Kind.ORDINAL) == Ordinal(number), said


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_currency_of_cldr(code: str) -> None:
    from babel.numbers import get_currency_name  # noqa: PLC0415

    for currency in (
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "CHF",
        "CNY",
        "MAD",
        "TRY",
        "RUB",
        "ZAR",
        "KRW",
        "PLN",
        "ILS",
        "INR",
        "BRL",
    ):
        said = f"25 {get_currency_name(currency, count=25, locale=Locale.parse(code))}"
        value = only(value_mentions(said, code), Kind.MONEY)
        assert isinstance(value, Money), said
        assert (value.currency, value.amount.low) == (currency, Decimal(25)), said


# --- every word of a table --------------------------------------------------------------------------------------------


def words(code: str, section: str) -> list[tuple[str, str]]:
    """The words of a table's section, each with its key."""
    return [(key, word) for key, listed in language(code).table.get(section, {}).items() for word in listed]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_unit_of_time(code: str) -> None:
    for unit, word in words(code, "unit"):
        value = only(value_mentions(f"25 {word}", code), Kind.DURATION)
        assert isinstance(value, Duration), (code, word)
        factors: dict[str, tuple[Decimal | int, str]] = {
            "FN": (2, "W"),
            "H": (6, "M"),
            "DE": (10, "Y"),
            "CE": (100, "Y"),
            "QH": (Decimal("0.25"), "TH"),
        }
        factor, base = factors.get(unit, (1, unit))
        assert (value.amount.low, value.unit) == (25 * factor, base), (code, word)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_currency_word(code: str) -> None:
    for currency, word in words(code, "currency"):
        value = only(value_mentions(f"25 {word}", code), Kind.MONEY)
        assert isinstance(value, Money), (code, word)
        assert value.currency == currency, (code, word)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_day_counted_from_today(code: str) -> None:
    for days, word in words(code, "day"):
        value = only(value_mentions(f"({word})", code, PUBLISHED), Kind.DATE)
        assert isinstance(value, DateValue), (code, word)
        assert value.first == PUBLISHED + timedelta(days=int(days)), (code, word)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_holiday(code: str) -> None:
    for rule, word in words(code, "holiday"):
        value = only(value_mentions(f"{word} 2021", code), Kind.DATE)
        assert isinstance(value, DateValue), (code, rule, word)
        assert value.first == value.last is not None, (code, rule, word)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_season(code: str) -> None:
    for season, word in words(code, "season"):
        assert only(value_mentions(f"({word} 2021)", code), Kind.DATE).timex == f"2021-{season}", (code, word)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_scale(code: str) -> None:
    for scale, word in words(code, "scale"):
        assert [str(amount) for _, _, amount in numbers(f"3 {word}", code)] == [str(3 * int(scale))], (code, word)


@given(TEXTS, st.sampled_from(LANGUAGES))
@example("24 novembre 2021가", "en")
@example("2021が 12 کو", "en")
@settings(max_examples=60, deadline=None)
def test_decomposed_accents_are_read_alike(text: str, code: str) -> None:
    whole, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    if unicodedata.normalize("NFC", apart) == whole and not any(map(unicodedata.combining, whole)):
        found = extract(apart, language=code, published=PUBLISHED)
        assert all(apart[mention.start : mention.end] == mention.text for mention in found)
        values = [(mention.kind, mention.value) for mention in extract(whole, language=code, published=PUBLISHED)]
        assert [(mention.kind, mention.value) for mention in found] == values


def test_days_in_digits_follow_the_other_dates_of_the_text() -> None:
    def readings(text: str) -> list[tuple[str, int]]:
        return [(str(m.value), len(m.readings)) for m in extract(text, language="en") if m.kind is Kind.DATE]

    assert readings("On 5/4/2019 and on 25/4/2019.") == [("2019-04-05", 0), ("2019-04-25", 0)]
    assert readings("On 5/4/2019 and on 4/25/2019.") == [("2019-05-04", 0), ("2019-04-25", 0)]
    assert readings("On 5/4/2019, 25/4/2019 and 4/25/2019.")[0] == ("2019-05-04", 2)
    assert readings("On 5/4/2019.") == [("2019-05-04", 2)]


@pytest.mark.parametrize(
    ("code", "text"),
    [("zh", "会议于2019年4月5日举行，有12人参加。"), ("ja", "2019年4月5日、会議"), ("ko", "2019년 4월 5일 회의")],
)
def test_dates_of_east_asia(code: str, text: str) -> None:
    assert [str(m.value) for m in value_mentions(text, code) if m.kind is Kind.DATE] == ["2019-04-05"]


@pytest.mark.parametrize(
    ("language", "first", "second", "values"),
    [
        ("fr", "Il est venu lundi à Rabat.", "Il viendra lundi à Rabat.", (["2021-11-22"], ["2021-11-29"])),
        (
            "fr",
            "Le 3 mai 2021, il part. Trois jours plus tard, il revient.",
            "Le 9 mai 2021, il part. Trois jours plus tard, il revient.",
            (["2021-05-03", "2021-05-06"], ["2021-05-09", "2021-05-12"]),
        ),
        ("fr", "On a vu 64 drones ici.", "On a vu un AH-64 drones ici.", (["64 drone"], [])),
        ("fr", "Une part de 5 à 7 % est là.", "La part est passée de 5 à 7 % ici.", (["5..7 %"], ["5 %", "7 %"])),
        ("en", "It was built in 2022, they say.", "It was built in 2022-A7, they say.", (["2022"], [])),
    ],
)
def test_the_same_words_are_read_by_what_stands_around_them(
    language: str, first: str, second: str, values: tuple[list[str], list[str]]
) -> None:
    for _ in range(2):  # in both orders, and where each has been read before
        for text, said in zip((first, second, first), (*values, values[0]), strict=True):
            found = [str(mention.value) for mention in value_mentions(text, language, PUBLISHED)]
            assert found == said, text
