"""A file that the user drops, or a text that they paste: the same to whoever reads it."""

import streamlit as st


def given(key: str, file: str, text: str, megabytes: int) -> tuple[bytes, str] | None:
    """Ask for one of the two, the file before the text, and give its content and name; None for neither yet.

    ``file`` and ``text`` name the fields. The size is looked at again by whoever reads the content, as
    only the browser keeps to this one.
    """
    dropped = st.file_uploader(file, key=f"{key}-file", max_upload_size=megabytes)
    with st.expander("Or paste the text"):
        pasted = st.text_area(text, key=f"{key}-text", height=160, max_chars=200_000)
        st.button("Read the text", key=f"{key}-read")
    if dropped is not None:
        return dropped.getvalue(), dropped.name
    return (pasted.encode(), "the pasted text") if pasted and pasted.strip() else None
