"""What makes sources one origin, and what must not: an agency that is only mentioned leaves two reports two."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Claim, Source, verify
from factcheck.lang.media import cited, credited
from factcheck.model import ClaimResult, Verdict

CLAIM = "Anna Berg signed the treaty in Oslo on 3 May 2019"
CLAIM_FR = "Anna Berg a signé le traité à Oslo le 3 mai 2019"
ONE = "On 3 May 2019 Anna Berg signed the treaty in Oslo. {}\n\nThe harbour was full of flags, and a band played.\n{}"
TWO = "After years of talks Anna Berg signed the treaty in Oslo on 3 May 2019. {}\n\nFishermen waited outside.\n{}"


def checked(first: str, second: str, claim: str = CLAIM, language: str = "en", **given: str) -> ClaimResult:
    one = Source.from_text("one", first, language=language, publisher=given.get("outlet"), origin=given.get("origin"))
    two = Source.from_text("two", second, language=language, origin=given.get("other"))
    report = verify([Claim("c", claim, language=language, require=2)], [one, two], today=date(2019, 5, 5))
    return report.claims[0]


QUOTATION = "“We have worked for this day for more than eleven years and we are glad of it”"

SAME = {
    "one agency credits the whole of both, in lines of their own": (ONE.format("", "AFP"), TWO.format("", "By AFP")),
    "by a dateline and by the last words": (
        "OSLO (Reuters) - " + ONE.format("", ""),
        TWO.format("", "It rained. (Reuters)"),
    ),
    "both passages cite one agency": (
        "On 3 May 2019 Anna Berg signed the treaty in Oslo, according to the news agency AFP.",
        "Anna Berg signed the treaty in Oslo on 3 May 2019, AFP reported.",
    ),
    "both passages cite one newspaper": (
        "On 3 May 2019 Anna Berg signed the treaty in Oslo, according to the newspaper Nordlys Tidende.",
        "Anna Berg signed the treaty in Oslo on 3 May 2019, the daily Nordlys Tidende reported.",
    ),
    "both passages cite one medium, which one of them calls a newspaper": (
        "On 3 May 2019 Anna Berg signed the treaty in Oslo, according to the newspaper Nordlys.",
        "Anna Berg signed the treaty in Oslo on 3 May 2019, citing Nordlys.",
    ),
    "both passages hold one long quotation": (
        f"On 3 May 2019 Anna Berg signed the treaty in Oslo and said: {QUOTATION}.",
        f"Anna Berg signed the treaty in Oslo on 3 May 2019. {QUOTATION}, Anna Berg said in Oslo.",
    ),
    "most of the words are the same": (ONE.format("", "It rained."), ONE.format("", "The sun shone on the fjord.")),
}

APART = {
    "an agency is only spoken of": (
        ONE.format("Reuters closed its office there.", ""),
        TWO.format("A reporter of Reuters fell ill.", ""),
    ),
    "two agencies": (ONE.format("", "AFP"), TWO.format("", "Reuters")),
    "an agency gave a part": (ONE.format("", "With AFP"), TWO.format("", "By our reporter, with AFP")),
    "an agency gave the pictures": (ONE.format("", "Photo: AFP"), TWO.format("", "Photo by Carl Holm/AFP")),
    "only one cites": (
        "On 3 May 2019 Anna Berg signed the treaty in Oslo, according to AFP.",
        TWO.format("", ""),
    ),
    "both cite a person": (
        "On 3 May 2019 Anna Berg signed the treaty in Oslo, according to Carl Holm.",
        "Anna Berg signed the treaty in Oslo on 3 May 2019, according to Carl Holm.",
    ),
    "the quotation is short": (
        "On 3 May 2019 Anna Berg signed the treaty in Oslo and said: “We are glad of it today”.",
        "Anna Berg signed the treaty in Oslo on 3 May 2019 and said: “We are glad of it today”.",
    ),
    "one supports in its own words too": (
        "On 3 May 2019 Anna Berg signed the treaty in Oslo, according to AFP.",
        TWO.format("", "According to AFP, Anna Berg signed the treaty in Oslo on 3 May 2019."),
    ),
}


@pytest.mark.parametrize(("first", "second"), SAME.values(), ids=SAME)
def test_one_origin(first: str, second: str) -> None:
    result = checked(first, second)
    assert [str(s.stance) for s in result.sources] == ["supports", "supports"]
    assert (result.verdict, result.origins) == (Verdict.INSUFFICIENT, ("one",))
    assert [note.rule for note in result.notes] == ["one-origin"]
    assert any(step.rule == "origins" for step in result.steps)


@pytest.mark.parametrize(("first", "second"), APART.values(), ids=APART)
def test_two_origins(first: str, second: str) -> None:
    result = checked(first, second)
    assert (result.verdict, result.origins) == (Verdict.SUPPORTED, ("one", "two"))


def test_a_passage_that_cites_another_source_is_that_sources() -> None:
    first, second = ONE.format("", ""), "Anna Berg signed the treaty in Oslo on 3 May 2019, writes Nordlys."
    cites = "Anna Berg signed the treaty in Oslo on 3 May 2019, according to Nordlys."
    assert checked(first, cites, outlet="Nordlys").origins == ("one",)
    assert checked(first, cites, outlet="Sydlys").origins == ("one", "two")
    assert checked(first, second, outlet="Nordlys").origins == ("one", "two")  # English puts the outlet first


def test_the_desk_has_the_last_word() -> None:
    first, second = SAME["one agency credits the whole of both, in lines of their own"]
    assert checked(first, second, origin="desk", other="stringer").origins == ("desk", "stringer")
    assert checked(first, second, origin="AFP").origins == ("AFP",)
    first, second = APART["two agencies"]
    assert checked(first, second, origin="wire", other="wire").origins == ("wire",)


@pytest.mark.parametrize(
    ("language", "passage", "media"),
    [
        ("fr", "Le traité a été signé, rapporte l’AFP.", {"AFP"}),
        ("fr", "Le traité a été signé, selon le journal Le Phare du Nord.", {"Le Phare du Nord"}),
        ("fr", "Le traité a été signé, rapporte le quotidien norvégien Nordlys.", {"Nordlys"}),
        ("fr", "Le traité a été signé, selon des propos recueillis par l’AFP.", {"AFP"}),
        ("es", "El tratado fue firmado, dijo en declaraciones a EFE.", {"EFE"}),
        ("fr", "La ministre a déclaré à l’AFP que le traité était signé.", {"AFP"}),
        ("fr", "La ministre a fermé la porte à l’envoyé, et l’AFP a compté les voix.", set()),
        ("fr", "Selon la ministre, le traité a été signé.", set()),
        ("es", "El tratado fue firmado, según la agencia de noticias EFE.", {"EFE"}),
        ("es", "El tratado fue firmado, informó EFE.", {"EFE"}),
        ("es", "EFE cumple cien años.", set()),
        ("de", "Der Vertrag wurde unterschrieben, wie die dpa meldet.", {"dpa"}),
        ("it", "Il trattato è stato firmato, secondo l'ANSA.", {"ANSA"}),
        ("pt", "O tratado foi assinado, segundo a Lusa.", {"Lusa"}),
        ("fi", "Sopimus allekirjoitettiin (STT).", {"STT"}),
    ],
)
def test_media_that_a_passage_cites(language: str, passage: str, media: set[str]) -> None:
    assert cited(passage, language) == media


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("PARIS (AFP) – Le traité est signé.\n\nIl pleut.", "AFP"),
        ("Le traité est signé.\n\nIl pleut.\n\nSource : Reuters", "Reuters"),
        ("Le traité est signé.\n\nPar l’AFP\n\nIl pleut.", "AFP"),
        ("El tratado está firmado.\n\nLlueve. (EFE)", "EFE"),
        ("Der Vertrag ist unterschrieben.\n\nEs regnet. /dpa/", "dpa"),
        ("Le traité est signé.\n\nAvec AFP", None),
        ("Le traité est signé.\n\n(avec AFP et Reuters)", None),
        ("El tratado está firmado.\n\nCon información de EFE", None),
        ("Le traité est signé.\n\nCrédit photo : AFP", None),
        ("L’AFP a dix ans.\n\nIl pleut.\n\nLe maire aime l’AFP", None),
        ("PARIS (AFP) – Le traité est signé.\n\nSource : Reuters", None),
    ],
)
def test_the_agency_that_a_whole_text_is_credited_to(text: str, agency: str | None) -> None:
    assert credited(Source.from_text("s", text)) == agency
