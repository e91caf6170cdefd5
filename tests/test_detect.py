"""Language detection: headlines and sentences of each language, other scripts, and texts that tell nothing."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract import extract
from factcheck.lang.detect import detect, function_words, stretches
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


OTHERS = {
    "ca": "L'alcaldessa va signar dimarts l'acord amb els veïns del barri, després de dos anys de negociacions.",
    "gl": "A alcaldesa asinou o martes o acordo cos veciños do barrio, despois de dous anos de negociacións.",
    "oc": "Lo govèrn a anonciat que la linha novèla entre Tolosa e la mar serà pas dobèrta abans lo mes de març.",
    "ast": "El gobiernu anunció que la llinia de tren ente Xixón y la mariña nun va abrir hasta'l mes de marzu.",
    "ro": "Ministrul a semnat marți acordul cu sindicatele, după doi ani de negocieri, potrivit unui comunicat.",
    "sv": "Regeringen meddelade att den nya järnvägslinjen mellan Umeå och kusten inte öppnar förrän i mars.",
    "da": "Regeringen meddelte, at den nye togforbindelse mellem Aarhus og kysten ikke åbner før marts næste år.",
    "no": "Regjeringen opplyste at den nye toglinjen mellom Bergen og kysten ikke åpner før mars neste år.",
    "af": "Die regering het aangekondig dat die nuwe treinlyn nie voor Maart volgende jaar oop sal wees nie.",
    "pl": "Rząd ogłosił, że nowa linia kolejowa między Gdynią a Helem nie zostanie otwarta przed marcem roku.",
    "cs": "Vláda oznámila, že nová železniční trať mezi Brnem a Zlínem nebude otevřena před březnem příštího roku.",
    "hr": "Vlada je objavila da se nova željeznička pruga neće otvoriti prije ožujka, kako je rekao ministar.",
    "hu": "A kormány bejelentette, hogy az új vasútvonal nem nyílik meg márciusban, és a jegyek ára is változik.",
    "fi": "Hallitus ilmoitti, että uusi rautatie ei avaudu ennen ensi vuoden maaliskuuta, ja että hinnat nousevat.",
    "tr": "Hükümet, yeni tren hattının gelecek yıl açılmayacağını ve bu kararın bir kurul ile alındığını duyurdu.",
    "id": "Pemerintah mengumumkan bahwa jalur kereta baru itu tidak akan dibuka sebelum bulan Maret tahun depan.",
}


@pytest.mark.parametrize(("language", "text"), OTHERS.items())
def test_language_without_a_table_is_not_taken_for_its_neighbour(language: str, text: str) -> None:
    assert detect(text) == language


def test_little_of_a_neighbour_is_no_language() -> None:
    assert detect("Amb els veïns del barri") is None


@pytest.mark.parametrize("language", ["fr", "en", "es", "de", "it", "pt", "nl"])
def test_function_words_are_typed_once(language: str) -> None:
    words = function_words()[language]
    assert len(words) == len(set(words)) > 100


@given(st.text())
def test_any_text_has_an_answer(text: str) -> None:
    assert detect(text) in {None, *TEXTS, *OTHERS, "fa", "hi", "hy", "ka", "th"}


TICKER = (
    ("fr", "Le port du Havre a rouvert mardi 3 mars après une grève de deux jours des dockers, selon la mairie.\n"),
    ("en", "The harbour of Leith was closed on 4 March 2020 after a storm that cost about £2 million.\n\n"),
    ("es", "La ministra firmó el 5 de marzo de 2020 un acuerdo de tres millones de euros con los sindicatos.\n"),
    ("ar", "أعلنت الحكومة أن الميناء الجديد سيفتح في شهر مارس بعد سنتين من الأعمال.\n"),
    ("fr", "Les dockers ont repris le travail dans la nuit, ont indiqué les syndicats du port."),
)


@pytest.mark.parametrize("language", ["fr", "en", "es"])
def test_ticker_is_cut_where_its_language_changes(language: str) -> None:
    text = "".join(line for _, line in TICKER)
    found = stretches(text, language)
    assert [(stretch.language, text[stretch.start : stretch.end]) for stretch in found] == list(TICKER)


def test_quoted_title_does_not_make_a_paragraph_of_another_script_the_texts_own() -> None:
    text = "Газета The Harbour of the North сообщила в среду, что министр подписал новый договор о рыболовстве.\n"
    assert [stretch.language for stretch in stretches(f"The harbour was closed for the day.\n{text}", "en")][-1] == "ru"


def test_ticker_is_in_the_language_of_most_of_it() -> None:
    assert detect("".join(line for _, line in TICKER)) == "fr"
    assert detect("".join(line for _, line in TICKER[1:3]) + TICKER[2][1]) == "es"


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe The Rolling Oaks jouera à Lyon.\nEn tête d'affiche : The Sound of the Hills",
        "La sociedad publicó un informe.\nTítulo: Le Monde de la mer",
        "Der Minister sprach mit der Presse.\nNew York\nWashington Post",
    ],
)
def test_names_and_headings_change_no_language(text: str) -> None:
    assert len(stretches(text, detect(text) or "en")) == 1


def test_each_paragraph_of_a_ticker_is_read_in_its_language() -> None:
    found = extract("".join(line for _, line in TICKER), language="fr")
    values = {mention.text: getattr(mention.value, "timex", "") for mention in found}
    assert values["mardi 3 mars"] == "XXXX-03-03"
    assert values["4 March 2020"] == "2020-03-04"
    assert values["5 de marzo de 2020"] == "2020-03-05"
    assert values.keys() >= {"£2 million", "tres millones de euros"}


@settings(deadline=None)
@given(st.lists(st.sampled_from(TICKER), max_size=6))
def test_paragraphs_read_apart_give_what_they_give_together(lines: list[tuple[str, str]]) -> None:
    paragraphs = [f"{line.strip()}\n\n" for _, line in lines]
    starts = accumulate(map(len, paragraphs), initial=0)
    apart = [
        (m.kind, m.start + start, m.end + start, m.text)
        for start, paragraph in zip(starts, paragraphs, strict=False)
        for m in extract(paragraph, language="fr")
    ]
    assert [(m.kind, m.start, m.end, m.text) for m in extract("".join(paragraphs), language="fr")] == apart


@given(st.text(), st.sampled_from(["fr", "xx"]))
def test_stretches_cover_any_text_in_order(text: str, language: str) -> None:
    assert "".join(text[stretch.start : stretch.end] for stretch in stretches(text, language)) == text


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
