"""What a person sees in the browser. Only here, and in app.py, is Streamlit known."""
