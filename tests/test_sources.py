"""Sources: what each line of a page is, where metadata comes from, and that no bad file hides the others."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from factcheck.model import Source, Zone, ZoneName
from factcheck.sources import read_sources
from factcheck.sources.lines import flat, lines
from factcheck.sources.metadata import KEYS, dateline_facts
from factcheck.sources.zones import layout

CASES = Path(__file__).parent / "cases" / "zones"
LETTERS = {zone.value[0].upper(): zone for zone in ZoneName}

PROSE = "The council voted on Wednesday to close the old bridge for a year and to spend $4.5 million on it.\n"


def pages() -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}-{case['name']}")
        for path in sorted(CASES.glob("*.yaml"))
        for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    ]


def unmarked(page: str) -> tuple[str, list[tuple[str, ZoneName]]]:
    """A case's text without its letters, and the zone of each piece that says something."""
    text, wanted = "", []
    for line in page.splitlines():
        for number, piece in enumerate(line.split("¦")):
            said = piece[1:] if number else piece[2:]
            text += said
            if said.strip():
                wanted.append((said.strip(), LETTERS[piece[0]]))
        text += "\n"
    return text, wanted


def zone_of(zones: tuple[Zone, ...], offset: int) -> ZoneName:
    return next(zone.zone for zone in zones if zone.start <= offset < zone.end)


@pytest.mark.parametrize(("language", "case"), pages())
def test_each_line_of_a_page_is_in_its_zone(language: str, case: dict[str, str]) -> None:
    text, wanted = unmarked(case["page"])
    found = layout(text, language=language)
    begin, got = 0, []
    for said, _ in wanted:
        begin = text.index(said, begin)
        got.append((said, zone_of(found.zones, begin)))
        begin += len(said)
    assert got == wanted
    facts = dateline_facts(found).values
    assert str(facts.get("published", "")) == case.get("published", "")
    assert facts.get("publisher", "") == case.get("publisher", "")


@given(
    st.lists(
        st.sampled_from(
            [
                "Menu",
                "",
                PROSE.strip(),
                "Published on 3 May 2022",
                "A title of five words",
                "12 DH",
                "a\tb",
                "PARIS (AFP) - He said.",
                "\r",
                "\x85",
                "x" * 300,
                "©",
            ]
        )
    ).map("\n".join)
)
def test_zones_cover_a_page_without_gap_or_overlap(text: str) -> None:
    zones = layout(text).zones
    assert [zone.start for zone in zones] == [0, *(zone.end for zone in zones)][: len(zones)]
    assert (zones[-1].end if zones else 0) == len(text)
    assert all(zone.start < zone.end for zone in zones)


@given(st.text())
def test_zones_cover_any_text(text: str) -> None:
    zones = layout(text).zones
    assert "".join(text[zone.start : zone.end] for zone in zones) == text
    assert len(flat(text)) == len(text)
    assert "".join(text[line.start : line.end] for line in lines(text)) == text


# --- files ----------------------------------------------------------------------------------------------------------


def read(folder: Path, *patterns: str) -> tuple[dict[str, Source], list[str]]:
    sources, problems = read_sources(patterns or (".",), folder)
    return {source.id: source for source in sources}, [str(problem) for problem in problems]


def test_the_text_of_a_file_is_as_it_is(tmp_path: Path) -> None:
    raw = "Un.\r\nDeux\u2028 \tété 😀\rtrois\n".encode()
    (tmp_path / "a.txt").write_bytes(raw)
    sources, problems = read(tmp_path)
    assert problems == []
    assert sources["a"].text.encode() == raw
    assert sources["a"].sha256 == hashlib.sha256(raw).hexdigest()
    assert sources["a"].path == "a.txt"


