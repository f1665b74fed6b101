"""Last year's job description, read from an outline of it: what it says, in its own words."""
