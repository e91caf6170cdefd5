"""The package: its public names, and that importing it is quick."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import factcheck


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


def test_the_version_is_one() -> None:
    with (Path(__file__).parent.parent / "pyproject.toml").open("rb") as file:
        assert tomllib.load(file)["tool"]["hatch"]["version"]["path"] == "factcheck/__init__.py"
    assert factcheck.__version__.count(".") == 2
