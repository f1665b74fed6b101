"""Statements in, proposals out: prompts, the model's client, and the guard that compares what comes back."""
