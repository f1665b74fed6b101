"""What an administrator sets in the environment. Read when the app or a command starts."""

from collections.abc import Mapping
from os import environ
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from jd_builder.domain.errors import UserError

OF_MODEL = "JD_LLM_"


class Settings(BaseSettings):
    """``JD_DATABASE_URL`` names the store; without it a SQLite file lies in ``JD_DATA_DIR``."""

    model_config = SettingsConfigDict(env_prefix="JD_", extra="ignore")

    database_url: str | None = None
    data_dir: Path | None = None


class ModelSettings(BaseSettings):
    """``JD_LLM_BASE_URL`` names the server of a language model; without it there is none.

    ``JD_LLM_NOTE`` is what the organisation says of its approval. ``deadline`` is in seconds for each call with all
    its tries, ``batch`` in statements a call, ``concurrency`` in calls at once, ``daily_tokens`` for the whole store.
    """

    model_config = SettingsConfigDict(env_prefix=OF_MODEL, extra="ignore", env_ignore_empty=True)

    base_url: str | None = None
    api_key: SecretStr | None = None
    model: str | None = None
    note: str | None = None
    deadline: float = Field(default=60, gt=0, le=600)
    batch: int = Field(default=4, ge=1, le=12)
    concurrency: int = Field(default=8, ge=1, le=32)
    daily_tokens: int | None = Field(default=None, ge=1)


def model_settings(secrets: Mapping[str, Any] | None = None) -> ModelSettings:
    """The settings of a model: from the environment, or where that names no server, from a file of secrets.

    All of them come from one place, so that no address is ever sent the key of another. A UserError names the
    setting that is wrong, and never its value.
    """
    try:
        named, written = environ.get(f"{OF_MODEL}BASE_URL"), (secrets or {}).get(f"{OF_MODEL}BASE_URL")
        if not secrets or named not in (None, "", written):  # Streamlit copies secrets into the environment
            return ModelSettings()
        fields = ModelSettings.model_fields
        given = {name: secrets.get(f"{OF_MODEL}{name.upper()}") for name in fields}
        return ModelSettings.model_validate(
            {name: fields[name].default if value in (None, "") else value for name, value in given.items()}
        )
    except ValidationError as error:
        wrong = error.errors(include_input=False, include_url=False)
        names = ", ".join(f"{OF_MODEL}{str(each['loc'][0]).upper()} ({each['msg']})" for each in wrong)
        raise UserError(f"The language model stays off, because a setting is wrong: {names}.") from None
