"""The answers that vacancies choose from, in the words of UK human resources."""

from jd_builder.domain.values import Choice


class Pattern(Choice):
    ON_SITE = "on-site", "On site"
    HYBRID = "hybrid", "Hybrid"
    REMOTE = "remote", "Remote in the UK"


class Period(Choice):
    YEAR = "year", "a year"
    DAY = "day", "a day"
    HOUR = "hour", "an hour"


class ContractType(Choice):
    PERMANENT = "permanent", "Permanent"
    FIXED_TERM = "fixed-term", "Fixed term"
    SECONDMENT = "secondment", "Secondment"
    LOAN = "loan", "Loan"
    INTERIM = "interim", "Interim"


class Flexibility(Choice):
    FULL_TIME = "full-time", "full time"
    PART_TIME = "part-time", "part time"
    JOB_SHARE = "job-share", "job share"
    COMPRESSED = "compressed", "compressed hours"
    TERM_TIME = "term-time", "term-time working"


class BoardAttendance(Choice):
    MEMBER = "member", "Is a member"
    ATTENDS = "attends", "Attends"
    REPORTS_TO = "reports-to", "Reports to it"
    NONE = "none", "None"


class Control(Choice):
    MANAGES = "manages", "Manages it"
    INFLUENCES = "influences", "Influences it"


class ClearanceLevel(Choice):
    """UK security vetting levels; NPPV 3 is the police's own."""

    NONE = "none", "None"
    BPSS = "bpss", "Baseline Personnel Security Standard (BPSS)"
    CTC = "ctc", "Counter Terrorist Check (CTC)"
    SC = "sc", "Security Check (SC)"
    ESC = "esc", "enhanced Security Check (eSC)"
    DV = "dv", "Developed Vetting (DV)"
    NPPV3 = "nppv3", "Non-Police Personnel Vetting level 3 (NPPV 3)"


class ClearanceTiming(Choice):
    HELD = "held", "Held before starting"
    WILLING = "willing", "Willing to undergo"


class NationalityRule(Choice):
    RIGHT_TO_WORK = "right-to-work", "Right to work in the UK"
    NON_RESERVED = "non-reserved", "Civil Service, non-reserved"
    RESERVED = "reserved", "Civil Service, reserved for UK nationals"


class Sponsorship(Choice):
    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_KNOWN = "not-known", "Not known yet"


class DbsLevel(Choice):
    NONE = "none", "None"
    BASIC = "basic", "Basic"
    STANDARD = "standard", "Standard"
    ENHANCED = "enhanced", "Enhanced"
    ENHANCED_BARRED = "enhanced-barred", "Enhanced with barred lists"


class RegulatedRole(Choice):
    NONE = "none", "None"
    FIT_AND_PROPER = "fit-and-proper", "Fit and Proper Person"
    SENIOR_MANAGER = "senior-manager", "Senior manager function"
    CERTIFIED = "certified", "Certification function"


class WhoMayApply(Choice):
    EVERYONE = "everyone", "Everyone"
    INTERNAL = "internal", "Our own staff"
    CIVIL_SERVICE = "civil-service", "Civil servants and accredited public bodies"


class Amount(Choice):
    NONE = "none", "None"
    OCCASIONAL = "occasional", "Occasional"
    REGULAR = "regular", "Regular"


class OnCallPattern(Choice):
    NONE = "none", "None"
    ROTA = "rota", "On a rota"
    MAJOR_INCIDENTS = "major-incidents", "For major incidents only"


class AiUse(Choice):
    ALLOWED_WITH_CARE = "allowed-with-care", "Allowed, if every statement is true and their own"
    NOT_ALLOWED = "not-allowed", "Not allowed"


class Maturity(Choice):
    NOT_ASSESSED = "not-assessed", "Not assessed"
    ONE = "1", "1 of 5"
    TWO = "2", "2 of 5"
    THREE = "3", "3 of 5"
    FOUR = "4", "4 of 5"
    FIVE = "5", "5 of 5"


class Scope(Choice):
    IT = "it", "IT"
    OT = "ot", "operational technology"
    CLOUD = "cloud", "cloud services"
    PHYSICAL = "physical", "physical security"
    PRIVACY = "privacy", "privacy"
    SUPPLY_CHAIN = "supply-chain", "the supply chain"
    PRODUCT_SECURITY = "product-security", "product security"
