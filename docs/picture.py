"""Draws `docs/report.svg`, the README's picture, from the sample registry: `python -m docs.picture`."""

from __future__ import annotations

import io
import os
import re
from dataclasses import replace
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME

from factcheck.registry import load
from factcheck.report import Screen
from factcheck.report.terminal import view
from factcheck.run import verify
from factcheck.sources import read_sources

ROOT = Path(__file__).parent.parent
CHOSEN = ("heron-price-wrong", "mou-signed")  # claims of the sample registry
WIDTH = 92

# The picture loads nothing from the net: the reader's own fixed-width font will do.
PLAIN = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


def main() -> None:
    os.chdir(ROOT)
    registry = load(Path("claims.yaml"))
    sources, problems = read_sources(registry.sources, Path())
    report = verify(registry.claims, sources, problems=(*registry.problems, *problems))
    shown = replace(report, claims=tuple(result for result in report.claims if result.claim.id in CHOSEN))
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    for part in view(shown, Screen(WIDTH, color=True)):
        console.print(part)
    console.save_svg(
        "docs/report.svg",
        title="factcheck verify",
        theme=DEFAULT_TERMINAL_THEME,
        code_format=PLAIN,
        unique_id="report",
    )


if __name__ == "__main__":
    main()
