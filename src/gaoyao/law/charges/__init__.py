"""What each charge requires, as data: facts to be proved, usual evidence, traps and counter-checks (guide §B).

One charge is one YAML file in this folder; `_general.yaml` serves every charge without a file of its own.
"""

from gaoyao.law.charges.loader import ChargeError, charges, find, general, read_folder
from gaoyao.law.charges.model import Charge, ChargeFact, CounterCheck

__all__ = [
    "Charge", "ChargeError", "ChargeFact", "CounterCheck", "charges", "find", "general", "outline", "read_folder",
]  # fmt: skip


def outline(charge: str) -> tuple[ChargeFact, ...]:
    """The facts a charge needs, from the charges we know; the general ones for any other."""
    return tuple((find(charge) or general()).facts)
