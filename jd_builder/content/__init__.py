"""Where roles come from: built-in data files, and readers for the framework's own."""
