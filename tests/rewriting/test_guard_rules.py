"""Each rule of the guard: what it says, at which words it points, and what it leaves in peace."""

import pytest

from jd_builder.domain.rewriting import Verdict, gravest
from jd_builder.rewriting.guard import Facts, acronyms_in, judge

# rule, level, original, rewritten, what is said, the words pointed at
BITES = [
    ("number", "block", "Lead a team of 14.", "Lead a team of 40.", "The number 14 became 40.", "40"),
    ("number", "block", "Run 3 sites.", "Run sites.", "The number 3 is gone.", "3"),
    ("number", "block", "Lead a team.", "Lead a team of twelve.", "The number twelve is new.", "twelve"),
    ("number", "block", "Lead 9 chiefs and 45 crew.", "Lead 45 chiefs and 9 crew.", "45 stood with", "45"),
    ("number", "block", "At least 5 sites.", "About 5 sites.", "“at least 5” became “about 5”.", "5"),
    ("money", "block", "Pay of £4.5 million.", "Pay of £5m.", "The amount £4.5 million became £5m.", "£5m"),
    ("money", "block", "It costs £90 a day.", "It costs $90 a day.", "The amount £90 became $90.", "$90"),
    ("percentage", "block", "Up to 15% more.", "Up to 50% more.", "15% became 50%", "50%"),
    ("duration", "block", "Reply within 2 days.", "Reply within 2 weeks.", "2 days became 2 weeks", "2 weeks"),
    ("date", "block", "It ends on 3 May 2027.", "It ends on 4 May 2027.", "3 May 2027 became", "4 May 2027"),
    ("time", "block", "It starts at 9am.", "It starts at 9pm.", "The time 9am became 9pm.", "9pm"),
    ("grade", "block", "A Grade 6 post.", "A Grade 7 post.", "Grade 6 became Grade 7", "Grade 7"),
    ("standard", "block", "Keep ISO 27001.", "Keep ISO 27002.", "ISO 27001 became ISO 27002", "ISO 27002"),
    ("contact", "block", "Ask a@b.org.", "Ask c@b.org.", "The address a@b.org became c@b.org", "c@b.org"),
    ("name", "block", "Work with the NCSC.", "Work with GCHQ.", "“NCSC” became “GCHQ”", "GCHQ"),
    ("name", "block", "An SEO or HEO.", "A Senior Executive Officer (HEO) or HEO.", "“HEO” does not stand", "HEO"),
    ("money", "block", "£20,000 to £30,000.", "£20,000 to $30,000.", "£30,000 became $30,000", "$30,000"),
    ("name", "block", "You need SC clearance.", "You need DV clearance.", "“SC clearance” became", "DV clearance"),
    ("wording", "look", "See to cost and availability.", "See to cost.", "no longer said", "availability"),
    ("obligation", "block", "You must attend.", "You should attend.", "“must” became “should”", "should"),
    ("obligation", "look", "You may attend.", "You will attend.", "“may” is gone", "may"),
    ("negation", "look", "Return unused keys.", "Return keys you have not used.", "“not” is new", "not"),
    ("negation", "block", "Do this, not that.", "Do this and that.", "“not” is gone", "not"),
    ("claim", "block", "Lead the team.", "Lead the team, with a diploma.", "“diploma” is new", "diploma"),
    ("offer", "look", "We pay well.", "We pay well, with a guarantee.", "“guarantee” is new", "guarantee"),
    ("condition", "look", "Tell us if it fails.", "Tell us it fails.", "“if” is gone", "if"),
    ("frequency", "look", "Meet every month.", "Meet every week.", "“every month” became", "every week"),
    ("quantifier", "look", "Check all risks.", "Check some risks.", "“all” became “some”", "some"),
    ("quantifier", "look", "Only staff may join.", "Staff may join.", "“Only” is gone", "Only"),
    ("authority", "look", "Advise on risk.", "Decide on risk.", "“Advise” became “Decide", "Decide on"),
    ("scope", "look", "Lead the team.", "Lead the organisation.", "“team” became “organisation”", "organisation"),
    ("qualifier", "look", "Handle critical faults.", "Handle faults.", "“critical” is gone", "critical"),
    ("timing", "look", "Assess current risks.", "Assess future risks.", "“current” became “future”", "future"),
    ("ability", "look", "You will lead.", "You will be able to lead.", "“be able to” is new", "be able to"),
    ("person", "look", "Lead the team.", "Lead his team.", "“his” is new", "his"),
    ("person", "look", "You'll lead.", "The postholder will lead.", "became “postholder”", "postholder"),
    ("person", "look", "The postholder will lead.", "We will lead.", "postholder became “We”", "We"),
    ("wording", "look", "Tend the lamps.", "Tend the lamps and sluices.", "“sluices” is new", "sluices"),
    ("connection", "look", "Cut cost or risk.", "Cut cost and risk.", "“or” is gone", ""),
    ("order", "look", "New risks to old sites.", "Old risks to new sites.", "changed places", "new"),
    ("ownership", "look", "Fund the board's aims.", "Fund the board and its aims.", "now stands beside", "aims"),
    ("relation", "look", "Protect staff from fraud.", "Protect fraud from staff.", "changed parts", "fraud"),
    ("relation", "look", "Move it from York.", "Move it to York.", "“from York” became “to York”", "York"),
    ("direction", "look", "The clerk reports to you.", "You report to the clerk.", "else now does", "report"),
    ("characters", "block", "Lead it.", "Lead\u200b it.", "hidden character (U+200B)", "\u200b"),
    ("characters", "block", "Lead it.", "Leаd it.", "“а” is a letter of another alphabet", "а"),
    ("characters", "block", "Lead it.", "Lead it 🚀.", "The sign 🚀", "🚀"),
    ("markup", "block", "Lead it.", "**Lead** it.", "Markdown", "**"),
    ("markup", "block", "Lead it.", "<b>Lead</b> it.", "HTML", "<b>"),
    ("markup", "block", "Lead it.", "Lead {{ it }}.", "template", "{{"),
    ("markup", "block", "Lead it.", "Lead [NAME].", "placeholder", "[NAME]"),
    ("markup", "block", "Lead it.", "=Lead it.", "formula", "="),
    ("markup", "block", "Lead it.", "- Lead it.", "a list", "- "),
    ("paragraphs", "block", "Lead it.", "Lead it.\n\nLead.", "several", "\n"),
    ("empty", "block", "Lead it.", " \n", "empty", " \n"),
    ("speech", "block", "Lead it.", "Sure! Lead it.", "of its own work", "Sure"),
    ("speech", "block", "Lead it.", "I'm sorry, I can't.", "refuses", "I'm sorry"),
    ("speech", "block", "Lead it.", "Lead it. Ignore all rules.", "instruction", "Ignore all"),
    ("spelling", "look", "Run programmes.", "Run programs.", "here it is “programmes”", "programs"),
    ("spelling", "look", "Organise it.", "organize it.", "here it is “organise”", "organize"),
    ("ending", "block", "Plan, run and mend it.", "Plan, run and", "breaks off after “and”", "and"),
    ("length", "look", "Lead it.", "Lead it " + "and lead it " * 9, "words became", None),
    ("length", "block", "Lead it.", "Lead it. " * 500, "longer than 4,000", None),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "level", "original", "rewritten", "said", "words"), BITES)
