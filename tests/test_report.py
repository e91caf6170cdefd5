"""Reports: whole outputs held byte for byte, and what must hold whatever the outcome."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import unicodedata
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.model import DiffReport, Evidence, Report, Stance, Verdict
from factcheck.report import FORMATS, Explanation, Extractions, Outcome, Screen, format_of, renderers
from factcheck.report.markdown import plain
from factcheck.report.select import worst_first
from factcheck.report.signs import FINDINGS, QUALIFIERS, RELATIONS, STANCES, VERDICTS
from factcheck.report.text import INVISIBLE, bracketed, clipped, pieces, safe, short_ids
from tests.report_made import COURRIER, DIFF, EXPLANATION, EXTRACTIONS, HERALD, LONG, REPORT, RUDE, SOURCES

GOLDEN = Path(__file__).parent / "golden"
OUTCOMES: dict[str, Outcome] = {
    "verify": REPORT,
    "diff-sources": DIFF,
    "extract": EXTRACTIONS,
    "explain": EXPLANATION,
}
SHOWN = [(name, outcome) for name in FORMATS for outcome in OUTCOMES if type(OUTCOMES[outcome]) in renderers(name)]
SCREENS = {
    "40": Screen(40),
    "80": Screen(80),
    "120": Screen(120),
    "colour": Screen(80, color=True),
    "ascii": Screen(80, ascii=True),
    "quiet": Screen(40, quiet=True),
}
UNSEEN = re.compile(f"[{INVISIBLE}]")


def render(name: str, outcome: Outcome, screen: Screen | None = None) -> str:
    return renderers(name)[type(outcome)](outcome, screen or Screen())


def held(path: Path, said: str) -> None:
    """Compares with a golden file; `GOLDEN=write pytest` writes it anew, to be read before it is committed."""
    if os.environ.get("GOLDEN") == "write":
        path.write_text(said, encoding="utf-8", newline="")
    assert said == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize(("name", "outcome"), SHOWN)
def test_golden(name: str, outcome: str) -> None:
    held(GOLDEN / f"{outcome}{FORMATS[name].suffix}", render(name, OUTCOMES[outcome]))


@pytest.mark.parametrize("width", ["40", "120", "colour", "ascii", "quiet"])
def test_golden_screens(width: str) -> None:
    held(GOLDEN / f"verify.{width}.txt", render("terminal", REPORT, SCREENS[width]))


@pytest.mark.parametrize(("name", "outcome"), SHOWN)
def test_no_format_lets_a_source_drive_the_screen(name: str, outcome: str) -> None:
    said = render(name, OUTCOMES[outcome]).removeprefix("\ufeff")
    assert not UNSEEN.search(said)


@pytest.mark.parametrize("screen", [s for key, s in SCREENS.items() if key != "quiet"], ids=lambda s: f"{s}")
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_lines_fit_the_screen(outcome: str, screen: Screen) -> None:
    for line in re.sub(r"\x1b\[[0-9;]*m", "", render("terminal", OUTCOMES[outcome], screen)).splitlines():
        assert (
            sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) <= screen.width + 10 * screen.ascii
        )
        assert line == line.rstrip()


def test_colour_adds_nothing_but_colour() -> None:
    coloured = render("terminal", REPORT, Screen(80, color=True))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert "\x1b[" in coloured
    assert [line.rstrip() for line in plain.splitlines()] == render("terminal", REPORT).splitlines()


def test_ascii_screens_get_ascii_signs() -> None:
    said = render("terminal", REPORT, Screen(80, ascii=True))
    assert {character for character in said if not character.isascii()} == set("€’éû")


def test_worst_first_and_nothing_hidden() -> None:
    said = render("terminal", REPORT)
    places = [said.index(f"{verdict.value.upper()}") for verdict in VERDICTS]
    assert places == sorted(places)
    assert all(one.id in said for one in SOURCES)
    assert "desk/blank.txt:1: the file is empty" in said
    assert "left out by the registry: 04_quiet" in said
    assert "29 of 212 characters set aside as furniture (14 %)" in " ".join(said.split())


def test_quiet_names_only_what_is_not_supported_a_line_each() -> None:
    lines = render("terminal", REPORT, SCREENS["quiet"]).splitlines()
    assert [line.split(":")[0].split()[-1] for line in lines] == ["price", "bridge"]


def test_quiet_outcomes_are_a_line_each() -> None:
    lines = {name: render("terminal", outcome, SCREENS["quiet"]).splitlines() for name, outcome in OUTCOMES.items()}
    assert {name: len(found) for name, found in lines.items()} == {
        "verify": 2,
        "diff-sources": 1,
        "extract": 2,
        "explain": 1,
    }


def test_a_long_passage_is_shown_around_its_marks() -> None:
    said = bracketed(pieces(COURRIER))
    assert said.startswith("…")
    assert said.endswith("…")
    assert "⟦=Ana Ruiz⟧" in said
    assert "⟦≠15 millions d’euros⟧" in said
    assert len(said) < 500 < len(LONG)


def test_a_short_passage_is_shown_whole() -> None:
    said = bracketed(pieces(HERALD))
    assert re.sub("[⟦⟧=~]", "", said) == HERALD.quote


@given(st.text(max_size=400), st.lists(st.tuples(st.integers(0, 400), st.integers(1, 30)), max_size=5))
def test_pieces_keep_every_shown_word_in_order(text: str, spans: list[tuple[int, int]]) -> None:
    """Marks are laid where they are, whatever overlaps or hangs over the end of the passage."""
    mentions = [m for start, length in spans if (m := shifted(start, length, len(text)))]
    evidence = Evidence(Stance.PARTIAL, 0, len(text), text, 1, 1, tuple(mentions), (), "", "")
    shown = "".join(piece.text for piece in pieces(evidence, context=1000))
    assert shown.replace(" ", "") == safe(text).replace(" ", "")


def shifted(start: int, length: int, total: int):  # type: ignore[no-untyped-def]  # noqa: ANN201
    from dataclasses import replace  # noqa: PLC0415

    if start + length > total:
        return None
    match = COURRIER.details[0]
    assert match.mention
    return replace(match, mention=replace(match.mention, start=start, end=start + length))


@given(st.text())
def test_safe_text_is_one_line_without_hidden_characters(text: str) -> None:
    said = safe(text)
    assert not UNSEEN.search(said)
    assert len(said.splitlines()) <= 1
    assert len(clipped(text, 10)) <= 10


def test_short_ids_tell_sources_apart() -> None:
    assert short_ids(["000_ab", "001_cd"]) == {"000_ab": "000", "001_cd": "001"}
    assert short_ids(["news_a", "news_b", "x"]) == {"news_a": "news_a", "news_b": "news_b", "x": "x"}


def test_every_state_has_a_sign_and_a_word() -> None:
    assert set(VERDICTS) == set(Verdict)
    for table in (VERDICTS, RELATIONS, FINDINGS):
        assert len({sign.sign for sign in table.values()}) == len(table)
        assert len({sign.ascii for sign in table.values()}) == len(table)
        assert all(sign.ascii.isascii() for sign in table.values())
    assert set(STANCES) == set(Stance)
    assert len(QUALIFIERS) == 4


# --- json -----------------------------------------------------------------------------------------------------------

VERIFY_KEYS = ["schema", "claims", "sources", "problems", "summary"]
CLAIM_KEYS = ["id", "statement", "line", "verdict", "details", "notes", "sources"]
EVIDENCE_KEYS = ["stance", "quote", "start", "end", "line", "column", "qualifiers", "details", "reason"]
DETAIL_KEYS = ["kind", "claim", "relation", "text", "value", "start", "end"]
SOURCE_KEYS = ["id", "path", "label", "publisher", "published", "language", "origin", "sha256"]


def test_json_has_the_keys_of_the_contract_in_their_order() -> None:
    record = json.loads(render("json", REPORT))
    assert record["schema"] == "factcheck/verify/1"
    assert list(record) == VERIFY_KEYS
    claim = record["claims"][1]
    assert list(claim)[: len(CLAIM_KEYS)] == CLAIM_KEYS
    evidence = claim["sources"][0]["evidence"][0]
    assert list(evidence)[: len(EVIDENCE_KEYS)] == EVIDENCE_KEYS
    assert list(evidence["details"][0])[: len(DETAIL_KEYS)] == DETAIL_KEYS
    assert list(record["sources"][0])[: len(SOURCE_KEYS)] == SOURCE_KEYS
    assert list(record["problems"][0])[:3] == ["path", "line", "message"]
    assert list(record["summary"])[:5] == ["claims", "supported", "refuted", "conflicting", "insufficient"]
    assert [one["source"] for one in claim["sources"]] == [one.id for one in SOURCES]


def test_json_quotes_are_exact_even_of_hostile_text() -> None:
    text = {one.id: one.text for one in SOURCES}
    record = json.loads(render("json", REPORT))
    seen = 0
    for claim in record["claims"]:
        for found in claim["sources"]:
            for evidence in found["evidence"]:
                seen += 1
                assert text[found["source"]][evidence["start"] : evidence["end"]] == evidence["quote"]
                for detail in evidence["details"]:
                    if detail["text"] is not None:
                        assert text[found["source"]][detail["start"] : detail["end"]] == detail["text"]
    assert seen == 5
    assert json.loads(render("json", EXTRACTIONS))["sources"][1]["mentions"][0]["text"] in RUDE


def test_json_survives_a_lone_surrogate() -> None:
    broken = Report((), (), (type(REPORT.problems[0])("bad\udcff.txt", 1, 1, "no\ud800"),))
    said = render("json", broken)
    said.encode("utf-8")
    assert json.loads(said)["problems"][0]["path"] == "bad\udcff.txt"


def test_explain_is_the_claim_and_its_steps() -> None:
    record = json.loads(render("json", EXPLANATION))
    assert record["schema"] == "factcheck/explain/1"
    (claim,) = record["claims"]
    assert claim["steps"][0]["rule"] == "verdict-table"
    assert claim["sources"][0]["steps"][0]["message"] == "line 4 names the mayor"


# --- the other formats ----------------------------------------------------------------------------------------------


def test_csv_holds_no_formula() -> None:
    tricky = Report(
        (
            type(REPORT.claims[0])(
                type(REPORT.claims[0].claim)("=1+1", "@SUM(A1)"), Verdict.INSUFFICIENT, (), (), REPORT.claims[2].sources
            ),
        ),
        SOURCES,
    )
    rows = list(csv.reader(io.StringIO(render("csv", tricky).removeprefix("\ufeff"))))
    assert rows[1][:2] == ["'=1+1", "'@SUM(A1)"]
    assert len({len(row) for row in rows}) == 1


def test_csv_has_a_row_for_each_claim_and_source() -> None:
    rows = list(csv.DictReader(io.StringIO(render("csv", REPORT).removeprefix("\ufeff"))))
    assert len(rows) == sum(len(result.sources) for result in REPORT.claims) == 15
    assert {row["stance"] for row in rows} == {stance.value for stance in Stance}


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.append(tag)
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("outcome", [REPORT, DIFF])
def test_html_is_whole_and_runs_nothing(outcome: Report | DiffReport) -> None:
    page = Tags()
    page.feed(render("html", outcome))
    assert page.open == []
    assert not {"script", "img", "iframe", "a", "link", "form"} & set(page.tags)


def test_markdown_leaves_nothing_of_a_stranger_to_read() -> None:
    said = render("markdown", REPORT)
    assert "<script>" not in said
    assert "http:" not in said
    assert "](" not in said.replace("\\]\\(", "")


@given(st.text(alphabet=st.sampled_from("a1 .:/@*_`[]()<>#|~!&$-+=\\\nhttpw;é")))
def test_markdown_reads_a_strangers_words_as_they_are(text: str) -> None:
    parser = MarkdownIt("gfm-like", {"linkify": False}).enable("table")
    said = safe(text).strip()
    page = parser.render(f"x {plain(said)} x\n")
    assert unescape(page) == f"<p>x {said} x</p>\n"


def test_sarif_points_into_registry_and_sources() -> None:
    log = json.loads(render("sarif", REPORT))
    results = log["runs"][0]["results"]
    assert [result["level"] for result in results] == ["error", "error", "warning", "none"]
    assert results[2]["suppressions"]
    assert results[1]["locations"][0]["physicalLocation"]["region"]["startLine"] == 4
    region = results[1]["relatedLocations"][0]["physicalLocation"]["region"]
    offset = region["charOffset"]
    assert SOURCES[0].text[offset : offset + region["charLength"]] == region["snippet"]["text"]


def test_junit_counts() -> None:
    suite = ET.fromstring(render("junit", REPORT)).find("testsuite")
    assert suite is not None
    assert {key: suite.get(key) for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "5",
        "failures": "2",
        "errors": "1",
        "skipped": "1",
    }


def test_formats_by_file_name() -> None:
    assert format_of("out/report.json") == "json"
    assert format_of("report") == "terminal"
    with pytest.raises(KeyError):
        renderers("../cli")


def test_an_empty_outcome_is_shown() -> None:
    empty: list[Outcome] = [
        Report((), ()),
        DiffReport((), ()),
        Extractions(()),
        Explanation(Report((), ())),
    ]
    for name in FORMATS:
        for outcome in empty:
            if type(outcome) in renderers(name):
                render(name, outcome)


def test_waived_claims_come_after_the_others_of_their_verdict() -> None:
    assert [result.claim.id for result in worst_first(REPORT.claims)] == ["price", "bridge", "ferry", "mayor"]
