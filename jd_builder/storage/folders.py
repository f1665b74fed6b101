"""Where programs keep what is the user's own."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def default_data_dir(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> Path:
    """The folder for jd-builder's data on this system. It need not exist yet."""
    if platform == "win32":
        return Path(environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "jd-builder"
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "jd-builder"
    named = Path(environ.get("XDG_DATA_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".local" / "share") / "jd-builder"
