"""Small role pages in words of our own, for what the samples do not show."""

SENIOR = """\
Chief lighthouse officer

What a chief lighthouse officer does

A chief lighthouse officer keeps ships off the rocks.

In this role, you will:

  • keep every lamp lit
  • train the keepers

This role is found at the job grade of:

  • SCS 1 (Senior Civil Service 1)

Skills for chief lighthouse officer

Skill Description, including examples of leadership

Lamp care

You can:

  • trim a wick in the dark
  • order oil in time

Examples of leadership using this skill:

  • showing keepers how a lamp is cleaned

Weather watching

You can:

  • read the sky

Examples of leadership using this skill:

  • warning captains early

Roles that share chief lighthouse officer skills

Role Shared skills

Chief harbour officer

Weather watching

Updates

Published 3 March 2025

Last updated 4 April 2025

4 April 2025

A lamp was added.
"""

ORDINARY = """\
Harbour pilot

What a harbour pilot does

A harbour pilot brings ships in.

Harbour pilot role levels

There are 2 harbour pilot role levels, from harbour pilot to lead harbour pilot.

1. Harbour pilot

A harbour pilot steers one ship at a time.

At this role level, you will:

  • board ships at sea
  • talk to captains

This role level is found at the job grade of:

  • EO (Executive Officer)
Skill Description

Knots

Level: working

You can:

  • tie six knots

Tides

Level: awareness

This skill level is currently not defined.

2. Lead harbour pilot

A lead harbour pilot plans the week.

At this role level, you will:

  • set the rota

Skill Description

Knots

Level: practitioner

You can:

  • teach knots

Knots

Level: expert

You can:

  • invent knots

Updates

5 May 2025

First published.
"""
