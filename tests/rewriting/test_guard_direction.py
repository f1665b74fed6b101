"""Who acts on whom: turned round it is always told, said from the other side or in the passive it never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jd_builder.domain.rewriting import gravest
from jd_builder.rewriting.guard import judge

PARTIES = ["ward sister", "audit committee", "police commissioner", "finance team", "union", "duty officer", "trustees"]
party = st.sampled_from(PARTIES)
# What one does to another: the verb with its participle.
DONE_TO = [
    *(("brief", "briefed"), ("coach", "coached"), ("challenge", "challenged"), ("supervise", "supervised")),
    *(("advise", "advised"), ("train", "trained"), ("audit", "audited"), ("consult", "consulted")),
    *(("interview", "interviewed"), ("inspect", "inspected"), ("mentor", "mentored"), ("support", "supported")),
    *(("assure", "assured"), ("appraise", "appraised"), ("instruct", "instructed"), ("line manage", "line managed")),
]
# What goes from one to another: how the one says it who gives it, and how the other.
CONVERSE = [
    ("lend {other} vans", "borrow vans from {other}"),
    ("sell {other} licences", "buy licences from {other}"),
    ("give {other} advice", "take advice from {other}"),
    ("provide {other} with assurance", "receive assurance from {other}"),
    ("send {other} the figures", "receive the figures from {other}"),
    ("give {other} training", "receive training from {other}"),
    ("teach {other} forensics", "learn forensics from {other}"),
    ("give approval to {other}", "get approval from {other}"),
]
# Two deeds of two parties that cannot be one another's.
PLAIN = [
    ("approves", "approved"),
    ("checks", "checked"),
    ("pays", "paid"),
    ("drafts", "drafted"),
    ("audits", "audited"),
]


def level(original: str, rewritten: str) -> str:
    return gravest(judge(original, rewritten))


@given(st.sampled_from(DONE_TO), party)
def test_a_deed_may_become_passive_but_not_change_sides(verb: tuple[str, str], other: str) -> None:
    does, done = verb
    original = f"You will {does} the {other} on risk."
    assert level(original, f"The {other} will be {done} by you on risk.") == "pass"
    assert level(original, f"{does.capitalize()} the {other} on risk.") == "pass"
    assert level(original.replace("You", "The postholder"), original) == "pass"
    assert level(original, f"The {other} will {does} you on risk.") == "look"
    assert level(original, f"You will be {done} by the {other} on risk.") == "look"


@given(st.sampled_from(CONVERSE), party)
def test_what_goes_from_one_to_another_may_be_told_by_either_but_not_go_back(deed: tuple[str, str], other: str) -> None:
    gives, gets = (each.format(other=f"the {other}") for each in deed)
    yours, theirs = (each.format(other="you") for each in deed)
    assert level(f"You will {gives}.", f"The {other} will {theirs}.") == "pass"
    assert level(f"You will {gets}.", f"The {other} will {yours}.") == "pass"
    assert level(f"You will {gives}.", f"You will {gets}.") == "look"
    assert level(f"You will {gets}.", f"You will {gives}.") == "look"
    assert level(f"You will {gives}.", f"The {other} will {yours}.") == "look"


@given(st.permutations(PLAIN), st.permutations(PARTIES[:-1]))
def test_two_parties_keep_each_its_own_deed(verbs: list[tuple[str, str]], parties: list[str]) -> None:
    (one, one_done), (two, two_done) = verbs[:2]
    one_party, other = parties[:2]
    original = f"The {one_party} {one} the plan and the {other} {two} it."
    passive = "The plan is {} by the {} and {} by the {}."
    assert level(original, passive.format(one_done, one_party, two_done, other)) == "pass"
    assert level(original, passive.format(one_done, other, two_done, one_party)) == "look"
    assert level(original, f"The {other} {one} the plan and the {one_party} {two} it.") == "look"


TURNED = [
    ("Report to the head and deputise in their absence.", "Report to the head, who will deputise in your absence."),
    ("The panel decides on the clerk's advice.", "The clerk decides on the panel's advice."),
    ("Attend the change board, which the matron chairs.", "Chair the change board, which the matron attends."),
    ("Support the matron in managing the budget.", "Manage the budget with the matron's support."),
    ("You will be accountable to the mayor for spending.", "The mayor will be accountable to you for spending."),
    ("Refer hard cases to the coroner.", "Take referrals of hard cases from the coroner."),
    ("Join the board and report to the mayor.", "Join the board, with the mayor reporting to you."),
    ("Partners rely on you for early warning.", "You rely on partners for early warning."),
    ("You are the deputy of the bursar.", "The bursar is your deputy."),
    ("Nurses tell you which beds are free.", "You tell nurses which beds are free."),
    ("Advise the sergeant, who decides on custody.", "Decide on custody on the sergeant's advice."),
    ("Handle complaints that pupils make about teachers.", "Handle complaints that teachers make about pupils."),
]  # fmt: skip


@pytest.mark.parametrize(("original", "rewritten"), TURNED)
def test_a_part_that_somebody_else_took_is_told_with_its_deed(original: str, rewritten: str) -> None:
    told = [each for each in judge(original, rewritten) if each.rule in ("direction", "authority")]
    assert told
    assert rewritten[told[0].start : told[0].end]


KEPT = [
    ("Report to the head and deputise in their absence.", "Reporting to the head, stand in when they are away."),
    ("Refunds are decided by the panel on the clerk's advice.", "On the clerk's advice, the panel decides refunds."),
    ("Support the matron in managing the budget.", "Help the matron to manage the budget."),
    ("The bursar will be your line manager.", "You will report to the bursar."),
    ("Hold suppliers to account and brief the mayor.", "Hold suppliers to account. You brief the mayor."),
    ("Assure the mayor and the union that controls work.", "Assure the union and the mayor that controls work."),
    ("Protect staff and pupils from harm caused by fire.", "Protect pupils and staff from harm caused by fire."),
    ("In your first week, meet the governors.", "Meet the governors in your first week."),
    ("The coroner will give you access to files.", "You will be given access to files by the coroner."),
    ("The sergeant authorises you to search rooms.", "You are authorised by the sergeant to search rooms."),
    ("You will line manage the clerk and the cashier.", "You will line manage the cashier and the clerk."),
    ("Six members of staff report to you.", "You have six members of staff reporting to you."),
]  # fmt: skip


@pytest.mark.parametrize(("original", "rewritten"), KEPT)
def test_the_same_part_in_other_words_passes(original: str, rewritten: str) -> None:
    assert judge(original, rewritten) == ()


MOVED = [
    ("order", "Tests begin after vetting; other work begins now.", "Tests begin now; other work begins after vetting."),
    ("condition", "Hire from within rather than use agencies.", "Use agencies rather than hire from within."),
    ("condition", "If it fails, call the fitter; otherwise log it.", "If it fails, log it; otherwise call the fitter."),
    ("condition", "Lead staff and, if a fund exists, manage it.", "If a fund exists, lead staff and manage it."),
    ("quantifier", "Only the bursar may sign contracts.", "The bursar may only sign contracts."),
    ("timing", "The plan is being drafted.", "The plan has been drafted."),
    ("timing", "The site has been certified.", "The site will be certified."),
    ("negation", "You will not only run the site but also design it.", "You will only run the site, not design it."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "original", "rewritten"), MOVED)
def test_what_belongs_to_another_part_of_the_sentence_now_is_told(rule: str, original: str, rewritten: str) -> None:
    assert rule in [each.rule for each in judge(original, rewritten)]


STAYED = [
    ("If it fails, call the fitter; otherwise log it.", "Call the fitter if it fails; otherwise, log it."),
    ("Hire from within rather than use agencies.", "Hire from within instead of using agencies."),
    ("Contracts may be signed only by the bursar.", "Only the bursar may sign contracts."),
    ("Because the site never closes, you work shifts.", "The site never closes, so you work shifts."),
    ("Review logs each week and rules each month.", "Each month review rules, and each week logs."),
]  # fmt: skip


@pytest.mark.parametrize(("original", "rewritten"), STAYED)
def test_what_only_stands_elsewhere_passes(original: str, rewritten: str) -> None:
    assert judge(original, rewritten) == ()
