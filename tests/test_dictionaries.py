"""The user's dictionaries: read out of dictd's files, used where the tables leave a word open, never for a conflict."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck import Claim, Source, verify
from factcheck.cli import app
from factcheck.lang import dictd
from factcheck.lang.dictd import BadDictionary, Dictionary, find, senses, translations, whole
from factcheck.model import ClaimResult
from tests.dictionary_made import base64, written


@pytest.fixture
def made(tmp_path: Path) -> Dictionary:
    return find(written(tmp_path))


def test_a_dictionary_is_named_by_any_of_its_files(tmp_path: Path, made: Dictionary) -> None:
    assert (made.name, made.language, made.target) == ("freedict-fra-eng", "fr", "en")
    for name in ("freedict-fra-eng", "freedict-fra-eng.dict.dz", "freedict-fra-eng.index"):
        assert find(tmp_path / name) == made


def test_words_are_read_out_forwards_and_backwards(made: Dictionary) -> None:
    assert translations(made, {"gloriette", "nothing"}) == {"gloriette": ["gazebo", "bower"]}
    assert translations(made, {"cauldron", "gazebo", "lace"}, backwards=True) == {
        "cauldron": ["chaudron"],
        "gazebo": ["gloriette"],
        "lace": ["lacer"],
    }


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("Haus /haʊs/ <neut, n, sg>\nhouse <n>\n   Synonym: {Gebäude}\n see: {Häuser}\n", ["house"]),
        ("fuga <n>\n1. joint\n(budownictwo) spoina w murze\n2. fugue\n", ["joint", "fugue"]),
        ("au\nat the, to the\n", []),
        ("x <v>\n", []),
    ],
)
def test_senses(entry: str, words: list[str]) -> None:
    assert list(senses(entry)) == words


def test_numbers_are_in_the_base_of_dictd() -> None:
    assert [whole(base64(n)) for n in (0, 63, 64, 4096, 100_000_000)] == [0, 63, 64, 4096, 100_000_000]


def answer(claim: str, source: str, *known: Dictionary, language: str = "fr") -> ClaimResult:
    sources = [Source.from_text("s", source, language=language)]
    return verify([Claim("c", claim, language="en")], sources, dictionaries=known).claims[0]


BOUGHT = "Acme bought a gazebo in Oslo"


def test_a_word_without_a_concept_is_found_in_translation(made: Dictionary) -> None:
    source = "Acme a acheté une gloriette à Oslo."
    assert str(answer(BOUGHT, source).sources[0].stance) == "partial"
    result = answer(BOUGHT, source, made).sources[0]
    assert str(result.stance) == "supports"
    assert "freedict-fra-eng" in result.evidence[0].reason
    assert [str(m.relation) for m in result.evidence[0].details if m.detail.text == "gazebo"] == ["compatible"]
    assert "dictionary" in {step.rule for step in result.steps}


def test_no_conflict_rests_on_a_dictionary(made: Dictionary) -> None:
    for source in (
        "Acme a vendu une gloriette à Oslo.",
        "Acme n’a pas acheté de gloriette à Oslo.",
        "Une gloriette n’a rien coûté à Oslo.",
    ):
        assert answer(BOUGHT, source, made).sources[0].stance == answer(BOUGHT, source).sources[0].stance


def test_it_is_not_used_for_another_language(made: Dictionary) -> None:
    assert answer(BOUGHT, "Acme compró un albergue en Oslo.", made, language="es") == answer(
        BOUGHT, "Acme compró un albergue en Oslo.", language="es"
    )


@pytest.mark.parametrize(
    ("name", "index", "text", "fault"),
    [
        ("freedict-fra-eng", "inn\tA\n", b"", "base 64 are expected"),
        ("freedict-fra-eng", "inn\tA\t!\n", b"", "base 64 are expected"),
        ("freedict-fra-eng", "inn\tA\tAAAAAAAAAAAAAAAA\n", b"", "base 64 are expected"),
        ("freedict-fra-eng", "inn\tA\tZ\n", gzip.compress(b"inn", mtime=0), "lies outside"),
        ("freedict-fra-eng", "inn\tA\tB\n", b"no gzip", "cannot be unpacked"),
        ("freedict-fra-eng", "inn\tA\tB\n", gzip.compress(b"inn" * 99, mtime=0)[:-9], "cannot be unpacked"),
        ("freedict-fra-eng", "inn\tA\tB\n", gzip.compress(bytes(4096), mtime=0), "larger than"),
        ("words", "inn\tA\tB\n", gzip.compress(b"inn", mtime=0), "its name must tell its languages"),
    ],
)
def test_a_broken_dictionary_is_one_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, index: str, text: bytes, fault: str
) -> None:
    monkeypatch.setattr(dictd, "MAX_TEXT", 1024)
    (tmp_path / f"{name}.index").write_text(index, encoding="utf-8")
    (tmp_path / f"{name}.dict.dz").write_bytes(text)
    with pytest.raises(BadDictionary, match=fault) as told:
        translations(find(tmp_path / name), {"inn"})
    assert "\n" not in str(told.value.problem)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadDictionary, match="is missing"):
        find(tmp_path / "freedict-fra-eng")


def test_the_command_and_the_registry_take_dictionaries(tmp_path: Path) -> None:
    index = written(tmp_path)
    (tmp_path / "a.txt").write_text("Acme a acheté une gloriette à Oslo.\n", encoding="utf-8")
    claims = tmp_path / "claims.yaml"
    claims.write_text(f'sources: [a.txt]\nclaims: ["{BOUGHT}"]\n', encoding="utf-8")
    told = CliRunner().invoke(app, ["verify", str(claims), "--dictionary", str(index)])
    assert (told.exit_code, "freedict-fra-eng" in told.output) == (0, True)
    claims.write_text(f'sources: [a.txt]\ndictionaries: [{index.name}]\nclaims: ["{BOUGHT}"]\n', encoding="utf-8")
    assert CliRunner().invoke(app, ["verify", str(claims)]).exit_code == 0
    index.write_text("gloriette\tA\t?\n", encoding="utf-8")
    told = CliRunner().invoke(app, ["verify", str(claims), "--quiet"])
    assert (told.exit_code, "freedict-fra-eng.index:1: headword" in told.output) == (2, True)
