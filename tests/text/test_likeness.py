"""Likeness counts shared content words, whatever their order and endings."""

from itertools import combinations

import pytest

from jd_builder.services import catalogue
from jd_builder.text.likeness import alike


def test_the_same_words_in_another_order_and_form_are_alike() -> None:
    assert alike("assess the risks of suppliers", "supplier's risk is assessed") == 1


@pytest.mark.parametrize(("one", "other"), [("", ""), ("", "lamps"), ("the of and", "lamps")])
def test_nothing_is_like_nothing(one: str, other: str) -> None:
    assert alike(one, other) == 0


def test_the_figures_that_explain_the_thresholds_hold() -> None:
    texts = [each.wordings.plain for each in catalogue.role("ciso").statements() if each.kind != "summary"]
    found = [alike(one, other) for one, other in combinations(texts, 2)]
    assert (len(texts), len(found)) == (107, 5671)
    assert max(found) < 0.5
    assert sum(each >= 0.4 for each in found) == 8
    assert sum(each >= 0.25 for each in found) == pytest.approx(len(found) / 70, rel=0.1)
