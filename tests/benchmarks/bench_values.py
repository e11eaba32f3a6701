"""How many expressions a second the readers of dates and figures take.

Run with ``python -m tests.benchmarks.bench_values``.  Each row of the table is read once, as when
a file is imported: all but the rare forms of EDTF are checked by their form alone.
"""

import json
import time
from pathlib import Path
from statistics import quantiles
from typing import Any

from annotator.arabic import ARABIC

TABLE = Path(__file__).parents[1] / "arabic" / "values.jsonl"


def times(rows: list[dict[str, Any]]) -> list[float]:
    """Return how long each row takes, in milliseconds."""
    taken = []
    for row in rows:
        start = len(row["before"])
        whole = row["before"] + row["text"] + row["after"]
        began = time.perf_counter()
        ARABIC.read_value(row["reader"], whole, start, start + len(row["text"]), row["published"])
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def main() -> None:
    """Print the figures."""
    rows = [json.loads(line) for line in TABLE.read_text("utf-8").splitlines()]
    for round_name in ("first", "again"):
        for reader in ("date", "figure"):
            taken = times([row for row in rows if row["reader"] == reader])
            median, worst = quantiles(taken, n=100)[49], quantiles(taken, n=100)[94]
            rate = len(taken) / sum(taken) * 1000
            print(
                f"{reader:6} {round_name}: {rate:6.0f} a second; "
                f"50 % {median:.2f} ms, 95 % {worst:.2f} ms"
            )


if __name__ == "__main__":
    main()
