"""Cross-checks a registry of claims against every source, whatever their languages, and shows the exact words."""

from factcheck.model import Claim, Source

__version__ = "0.1.0"
__all__ = ["Claim", "Source"]
