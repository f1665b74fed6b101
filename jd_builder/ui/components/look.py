"""Our own quiet look, on top of the theme in .streamlit/config.toml."""

from functools import cache
from pathlib import Path

from jd_builder.ui.components import safe

_WEB = Path(__file__).parent / "web"


def apply() -> None:
    safe.style(_css())


@cache
def _css() -> str:
    return "\n".join((_WEB / name).read_text(encoding="utf-8") for name in ("app.css", "pages.css"))
