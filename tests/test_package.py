"""The package: its public names, and that importing it is quick."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import factcheck

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_public_names_are_there() -> None:
    assert all(callable(getattr(factcheck, name)) for name in factcheck.__all__)


def test_extract_stays_the_function_whatever_was_imported_first() -> None:
    program = "import factcheck.extract.values, factcheck; from factcheck import extract; print(type(extract).__name__)"
    assert run(program) == "function"


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = (
        "import sys, factcheck; print(*{'babel', 'rich', 'typer', 'simplemma', 'factcheck.lang'} & set(sys.modules))"
    )
    assert run(program) == ""


def imported(path: Path) -> set[str]:
    """The top-level packages that a file imports, wherever in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def test_what_is_imported_is_what_is_declared() -> None:
    names = set().union(*(imported(path) for path in (ROOT / "factcheck").rglob("*.py")))
    outside = names - set(sys.stdlib_module_names) - {"factcheck"}
    homes = packages_distributions()
    used = {homes[name][0].lower().replace("_", "-") for name in outside}
    declared = {re.split(r"[<>=~ ]", line)[0].lower() for line in PROJECT["project"]["dependencies"]}
    assert used == declared


def test_the_version_is_one() -> None:
    assert PROJECT["tool"]["hatch"]["version"]["path"] == "factcheck/__init__.py"
    assert factcheck.__version__.count(".") == 2
