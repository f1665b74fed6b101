"""The rules of the guard. Each takes a Comparison and gives the verdicts of its own id."""