@pytest.mark.parametrize(
    ("raw", "text", "named"),
    [
        ("été".encode("utf-8-sig"), "été", None),
        ("été".encode("utf-16"), "été", "utf-16-le"),
        (b"\xfe\xff" + "été".encode("utf-16-be"), "été", "utf-16-be"),
        ("L’été, à 5 € « près » du port…".encode("cp1252"), "L’été, à 5 € « près » du port…", "windows-1252"),
    ],
    ids=["mark", "little", "big", "Windows"],
)
def test_encodings_that_are_sure_are_read_and_named(tmp_path: Path, raw: bytes, text: str, named: str | None) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    sources, problems = read(tmp_path)
    assert problems == []
    assert sources["a"].text == text
    assert sources["a"].provenance.get("encoding") == named


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("a.txt", b"", "a.txt: the file is empty"),
        ("a.txt", b" \n\t\n", "a.txt: the file is empty"),
        ("a.txt", b"GIF89a\0\1\2", "a.txt: this is no text but a binary file"),
        ("a.txt", bytes(range(1, 27)) * 9, "a.txt: this is no text but a binary file"),
        ("a.txt", "un\ndeux café ".encode() + b"\xe9t\xe9", "a.txt:2:11: byte 0xE9 is not UTF-8"),
        ("a.txt", b"ok \x81 \x8d", "a.txt:1:4: byte 0x81 is not UTF-8"),
        ("a.txt", b"\xff\xfeh\0i", "a.txt:1:2: byte 0x69 is not UTF-16-LE"),
        ("a.xls", b"x", "a.xls: not a format that is read (.txt"),
        ("Makefile", b"x", "Makefile: not a format that is read"),
        ("a.md", b"---\ntitle: [x\n---\n", "a.md:2:10: front matter: "),
        ("sources.yaml", b"a: {}\n", "sources.yaml:1:1: there is no file \"a\""),
    ],
)  # fmt: skip
def test_a_bad_file_is_one_line_and_hides_no_other(tmp_path: Path, name: str, raw: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "good.txt").write_text("Good.")
    sources, problems = read(tmp_path)
    assert "good" in sources
    assert len(problems) == 1
    assert problems[0].startswith(told)


def test_what_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("A.")
    (tmp_path / "b.txt").write_text("B.")
    whole = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    sources, problems = read(tmp_path)
    assert list(sources) == ["b"]
    assert problems == ["a.txt: cannot be read (Permission denied)"]


def test_folders_globs_and_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/c.md", "deep/er/d.txt", ".hidden.txt", ".git/e.txt", "sources.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("" if name == "sources.yaml" else f"{name}.")
    assert list(read(tmp_path)[0]) == ["a", "b", "c", "d"]
    assert list(read(tmp_path, "*.txt")[0]) == ["a", "b"]
    assert list(read(tmp_path, "**/*.txt")[0]) == ["a", "b", "d"]
    assert list(read(tmp_path, "deep", "b.txt", "deep/c.md")[0]) == ["c", "d", "b"]
    assert list(read(tmp_path / "deep", "../a.txt")[0]) == ["a"]
    assert read(tmp_path / "deep", str(tmp_path / "a.txt"))[0]["a"].path == (tmp_path / "a.txt").as_posix()


def test_what_names_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    _, problems = read(tmp_path, "none", "*.txt", "empty")
    assert problems[0].startswith("none: no such file or folder")
    assert problems[1].startswith("*.txt: no such file or folder")
    assert problems[2] == "empty: the folder holds no source"


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A.")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "up").symlink_to(tmp_path)
    (tmp_path / "lost.txt").symlink_to("nowhere.txt")
    sources, problems = read(tmp_path)
    assert list(sources) == ["a"]
    assert problems == ["lost.txt: cannot be read (No such file or directory)"]


def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text("A.")
    sources, problems = read(tmp_path)
    assert list(sources) == ["a"]
    assert problems == ["pipe.txt: this is no file to read but a pipe or a device; leave it out"]


def test_names_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("A.")
    (tmp_path / "a.txt").write_text("A.")
    sources, problems = read(tmp_path)
    assert list(sources) == ["a"]
    assert problems == ["caf\ufffd.txt: its name is not UTF-8; rename it"]


