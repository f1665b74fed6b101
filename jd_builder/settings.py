"""What an administrator sets in the environment. Read when the app or a command starts."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """``JD_DATABASE_URL`` names the store; without it a SQLite file lies in ``JD_DATA_DIR``."""

    model_config = SettingsConfigDict(env_prefix="JD_", extra="ignore")

    database_url: str | None = None
    data_dir: Path | None = None