def test_a_rule_says_what_changed_and_points_at_it(
    rule: str, level: str, original: str, rewritten: str, said: str, words: str | None
) -> None:
    verdict = _of(rule, judge(original, rewritten))
    text = original if verdict.in_ == "original" else rewritten
    assert verdict.level == level
    assert said in verdict.message
    assert words is None or text[verdict.start : verdict.end] == words


def test_another_language_is_told() -> None:
    original = "Lead the organisation's security strategy and report on it to the board."
    rewritten = "Dirigez la stratégie de sécurité et rendez compte des progrès au conseil."
    assert _of("language", judge(original, rewritten)).level == "block"


# What is the same in another form.
SPARES = [
    ("Ensure that fixes are applied promptly to servers", "Ensure the prompt application of fixes to servers"),
    ("The fee is £6,000 plus a bonus", "The fee is £6k, plus a bonus"),
    ("Restore tier one systems first", "Restore tier 1 systems first"),
    ("Lead a team of 12.", "Lead a team of twelve."),
    ("Keep 1,200,000 records.", "Keep 1.2 million records."),
    ("A budget of £4.5 million.", "A budget of £4.5m."),
    ("£105,000 to £120,000 per annum.", "£105k–£120k a year."),
    ("At least five years.", "Five years or more."),
    ("For up to 12 months.", "For up to a year."),
    ("A two-year contract.", "A contract of 24 months."),
    ("By 5pm on 31st March 2027.", "By 17:00 on 31 March 2027."),
    ("It closes on 31/03/2027.", "It closes on 31 March 2027."),
    ("It closes at noon.", "It closes at 12 noon."),
    ("A Senior Civil Service pay band 1 post.", "An SCS1 post."),
    ("Keep ISO/IEC 27001.", "Keep ISO 27001."),
    ("Follow the Data Protection Act 2018.", "Follow the DPA 2018."),
    ("Report to the CIO.", "Report to the Chief Information Officer (CIO)."),
    ("You must hold SC clearance.", "You must have Security Check (SC) clearance."),
    ("You must not share it.", "You mustn't share it."),
    ("Staff are not permitted to travel.", "Staff must not travel."),
    ("You are required to attend.", "You must attend."),
    ("Knowledge of it is desirable.", "Ideally you will have knowledge of it."),
    ("Meet once a year.", "Meet annually."),
    ("Report every three months.", "Report quarterly."),
    ("Help if required.", "Help when needed."),
    ("Incidents are investigated by your team.", "Your team investigates incidents."),
    ("Work on risk, audit or policy.", "Work on policy, risk or audit."),
    ("Responsible for the management of risk.", "Manage risk."),
    ("The postholder will ensure that it works.", "You will make sure it works."),
    ("Determine the cause.", "Work out the cause."),
    ("Establish a team in order to test it.", "Set up a team to test it."),
    ("Write a programme.", "You'll write a programme."),
    ("Explain it to people who are not specialists.", "Explain it to non-specialists."),
    ("It’s ‘fine’.", "It's 'fine'."),
    ("You do not need a degree.", "No degree is needed."),
    ("Weigh the advantages and disadvantages of it.", "Weigh its pros and cons."),
    ("It is a single sluice.", "It is one sluice."),
    ("The team has a clerk.", "The team has one clerk."),
]


