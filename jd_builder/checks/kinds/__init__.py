"""The kinds of rule, a module each: what a rule of that kind finds."""
