"""What the README says is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from factcheck.cli import app
from factcheck.errors import Exit
from factcheck.model import Verdict
from factcheck.registry import load
from factcheck.report import FORMATS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_every_command_is_told() -> None:
    commands = getattr(get_command(app), "commands")  # noqa: B009  # typer does not type it
    assert set(re.findall(r"^\| `factcheck ([a-z-]+)", README, re.MULTILINE)) == set(commands)


def test_every_format_verdict_and_exit_code_is_told() -> None:
    assert all(f"`{name}`" in README for name in FORMATS)
    assert all(f" {verdict} |" in README for verdict in Verdict)
    assert set(map(int, re.findall(r"^\| (\d+) \|", README, re.MULTILINE))) == set(map(int, Exit))


def test_the_two_commands_word_for_word() -> None:
    said = "\n".join(blocks("sh"))
    assert "python -m pip install . && python -m factcheck verify\n" in said
    assert "python -m pip install '.[test]' && python -m pytest\n" in said


def test_the_registry_shown_is_a_registry(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text(blocks("yaml")[0], encoding="utf-8")
    registry = load(path)
    assert registry.problems == ()
    assert len(registry.claims) == 2


def test_the_python_shown_runs(capsys: pytest.CaptureFixture[str]) -> None:
    exec(blocks("python")[0], {})
    assert capsys.readouterr().out == "supported\n"


def test_every_link_leads_somewhere() -> None:
    for path in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / path).exists(), path
