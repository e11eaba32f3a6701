"""The project file: the only place with SQL."""

import sys

if "numpy" not in sys.modules:
    # sqlite-utils takes numpy along where it is installed, as it is for the charts: a tenth of a
    # second and 15 MB for what no window and no other command needs.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        import sqlite_utils  # noqa: F401
    finally:
        del sys.modules["numpy"]
