"""Language detection: headlines and sentences of each language, other scripts, and texts that tell nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.lang.detect import detect, function_words
from factcheck.lang.fold import fold, fold_words

TEXTS = {
    "en": (
        "Heron drones cost $48M",
        "The MoU was signed on 24 November 2021 by Gantz and Loudiyi",
        "Stocks rally as inflation cools",
        "National team gears up for decisive clash against Zambia",
        "Police arrest two suspects after shooting at the harbour",
    ),
    "fr": (
        "Le Maroc a acheté trois drones Heron",
        "Le président de la République",
        "Rougeole : -13% de cas en une semaine",
        "Benny Gantz arrive à Rabat",
        "L’accord a été signé mercredi, selon l’agence",
    ),
    "es": (
        "Marruecos compró tres drones Heron",
        "El presidente de la República",
        "Guía turística para descubrir Marruecos durante el mes de ramadán",
        "Sube el paro en España",
    ),
    "de": (
        "Marokko kaufte drei Heron-Drohnen",
        "Die Regierung erhöht den Mindestlohn",
        "Der Minister kam am 23. November in Rabat an",
        "Zwei Tote bei Unfall auf der Autobahn",
    ),
    "it": (
        "Il Marocco ha acquistato tre droni Heron",
        "Il presidente della Repubblica",
        "Cresce l'occupazione in Italia",
        "Il ministro è arrivato ieri a Roma",
    ),
    "pt": (
        "Marrocos comprou três drones Heron",
        "O presidente da República",
        "Desemprego cai no Brasil",
        "O ministro chegou ontem a Lisboa",
    ),
    "nl": (
        "Marokko kocht drie Heron-drones",
        "De minister kwam op 23 november aan in Rabat",
        "Kabinet wil strengere regels voor asiel",
    ),
    "ru": ("Марокко купило три беспилотника",),
    "uk": ("Марокко придбало три безпілотники в Ізраїлю",),
    "el": ("Το Μαρόκο αγόρασε τρία αεροσκάφη",),
    "he": ("מרוקו רכשה שלושה כטב״מים",),
    "ar": ("اشترى المغرب ثلاث طائرات",),
    "zh": ("摩洛哥购买了三架无人机",),
    "ja": ("モロッコは無人機を三機購入した",),
    "ko": ("모로코가 무인기 세 대를 구매했다",),
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in TEXTS.items() for text in texts])
def test_language_is_told(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "   ", "12345", "$48M", "Benny Gantz", "Aviv Kohavi", "…", "\U0001f600"])
def test_nothing_to_tell_a_language_by(text: str) -> None:
    assert detect(text) is None


@pytest.mark.parametrize("language", ["fr", "en", "es", "de", "it", "pt", "nl"])
def test_function_words_are_typed_once(language: str) -> None:
    words = function_words()[language]
    assert len(words) == len(set(words)) > 100


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert detect(text) in {None, *TEXTS, "fa", "hi", "hy", "ka", "th"}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Haïry", "hairy"),
        ("Straße", "strasse"),
        ("Зеленський", "zelenskiy"),
        ("L’AQUILA", "l'aquila"),
        ("a\u00a0b", "a b"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_fold_words() -> None:
    assert fold_words("Côte d’Ivoire") == ("cote", "d", "ivoire")
    assert fold_words("Tel-Aviv") == ("tel", "aviv")


@given(st.text())
def test_fold_is_lower_case_ascii(text: str) -> None:
    assert fold(text).isascii()
    assert fold(text) == fold(text).lower()
