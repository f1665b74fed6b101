"""The world of the app, built once per process, when it is first needed.

It lives in this module and not in Streamlit's caches: any visitor can have those emptied.
"""

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jd_builder.domain.framework import Role
    from jd_builder.services.rewording import Rewording
    from jd_builder.settings import ModelSettings
    from jd_builder.storage import Store

_lock = Lock()
_store: "Store | None" = None
_of_model = Lock()
_rewording: "Rewording | None" = None


def store() -> "Store":
    """Where organisations and drafts are kept. It is opened after the first page has been drawn."""
    global _store
    with _lock:
        if _store is None:
            from jd_builder.services import catalogue
            from jd_builder.settings import Settings
            from jd_builder.storage import default_data_dir, open_store

            settings = Settings()
            _store = open_store(settings.database_url, settings.data_dir or default_data_dir())
            catalogue.kept_in(lambda: _store)
        return _store


def model_settings() -> "ModelSettings":
    """From the environment, or from Streamlit's secrets."""
    import streamlit as st

    from jd_builder import settings

    return settings.model_settings(st.secrets.to_dict() if st.secrets.load_if_toml_exists() else {})


def rewording() -> "Rewording | None":
    """What asks the language model, where one is connected; a UserError says which setting is wrong."""
    global _rewording
    with _of_model:
        if _rewording is None:
            from jd_builder.services import connecting

            given = model_settings()
            to = connecting.connection(given)
            if to is not None:
                from jd_builder.services.rewording import Rewording

                _rewording = Rewording(to, store, given.daily_tokens)
        return _rewording


def close() -> None:
    """Let go of the store, so that the next use opens the one that the settings name then."""
    from jd_builder.services import catalogue

    global _store, _rewording
    with _of_model:
        if _rewording is not None:
            _rewording.close()
        _rewording = None
    with _lock:
        catalogue.kept_in(catalogue.no_store)
        if _store is not None:
            _store.close()
        _store = None


def role_of(role: str, edition: str | None) -> "Role":
    from jd_builder.services import catalogue

    return catalogue.role(role, edition)
