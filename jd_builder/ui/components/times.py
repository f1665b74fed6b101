"""When something happened, as a person in the reader's own time zone would say it."""

from datetime import datetime, timedelta, tzinfo

import streamlit as st

from jd_builder.text import english


def zone() -> tzinfo | None:
    """The zone of the browser; that of the server where the browser names none that is known."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(st.context.timezone or "Europe/London")
    except (ZoneInfoNotFoundError, ValueError):
        return None


def said(when: datetime, now: datetime, place: tzinfo | None) -> str:
    """``today 14:05``, ``yesterday 09:12`` or ``3 May 2027``."""
    there, here = when.astimezone(place), now.astimezone(place)
    if there.date() == here.date():
        return f"today {there:%H:%M}"
    if there.date() == (here - timedelta(days=1)).date():
        return f"yesterday {there:%H:%M}"
    return f"{there.day} {there:%B} {there.year}"


def ago(when: datetime) -> str:
    """The same beside the clock on the wall."""
    return said(when, datetime.now(when.tzinfo), zone())


def day(when: datetime) -> str:
    """``3 May 2027``, by the reader's calendar."""
    return english.day(when.astimezone(zone()).date())
