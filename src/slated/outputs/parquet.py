"""Every table of a ledger as Parquet files; needs the extra ``parquet``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from slated.errors import OutputError
from slated.ledger import Ledger

_AT_ONCE = 20_000  # rows of a row group


def export_parquet(ledger: Ledger, folder: str | Path) -> dict[str, int]:
    """Write ``TABLE.parquet`` of every table; how many rows each has.

    Columns have the types of the ledger's schema (text, int64, double, bool); days are ISO text.
    Raises ``OutputError`` where the folder cannot be written or pyarrow is missing.
    """
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise OutputError("Parquet needs pyarrow: pip install 'slated[parquet]'") from error
    kinds = ledger.column_kinds()
    try:
        place = Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        return {
            name: _write(place / f"{name}.parquet", {c: kinds[name][c] for c in columns}, rows)
            for name, columns, rows in ledger.tables()
        }
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {error.strerror}") from error


def _write(path: Path, kinds: dict[str, type], rows: Iterator[dict[str, Any]]) -> int:
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    schema = pa.schema([pa.field(name, types[kind]) for name, kind in kinds.items()])
    count = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as file:
        while batch := list(islice(rows, _AT_ONCE)):
            file.write_table(pa.Table.from_pylist(batch, schema))
            count += len(batch)
    return count
