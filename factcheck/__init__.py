"""Cross-checks a registry of claims against every source, whatever their languages, and shows the exact words."""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from factcheck.model import Claim, Source

if TYPE_CHECKING:
    from factcheck.extract import extract
    from factcheck.run import diff_sources, verify

__version__ = "0.1.0"
__all__ = ["Claim", "Source", "diff_sources", "extract", "verify"]

_HOMES = {"diff_sources": "factcheck.run", "extract": "factcheck.extract", "verify": "factcheck.run"}


def __getattr__(name: str) -> Any:
    """The functions are imported when they are first asked for: what they stand on takes a while to load."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class _Package(ModuleType):
    """Keeps `factcheck.extract` the function: loading the subpackage of that name would put the module in its place."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _HOMES:
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
