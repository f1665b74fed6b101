"""Draft and role to document, by running a layout."""
