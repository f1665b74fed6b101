"""The least that answers a click: what every Streamlit app costs, whatever it does."""

import streamlit as st

ticked = st.checkbox("Tick")
st.title("An empty app, ticked" if ticked else "An empty app")
