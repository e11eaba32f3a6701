"""How much may come out of a Parquet file, by what it says of itself before it is unpacked."""

from collections import defaultdict
from typing import Any

from annotator.core.limits import LARGEST, most_unpacked, would_burst

_TEXTS = ("BYTE_ARRAY", "FIXED_LEN_BYTE_ARRAY")


class Chunks:
    """The parts of a Parquet file that are unpacked as one: a column of a row group each."""

    def __init__(self, metadata: Any, packed: int) -> None:
        """Look at what the ``metadata`` say of a file of so many bytes.

        Raises:
            InvalidArticle: if more would come out of it than its size allows for.
        """
        self.most = most_unpacked(packed)
        """Bytes that may come out of it."""
        self._longest = 1
        """Bytes of the longest chunk of texts: no cell of it is longer."""
        swelling: defaultdict[str, int] = defaultdict(int)
        total = 0
        for group in range(metadata.num_row_groups):
            row_group = metadata.row_group(group)
            for column in range(row_group.num_columns):
                chunk = row_group.column(column)
                size = max(0, chunk.total_uncompressed_size)
                total += size
                if chunk.physical_type not in _TEXTS:
                    continue
                if "." in chunk.path_in_schema:
                    # One row may have all of its cells, and each may be the longest.
                    swelling[chunk.path_in_schema] = max(
                        swelling[chunk.path_in_schema], size * chunk.num_values
                    )
                else:
                    self._longest = max(self._longest, size)
        if total > self.most:
            raise would_burst(total)
        self.swelling = [path for path, size in swelling.items() if size > self.most]
        """The columns inside others whose cells might be too much together, one by one."""

    def rows_at_once(self, most: int) -> int:
        """Return how many rows may be read at once, ``most`` of them at most."""
        return max(1, min(most, LARGEST // self._longest))