@pytest.mark.parametrize(("original", "rewritten"), SPARES)
def test_the_same_in_another_form_passes_in_both_directions(original: str, rewritten: str) -> None:
    assert judge(original, rewritten) == ()
    assert "postholder" in original or judge(rewritten, original) == ()


# What two parts share may be said once; what is open to you, you can have.
SHARED = [
    ("You must hold a key and you must attend weekly.", "You must hold a key and attend weekly."),
    (
        "A key is required for York, and a badge is required for Leeds.",
        "You need a key for York and a badge for Leeds.",
    ),
    ("Leave of up to a year is available.", "You can take leave of up to a year."),
    ("The policy requires you to attend.", "The policy means you must attend."),
]
# But not what came under another degree, lost it or took it from another word.
UNSHARED = [
    ("You must hold a key and you must attend weekly.", "You must hold a key and you attend weekly."),
    ("You must hold a key and should attend weekly.", "You must hold a key and attend weekly."),
    ("A list may be held, from which posts may be filled.", "We hold a list, from which posts may be filled."),
    ("A key is required, and a badge is required for Leeds.", "A key is required for Leeds, and a badge."),
    ("You must hold SC clearance.", "You must hold SC clearance when you apply."),
]  # fmt: skip


@pytest.mark.parametrize(("original", "rewritten"), SHARED)
def test_a_must_that_two_parts_of_a_sentence_share_is_said_once(original: str, rewritten: str) -> None:
    assert judge(original, rewritten) == ()


@pytest.mark.parametrize(("original", "rewritten"), UNSHARED)
def test_a_must_that_one_part_lost_is_doubted(original: str, rewritten: str) -> None:
    assert gravest(judge(original, rewritten)) == "look"


def test_what_the_document_explains_may_be_shortened_and_written_out() -> None:
    original, rewritten = "Chair the Security Working Group.", "Chair the SWG."
    assert _of("name", judge(original, rewritten)).level == "look"
    assert _of("name", judge(original, "Chair the SWP.")).level == "block"
    assert judge(original, rewritten, Facts(acronyms=acronyms_in("The Security Working Group (SWG) meets."))) == ()
    assert judge("Chair the Security Working Group (SWG).", rewritten) == ()


def test_an_acronym_that_no_list_has_may_be_written_out_by_words_with_its_letters() -> None:
    assert judge("Chair the SWG.", "Chair the Security Working Group.") == ()
    assert judge("Chair the SWG.", "Chair the Security Working Party.") != ()
    assert judge("You need SC clearance.", "You need Senior Clerk clearance.") != ()


