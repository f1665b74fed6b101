from pathlib import Path

from tests.faults.kill_while_editing import kill_rounds


def test_the_app_killed_fifty_times_while_someone_types_loses_nothing_that_the_screen_called_saved(
    tmp_path: Path,
) -> None:
    assert sum(kill_rounds(tmp_path, 50, seed=1)) > 50
