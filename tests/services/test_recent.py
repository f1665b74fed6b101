"""Results are kept by the very object that they were made of, and only the last ones."""

from itertools import count

from jd_builder.services.recent import Recent


def test_a_result_is_made_once_for_each_object_and_not_for_its_equal() -> None:
    numbers = count(1)
    recent = Recent[list[int], int](2)
    one, equal = [1], [1]
    assert [recent.get(key, lambda: next(numbers)) for key in (one, one, equal, one)] == [1, 1, 2, 1]


def test_the_oldest_is_forgotten_and_the_newest_told_first() -> None:
    recent = Recent[list[int], int](2)
    keys = [[1], [2], [3]]
    for key in keys:
        recent.get(key, lambda: 0)
    assert [key for key, _ in recent.newest_first()] == [[3], [2]]