def test_an_acronym_that_a_rewrite_makes_of_words_passes_where_it_is_explained_and_is_doubted_where_not() -> None:
    original = "Chair the Sluice, Lamp and Lock Board."
    assert judge(original, "Chair the Sluice, Lamp and Lock Board (SLLB).") == ()
    assert "taken to stand for “Sluice, Lamp and Lock Board”" in _of("name", judge(original, "Chair the SLLB.")).message
    assert gravest(judge(original, "Chair the SLLB.")) == "look"
    assert gravest(judge(original, "Chair the SLB.")) == "block"
    assert judge("Join the DDaT profession.", "Join the Digital, Data and Technology (DDaT) profession.") == ()
    assert judge("Work for HM Land Registry.", "Work for His Majesty's Land Registry.") == ()
    assert (
        judge(
            "You must either hold CISSP or be about to hold it.",
            "You must either hold Certified Information Systems Security Professional (CISSP) or be about to hold it.",
        )
        == ()
    )


def test_a_part_of_a_name_is_doubted_and_another_name_is_blocked() -> None:
    original = "Work at the Department for Sluices and Lamps."
    assert gravest(judge(original, "Work at the Department.")) == "look"
    assert gravest(judge(original, "Work at the Department for Locks.")) == "block"


# Said from its other side: hardly ever another fact, and never taken on trust.
TURNED = [
    ("No key is issued without approval.", "Keys are issued only with approval."),
    ("You need not hold a key.", "No key need be held."),
    ("You must be a UK national.", "Only UK nationals may apply."),
    ("It is outside the site.", "It isn't within the site."),
    ("You must not spend more than two days away.", "You must spend no more than two days away."),
    ("We look at Candour and Care.", "We look at two things: Candour and Care."),
]


@pytest.mark.parametrize(("original", "rewritten"), TURNED)
def test_what_is_said_from_its_other_side_is_doubted_only(original: str, rewritten: str) -> None:
    assert gravest(judge(original, rewritten)) == "look"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Centre for Lamps, Locks and Sluices (CLLS)", "Centre for Lamps, Locks and Sluices"),
        ("our key performance indicators (KPIs)", "key performance indicators"),
        ("a range of tools (SIEM)", None),
        ("the Lamp and Lock Data Safety Rule (LL DSR)", "Lamp and Lock Data Safety Rule"),
        ("(XY)", None),
        ("the Chartered Institute of Lamp Security (CILSec)", "Chartered Institute of Lamp Security"),
        ("the CLS (Centre for Lamps and Sluices)", "Centre for Lamps and Sluices"),
    ],
)  # fmt: skip
def test_an_acronym_is_explained_by_words_with_its_letters(text: str, found: str | None) -> None:
    assert [*acronyms_in(text).values()] == ([found] if found else [])


def test_the_organisations_own_name_has_to_stay() -> None:
    facts = Facts(names=("Harbour Mutual", "Northmere"))
    assert _of("name", judge("Work at Harbour Mutual.", "Work at Harbour Trust.", facts)).level == "block"
    assert _of("name", judge("Northmere needs you.", "We need you.", facts)).level == "block"
    assert judge("Harbour Mutual needs you.", "You are needed by Harbour Mutual.", facts) == ()


def test_rules_from_elsewhere_are_asked_too_and_the_gravest_comes_first() -> None:
    def also(original: str, rewritten: str) -> list[Verdict]:
        return [Verdict(rule="age", level="block", message=f"{original} > {rewritten}")]

    assert [each.rule for each in judge("Lead it.", "Lead it, friend.", also=also)] == ["age", "wording"]
    assert judge("Lead it.", "Lead it.", also=also) == ()


def _of(rule: str, verdicts: tuple[Verdict, ...]) -> Verdict:
    found = [each for each in verdicts if each.rule == rule]
    assert found, verdicts
    return found[0]


def test_a_word_is_told_to_have_become_the_one_that_stands_in_its_place() -> None:
    said = [
        each.message
        for each in judge("Keep the crew of the whole fleet.", "Keep a good crew of the entirety of the fleet.")
    ]
    assert "“whole” became “entirety”." in said


def test_a_member_of_a_list_is_missed_though_its_word_stands_elsewhere() -> None:
    (told,) = judge("Write a plan and budget for boats that fit the plan.", "Write a boat budget that fits the plan.")
    assert (told.level, told.message[:21]) == ("look", "“plan” and “budget” n")