def test_two_files_of_one_stem_are_one_id_too_many(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("A.")
    (tmp_path / "a.txt").write_text("B.")
    sources, problems = read(tmp_path)
    assert sources["a"].path == "a.md"
    assert problems == ['a.txt: the id "a" is taken by a.md; rename one of the two files']


# --- metadata -------------------------------------------------------------------------------------------------------

ARTICLE = f"""---
title: Old bridge
date: 2022-03-02
lang: en-GB
---
Bridge to close for a year
Published on 1 March 2022
{PROSE}"""


def test_the_first_that_gives_a_key_wins_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE)
    (tmp_path / "a.md.meta.yaml").write_text("published: 2022-03-03\nurl: https://example.org/a\n")
    (tmp_path / "sources.yaml").write_text("a: {label: The Post, published: 2022-03-04}\n")
    source = read(tmp_path)[0]["a"]
    assert (source.label, source.published, source.url) == ("The Post", date(2022, 3, 4), "https://example.org/a")
    assert source.language == "en"
    assert source.provenance == {
        "label": "sources.yaml",
        "published": "sources.yaml",
        "url": "a.md.meta.yaml",
        "language": "front matter",
    }


def test_each_place_of_metadata_alone(tmp_path: Path) -> None:
    (tmp_path / "front.md").write_text(ARTICLE)
    (tmp_path / "line.txt").write_text(ARTICLE.partition("---\n")[2].partition("---\n")[2])
    (tmp_path / "bare.txt").write_text(PROSE)
    sources, problems = read(tmp_path)
    assert problems == []
    front, line, bare = sources["front"], sources["line"], sources["bare"]
    assert (front.published, front.provenance["published"], front.label) == (
        date(2022, 3, 2),
        "front matter",
        "Old bridge",
    )
    assert front.zones[0].zone is ZoneName.FURNITURE
    assert front.text[front.zones[0].end :].startswith("Bridge")
    assert (line.published, line.provenance["published"]) == (date(2022, 3, 1), "dateline")
    assert line.label == "Bridge to close for a year"
    assert (bare.published, bare.label, bare.language) == (None, "bare", "en")
    assert bare.provenance == {"language": "detected"}


def test_faults_of_metadata_have_their_place_and_the_rest_counts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "sources.yaml").write_text("a.txt:\n  lable: x\n  published: soon\n  publisher: Post\nb: {label: y}\n")
    sources, problems = read(tmp_path)
    assert sources["a"].publisher == "Post"
    assert sources["a"].label == "Post"
    assert [problem.partition(": ")[0] for problem in problems] == [f"sources.yaml:{p}" for p in ("2:3", "3:14", "5:1")]
    assert 'did you mean "label"?' in problems[0]


def test_a_sidecar_without_its_source_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "a.meta.yaml").write_text("label: A\n")
    (tmp_path / "b.txt.meta.yaml").write_text("label: B\n")
    sources, problems = read(tmp_path)
    assert sources["a"].label == "A"
    assert problems == ["b.txt.meta.yaml: there is no source of this name beside it; rename one of the two"]


def test_rules_that_are_no_front_matter_stay_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\nA line of dashes and then a sentence.\n---\n" + PROSE)
    source = read(tmp_path)[0]["a"]
    assert all(zone.zone is ZoneName.BODY for zone in source.zones)


def test_the_schema_knows_the_keys_that_the_reader_knows() -> None:
    schema = json.loads(files("factcheck").joinpath("schema/sources.schema.json").read_text("utf-8"))
    assert set(schema["$defs"]["source"]["properties"]) == set(KEYS)
    sample = (Path(__file__).parent.parent / "seeds" / "sources.yaml").read_text(encoding="utf-8")
    assert Draft202012Validator(schema).is_valid(yaml.load(sample, yaml.BaseLoader))


def test_the_sample_sources_say_what_was_set_aside() -> None:
    sources, problems = read(Path(__file__).parent.parent, "seeds/")
    assert problems == []
    assert len(sources) == 5
    for source in sources.values():
        assert "".join(source.text[zone.start : zone.end] for zone in source.zones) == source.text
        assert source.language == "fr"
    dated = [source for source in sources.values() if source.published]
    assert len(dated) == 3
    assert all(source.provenance["published"] == "dateline" for source in dated)
