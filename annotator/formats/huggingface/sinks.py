"""Where the rows of a split go: JSON lines, or Parquet in row groups.

Neither holds more than some rows in memory.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol, Self

from annotator.core.format import needed
from annotator.core.json_files import as_json
from annotator.formats.huggingface.columns import Kind, Tag

_GROUP = 300_000
"""How many letters of text a row group of Parquet holds, or a little more: 100 articles or so."""


class Sink(Protocol):
    """Takes the rows of one split."""

    @property
    def path(self) -> Path:
        """The file that they go to."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...

    def put(self, row: Mapping[str, object]) -> None:
        """Write a row."""


class JsonLines:
    """Writes a row a line."""

    def __init__(self, stem: Path, columns: Mapping[str, Kind]) -> None:
        self.path = stem.with_name(f"{stem.name}.jsonl")
        self._file = self.path.open("wb")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def put(self, row: Mapping[str, object]) -> None:
        self._file.write(as_json(row, str(row["name"])) + b"\n")


class Parquet:
    """Writes row groups of some 300,000 letters."""

    def __init__(self, stem: Path, columns: Mapping[str, Kind]) -> None:
        self.path = stem.with_name(f"{stem.name}.parquet")
        self._arrow = needed("pyarrow", "parquet")
        self._schema = self._arrow.schema(list(map(self._field, columns, columns.values())))
        self._writer = needed("pyarrow.parquet", "parquet").ParquetWriter(
            self.path, self._schema, compression="zstd", write_page_checksum=True
        )
        self._rows: list[Mapping[str, object]] = []
        self._letters = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._write_group()
        self._writer.close()

    def put(self, row: Mapping[str, object]) -> None:
        self._rows.append(row)
        self._letters += len(str(row["text"]))
        if self._letters >= _GROUP:
            self._write_group()

    def _write_group(self) -> None:
        if self._rows:
            self._writer.write_table(self._arrow.Table.from_pylist(self._rows, self._schema))
        self._rows, self._letters = [], 0

    def _field(self, name: str, kind: Kind) -> Any:
        return self._arrow.field(name, self._type(kind))

    def _type(self, kind: Kind) -> Any:
        match kind:
            case Tag():
                return self._arrow.string()
            case [of]:
                return self._arrow.list_(self._type(of))
            case dict() as parts:
                return self._arrow.struct(list(map(self._field, parts, parts.values())))
            case str() as name:
                return self._arrow.type_for_alias(name)
