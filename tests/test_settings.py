"""What an administrator sets: a model from one place only, and no key ever shown."""

import pytest

from jd_builder.domain.errors import UserError
from jd_builder.rewriting.connection import read_address
from jd_builder.settings import model_settings

SECRETS = {"JD_LLM_BASE_URL": "https://ai.example/v1", "JD_LLM_MODEL": "m"}


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BASE_URL", "API_KEY", "MODEL", "NOTE", "BATCH"):
        monkeypatch.delenv(f"JD_LLM_{name}", raising=False)


def test_without_an_address_there_is_no_model_whatever_else_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-other")
    monkeypatch.setenv("OPENAI_BASE_URL", "https://api.example/v1")
    monkeypatch.setenv("JD_LLM_BASE_URL", "")
    assert model_settings().base_url is None
    assert model_settings().api_key is None


def test_an_address_never_gets_the_key_of_another_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JD_LLM_API_KEY", "sk-of-the-environment")
    assert model_settings(SECRETS).api_key is None
    monkeypatch.setenv("JD_LLM_BASE_URL", "http://localhost:11434/v1")
    settings = model_settings({**SECRETS, "JD_LLM_API_KEY": "sk-of-the-file"})
    assert settings.api_key is not None
    assert settings.api_key.get_secret_value() == "sk-of-the-environment"
    assert settings.model is None


def test_secrets_that_streamlit_copied_into_the_environment_are_still_one_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("JD_LLM_API_KEY", "sk-of-the-environment")
    monkeypatch.setenv("JD_LLM_BASE_URL", SECRETS["JD_LLM_BASE_URL"])
    assert model_settings(SECRETS).api_key is None


def test_secrets_hold_all_that_the_environment_does() -> None:
    settings = model_settings({**SECRETS, "JD_LLM_API_KEY": "sk-1", "JD_LLM_BATCH": 2, "other": {"a": 1}})
    assert (settings.base_url, settings.model, settings.batch) == ("https://ai.example/v1", "m", 2)
    assert "sk-1" not in repr(settings) + str(settings)


def test_a_wrong_setting_is_named_and_its_value_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JD_LLM_BATCH", "sk-pasted-into-the-wrong-line")
    with pytest.raises(UserError, match="JD_LLM_BATCH") as told:
        model_settings()
    assert "sk-pasted" not in str(told.value)


@pytest.mark.parametrize("written", ["ai.example", "ftp://ai.example", "https://", "http://[::1", "http://a:b/", ""])
def test_what_is_no_address_is_told(written: str) -> None:
    with pytest.raises(UserError, match="JD_LLM_BASE_URL"):
        read_address(written)


def test_an_address_that_holds_a_password_is_refused_without_quoting_it() -> None:
    with pytest.raises(UserError) as told:
        read_address("https://user:hunter2@ai.example/v1")
    assert "hunter2" not in str(told.value)


def test_an_address_may_carry_the_version_that_azure_asks_for() -> None:
    read = read_address("https://x.azure.example/openai/deployments/d/?api-version=2024-10-21")
    assert read == ("https://x.azure.example/openai/deployments/d", (("api-version", "2024-10-21"),))
