from pathlib import Path

from tests.faults.kill_while_saving import kill_rounds


def test_a_program_killed_fifty_times_while_saving_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    assert sum(kill_rounds(tmp_path, 50, seed=1)) > 50
