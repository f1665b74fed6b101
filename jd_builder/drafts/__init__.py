"""The draft as a file that people write: read with all its mistakes and their lines, and written again."""
