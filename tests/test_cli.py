"""The command line: what goes in, what comes out, and the exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from factcheck.cli import app
from factcheck.model import ClaimResult, DiffReport, FindingRelation, Report
from factcheck.report import FORMATS
from tests.report_made import BRIDGE, DIFF, FINE, SOURCES, WAIVED, WRONG

ROOT = Path(__file__).parent.parent
REGISTRY = """\
version: 1
sources: [desk/]
claims:
  - id: bridge
    statement: The bridge cost 12 million euros
"""
STORY = "The mayor opened the bridge. It cost 12 million euros.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a registry of one claim and one source, as the current folder."""
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "claims.yaml").write_text(REGISTRY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return tmp_path


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Stands in for the work: `settled(results…)` is what `verify` will find."""

    def stand_in(*results: ClaimResult) -> None:
        monkeypatch.setattr("factcheck.run.verify", lambda *_, **__: Report(results, SOURCES))

    return stand_in


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program itself, in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run([sys.executable, "-m", "factcheck", *arguments], capture_output=True, env=env, check=False)


# --- exit codes -----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("results", "options", "code"),
    [
        ((FINE,), (), 0),
        ((FINE, WAIVED), (), 0),
        ((FINE, WRONG), (), 1),
        ((BRIDGE,), (), 1),
        ((replace(WAIVED, waived=False),), (), 1),
        ((WRONG,), ("--exit-zero",), 0),
    ],
)
def test_exit_code(
    settled: Callable[..., None], results: tuple[ClaimResult, ...], options: tuple[str, ...], code: int
) -> None:
    settled(*results)
    assert run("verify", *options).exit_code == code


@pytest.mark.parametrize("options", [(), ("--exit-zero",)])
def test_a_source_that_cannot_be_read_is_said_and_the_others_are_checked(
    desk: Path, settled: Callable[..., None], options: tuple[str, ...]
) -> None:
    (desk / "desk" / "blank.txt").touch()
    settled(FINE)
    done = run("verify", *options)
    assert done.exit_code == 2
    assert "blank.txt" in done.stdout
    assert "SUPPORTED" in done.stdout


def test_a_bad_claim_is_said_and_the_others_are_checked(desk: Path, settled: Callable[..., None]) -> None:
    (desk / "claims.yaml").write_text(REGISTRY + "  - {id: x, statment: y}\n", encoding="utf-8")
    settled(FINE)
    done = run("verify", "--format", "json")
    assert done.exit_code == 2
    assert "claims.yaml:6" in done.stderr
    assert json.loads(done.stdout)["problems"][0]["line"] == 6


@pytest.mark.parametrize("arguments", [("verify",), ("verify", "-f", "json"), ("verify", "-f", "csv")])
def test_nothing_to_check_is_never_fine(desk: Path, arguments: tuple[str, ...]) -> None:
    (desk / "desk" / "story.txt").unlink()
    done = run(*arguments)
    assert done.exit_code == 2
    assert "nothing was checked" in done.output
    assert "Traceback" not in done.output


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "absent.yaml"),
        ("verify", "--format", "jsno"),
        ("verify", "--jobs", "0"),
        ("verify", "--sources", "absent/"),
        ("diff-sources", "absent/"),
        ("extract", "absent.txt"),
        ("extract",),
        ("explain", "brigde"),
        ("verify", "--output", "absent/report.json"),
        ("extract", "desk/", "--format", "sarif"),
        ("rule", "no-such-rule"),
        ("no-such-command",),
    ],
)
def test_bad_usage_and_bad_input(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.output
    assert "Traceback" not in done.output


@pytest.mark.usefixtures("desk")
def test_a_wrong_id_is_told_with_the_nearest() -> None:
    assert "did you mean 'bridge'?" in run("explain", "brigde").stderr


def failing(error: BaseException) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


@pytest.mark.usefixtures("desk")
def test_a_fault_of_the_program_is_one_line_without_the_sources_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.run.verify", failing(ValueError("It cost 12 million")))
    done = run("verify")
    assert done.exit_code == 3
    assert len(done.stderr.splitlines()) == 1
    assert "12 million" not in done.output
    assert "ValueError" in done.stderr
    told = run("verify", "--debug")
    assert told.exit_code == 3
    assert "Traceback" in told.stderr


@pytest.mark.usefixtures("desk")
def test_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.run.verify", failing(KeyboardInterrupt()))
    assert run("verify").exit_code == 130


@pytest.mark.usefixtures("desk")
def test_diff_sources_ends_with_1_only_for_a_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(relation: FindingRelation) -> Callable[..., DiffReport]:
        kept = tuple(finding for finding in DIFF.findings if finding.relation is relation)
        return lambda *_, **__: DiffReport(kept, SOURCES)

    monkeypatch.setattr("factcheck.run.diff_sources", found(FindingRelation.CONFLICT))
    assert run("diff-sources", "desk/").exit_code == 1
    assert run("diff-sources", "desk/", "--exit-zero").exit_code == 0
    monkeypatch.setattr("factcheck.run.diff_sources", found(FindingRelation.AGREE))
    assert run("diff-sources").exit_code == 0  # the registry's own sources


# --- output ---------------------------------------------------------------------------------------------------------


def test_output_is_written_whole_in_the_format_of_its_name(desk: Path, settled: Callable[..., None]) -> None:
    settled(FINE)
    report = desk / "report.json"
    report.write_text("old", encoding="utf-8")
    report.chmod(0o600)
    done = run("verify", "--output", str(report))
    assert done.exit_code == 0
    assert done.stdout == ""
    assert json.loads(report.read_text(encoding="utf-8"))["schema"] == "factcheck/verify/1"
    assert report.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in desk.iterdir()) == ["claims.yaml", "desk", "report.json"]


def test_an_output_that_cannot_be_written_leaves_the_old_one(
    desk: Path, settled: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(FINE)
    report = desk / "report.txt"
    report.write_text("old", encoding="utf-8")
    monkeypatch.setattr("pathlib.Path.replace", failing(OSError(28, "No space left on device")))
    done = run("verify", "-o", str(report))
    assert done.exit_code == 2
    assert "No space left on device" in done.stderr
    assert report.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in desk.iterdir()) == ["claims.yaml", "desk", "report.txt"]


@pytest.mark.usefixtures("desk")
def test_quiet_is_a_line_for_each_claim_that_is_not_supported(settled: Callable[..., None]) -> None:
    settled(FINE, BRIDGE, WAIVED, WRONG)
    assert [line.split()[2] for line in run("verify", "--quiet").stdout.splitlines()] == ["price:", "bridge:"]


@pytest.mark.usefixtures("desk")
def test_colour_only_where_it_is_wanted(settled: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    settled(FINE)
    assert "\x1b[" not in run("verify").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" in run("verify").stdout
    assert "\x1b[" not in run("verify", "--no-color").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("verify").stdout


# --- the program itself ---------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("desk")
def test_utf8_whatever_the_locale() -> None:
    plain = program("verify", "--format", "json", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert json.loads(plain.stdout.decode("utf-8"))["claims"][0]["id"] == "bridge"
    poor = program("verify", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert poor.stdout.decode("ascii")
    assert poor.returncode in {0, 1}
    rich = program("verify", LC_ALL="POSIX")
    assert rich.stdout.decode("utf-8")


@pytest.mark.usefixtures("desk")
def test_a_reader_that_goes_away_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "factcheck", "verify"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, env=env, check=False)
    os.close(writing)
    assert done.returncode in {0, 1}
    assert done.stderr == b""


def test_help_waits_for_no_library_of_a_run() -> None:
    heavy = ("rich", "babel", "yaml", "factcheck.run", "factcheck.extract")
    code = f"import sys, factcheck.cli; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("command", ["verify", "diff-sources", "extract", "explain", "rule"])
def test_help_teaches(command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0
    assert f"factcheck {command}" in done.stdout
    assert command == "rule" or all(name in done.stdout for name in FORMATS)


def test_version() -> None:
    done = run("--version")
    assert done.exit_code == 0
    assert done.stdout.startswith("factcheck ")


@pytest.mark.usefixtures("desk")
def test_the_four_commands_end_to_end() -> None:
    verified = json.loads(run("verify", "-f", "json").stdout)
    assert verified["summary"]["claims"] == 1
    assert verified["claims"][0]["sources"][0]["source"] == "story"
    explained = json.loads(run("explain", "bridge", "-f", "json").stdout)
    assert explained["claims"][0]["verdict"] == verified["claims"][0]["verdict"]
    extracted = json.loads(run("extract", "desk/story.txt", "-f", "json").stdout)
    assert "EUR 12000000" in [mention["value"] for mention in extracted["sources"][0]["mentions"]]
    compared = json.loads(run("diff-sources", "desk/", "-f", "json").stdout)
    assert compared["schema"] == "factcheck/diff-sources/1"


@pytest.mark.usefixtures("desk")
def test_jobs_change_nothing(desk: Path) -> None:
    (desk / "desk" / "second.txt").write_text("The bridge cost 15 million euros.\n", encoding="utf-8")
    one = program("verify", "-f", "json")
    four = program("verify", "-f", "json", "--jobs", "4")
    assert one.stdout == four.stdout
    assert one.stdout


@pytest.mark.usefixtures("desk")
def test_a_dash_is_the_screen(desk: Path) -> None:
    done = run("verify", "--output", "-", "--format", "json")
    assert json.loads(done.stdout)["schema"] == "factcheck/verify/1"
    assert not (desk / "-").exists()


@pytest.mark.usefixtures("desk")
def test_the_shell_offers_claims_and_formats() -> None:
    asked = {"_FACTCHECK_COMPLETE": "complete_bash", "COMP_CWORD": "2"}
    code = "from factcheck.cli import app; app(prog_name='factcheck')"
    env = {**os.environ, "PYTHONPATH": str(ROOT), **asked, "COMP_WORDS": "factcheck explain "}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=False)
    assert done.stdout.split() == ["bridge"]


@pytest.mark.usefixtures("desk")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_told() -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "factcheck", "verify"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=env, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines() == ["factcheck: the output cannot be written: No space left on device"]
