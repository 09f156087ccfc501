"""What a checkout opens."""

from pathlib import Path

from checkout import Checkout


def test_the_tour_is_opened_until_somebody_has_worked_here(tmp_path: Path) -> None:
    checkout = Checkout(tmp_path)
    assert checkout.first_notebook() == "00-start-here.ipynb"
    workspaces = checkout.state / "jupyter" / "config" / "lab" / "workspaces"
    workspaces.mkdir(parents=True)
    assert checkout.first_notebook() == "00-start-here.ipynb"
    (workspaces / "default.jupyterlab-workspace").touch()
    assert checkout.first_notebook() == ""
