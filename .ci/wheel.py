"""Fails where a file of the package is missing from its wheel: `python .ci/wheel.py WHEEL`."""

import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SUFFIXES = {".py", ".toml", ".tsv", ".json", ".typed", ".html", ".css", ".js"}


def missing(wheel: Path) -> list[str]:
    """The package's files that a wheel does not hold, as paths from the root."""
    kept = set(zipfile.ZipFile(wheel).namelist())
    package = sorted(
        path for path in (ROOT / "factcheck").rglob("*") if path.suffix in SUFFIXES or path.name == "py.typed"
    )
    return [name for path in package if (name := path.relative_to(ROOT).as_posix()) not in kept]


if __name__ == "__main__":
    absent = missing(Path(sys.argv[1]))
    sys.exit(f"the wheel lacks {', '.join(absent)}" if absent else 0)
