"""Settings: whether a language model is connected, whether it answers, and what it was asked."""

import streamlit as st

from jd_builder.domain.errors import UserError
from jd_builder.services import usage_log
from jd_builder.services.rewording import Rewording
from jd_builder.text import english
from jd_builder.ui import bootstrap
from jd_builder.ui.components import safe
from jd_builder.ui.components.boundary import calm
from jd_builder.ui.steps import page

OFF = (
    "No language model is connected, and nothing you write is sent anywhere. The app does not need one: it can "
    "propose other words for your texts, and you decide on each."
)
WHERE = "An administrator connects one in the environment or in .streamlit/secrets.toml, and restarts the app:"
HOW = (
    (
        "JD_LLM_BASE_URL",
        "The address of a server that understands OpenAI's way to ask, such as https://ai.example.org/v1.",
    ),
    ("JD_LLM_MODEL", "The name of the model, as that server calls it."),
    ("JD_LLM_API_KEY", "The key, where the server asks for one. It is never shown, and kept nowhere else."),
    ("JD_LLM_NOTE", "What your organisation says of its approval. It is shown before anything is sent."),
    ("JD_LLM_DAILY_TOKENS", "The most tokens a day. Left out, there is no limit."),
)


@st.fragment
@calm
def body() -> None:
    st.page_link(page("home"), label="Home")
    safe.title("Settings")
    safe.heading("Language model")
    try:
        model = bootstrap.rewording()
    except UserError as error:
        safe.line(str(error), "problem")
        model = None
    if model:
        _connected(model)
    else:
        safe.line(OFF)
        safe.line(
            "An administrator connects one in the environment, or in .streamlit/secrets.toml, and restarts the app:"
        )
        safe.table(("Setting", "What it is"), HOW)
    _log()


def _connected(model: Rewording) -> None:
    to = model.connection
    rows = [("Server", to.host), ("Model", to.model), ("Key", "Set" if to.key else "None")]
    rows += [("Your organisation says", to.note)] if to.note else []
    left = model.left_today()
    rows += [("Tokens left today", f"{left:,}")] if left is not None else []
    rows += [("Calls", f"{to.batch} statements each, {to.at_once} at once, {to.deadline:g} seconds at most")]
    safe.table(("Connected", ""), rows)
    if to.is_open_to_eavesdroppers:
        safe.line("The address begins with http: what is sent can be read on its way. https is safer.", "problem")
    if st.button("Test the connection", key="test-model"):
        try:
            safe.line(model.test(), "told")
        except UserError as error:
            safe.line(str(error), "problem")


def _log() -> None:
    lines = bootstrap.store().usage()
    safe.heading("What it was asked", "When, for which draft, which server and how many tokens. No text of anyone's.")
    if not lines:
        safe.line("Nothing yet.")
        return
    total = sum(line.sent + line.received for line in lines)
    safe.line(f"{english.count(len(lines), 'call')}, {total:,} tokens.")
    st.download_button(
        "Download the log", data=lambda: usage_log.as_csv(bootstrap.store().usage()), file_name=usage_log.NAME,
        mime="text/csv", key="usage-log", on_click="ignore",
    )  # fmt: skip


body()
