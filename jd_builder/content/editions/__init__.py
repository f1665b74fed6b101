"""From what was read of a role to one more edition of it: names that last, and what is new beside what is known."""
