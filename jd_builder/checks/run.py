"""Everything that the rules find in a document and a draft, the most important first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from jd_builder.checks.asked import Asked
from jd_builder.checks.checker import Checker, remembered
from jd_builder.checks.context import Context
from jd_builder.checks.facts import FACTS
from jd_builder.checks.hit import Hit
from jd_builder.checks.kinds import balance, duplicate, metric, occurrence
from jd_builder.checks.loading import load_rules
from jd_builder.checks.masks import masks, people_of
from jd_builder.checks.predicates import PREDICATES
from jd_builder.checks.rule import Balance, Conditional, Duplicate, FieldRule, Metric, Occurrence, Rule
from jd_builder.checks.saying import of_field, of_text
from jd_builder.checks.texts import Placed, placed
from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.domain.findings import Finding, Severity
from jd_builder.domain.post import Post

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")


def findings(
    document: Document | None, draft: Draft | None = None, context: Context | None = None
) -> tuple[Finding, ...]:
    """What is in doubt: in the document's texts, in the draft's answers, or in both.

    Errors come first, in each severity the user's own words, then in reading order. Findings that a
    person keeps are among them: see ``kept.py``.
    """
    known = _completed(context or Context(), document, draft)
    in_answers = () if draft is None else of_answers(draft, known, [known.layout])
    in_texts = () if document is None else of_texts(document, draft, known)
    return in_order([*in_answers, *in_texts])


def of_texts(document: Document, draft: Draft | None = None, context: Context | None = None) -> tuple[Finding, ...]:
    """What is in doubt in a document's texts, in no order of importance."""
    known = _completed(context or Context(), document, draft)
    in_force = _in_force(known, draft.read_post().value if draft else None)
    checker = _checker(in_force, known.names, known.terms)
    return tuple(_in_document(checker, document, known))


def of_answers(draft: Draft, context: Context, layouts: Iterable[str | None]) -> tuple[Finding, ...]:
    """What is in doubt in a draft's answers, by the rules of all these layouts, each finding once."""
    known, post = _completed(context, None, draft), draft.read_post().value
    ids = {id_ for layout in layouts for id_ in _in_force(replace(known, layout=layout), post)}
    return tuple(_in_answers((rule for rule in load_rules().rules if rule.id in ids), draft, known))


def in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda each: (_SEVERITIES.index(each.severity), not each.yours)))


def _completed(context: Context, document: Document | None, draft: Draft | None) -> Context:
    """The context with what the draft and the document say of themselves."""
    organisation = draft.read_organisation().value if draft else None
    names = [organisation.name, organisation.short_name] if organisation else []
    terms = [(each.instead_of, each.say) for each in organisation.house_terms] if organisation else []
    people = people_of(draft.read_post().value) if draft else ()
    return replace(
        context,
        layout=context.layout or (document.layout if document else None),
        sector=context.sector or (organisation.sector if organisation else None),
        nation=context.nation or (organisation.nation if organisation else None),
        names=tuple(filter(None, (*context.names, *names, *people, document.organisation if document else ""))),
        terms=(*context.terms, *terms),
    )


def _in_force(context: Context, post: Post | None) -> tuple[str, ...]:
    """The ids of the rules that hold here. A nation that is not known takes none away, a sector does."""
    return tuple(rule.id for rule in load_rules().rules if _holds(rule, context, post))


def _holds(rule: Rule, context: Context, post: Post | None) -> bool:
    return (
        (not rule.layouts or context.layout in rule.layouts)
        and (not rule.sectors or context.sector in rule.sectors)
        and (not rule.nations or context.nation is None or context.nation in rule.nations)
        and (rule.when is None or FACTS[rule.when](post))
    )


@lru_cache(maxsize=32)
def _checker(ids: tuple[str, ...], names: tuple[str, ...], terms: tuple[tuple[str, str], ...]) -> Checker:
    wanted = frozenset(ids)
    return Checker((rule for rule in load_rules().rules if rule.id in wanted), (*masks(), *names), terms)


def _in_document(checker: Checker, document: Document, context: Context) -> Iterator[Finding]:
    texts = tuple(placed(document))
    for each in texts:
        for word_rule, hit in remembered(checker, each.text, each.scope):
            if not _is_harmless(word_rule, each, hit):
                yield of_text(word_rule, each, hit, context.nation)
    for rule in checker.rules:
        if document.draft and isinstance(rule, Metric) and rule.measure == "gap":
            continue  # a copy for approval may have gaps
        for place, hit in _of_whole(rule, texts, context):
            yield of_text(rule, place, hit, context.nation)


def _is_harmless(rule: Rule, place: Placed, hit: Hit) -> bool:
    """Whether whose words they are, or what stands above or beside them, takes the sting out of the rule.

    A gap is told as what is missing, and not by the words that mark it.
    """
    if place.run_at(hit.start, hit.end).gap:
        return True
    if rule.only_yours and not place.yours(hit.start, hit.end):
        return True
    under = rule.not_under if isinstance(rule, Conditional) else ()
    return any(word in place.beside.casefold() for word in under)


def _of_whole(rule: Rule, texts: Sequence[Placed], context: Context) -> Iterable[tuple[Placed | None, Hit]]:
    match rule:
        case Metric():
            return metric.hits(rule, texts, context)
        case Balance():
            return balance.hits(rule, texts)
        case Duplicate():
            return duplicate.hits(rule, texts)
        case Occurrence():
            return occurrence.hits(rule, texts, context.names)
        case _:
            return ()


def _in_answers(rules: Iterable[Rule], draft: Draft, context: Context) -> Iterator[Finding]:
    organisation, post = draft.read_organisation().value, draft.read_post().value
    asked = Asked(draft, post, organisation, context)
    for rule in rules:
        if isinstance(rule, FieldRule):
            for told in PREDICATES[rule.predicate](asked):
                yield of_field(rule, told, context.nation)
