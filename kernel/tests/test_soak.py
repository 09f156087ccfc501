"""Mixed use for two minutes, on each JDK side by side. Twenty minutes of it are a command of their own: ./jotter soak."""

from kernels import javas
from soak.use import side_by_side

SECONDS = 120
SEED = 6


def test_two_minutes_of_mixed_use_lose_nothing_and_leave_memory_threads_and_files_where_they_were(installation, tmp_path_factory):
    specs = {f"Java {java.major}": installation(java) for java in javas()}
    assert side_by_side(specs, tmp_path_factory.mktemp("soak"), SECONDS, SEED, print) == []
