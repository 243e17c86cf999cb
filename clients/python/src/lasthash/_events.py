from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from typing import Any

from ._errors import LastHashError

LAST = re.compile(r"scan\.(completed|failed|canceled)")
PAUSE = 1.0  # second before a stream that was cut is opened again, unless the stream says another


@dataclass(frozen=True)
class ScanEvent:
    """One thing that is told of a scan while it runs."""

    id: str | None
    """The number to go on after; None of what has none."""
    event: str
    """``scan.queued``, ``scan.started``, ``source``, ``check``, ``finding``, and at last ``scan.completed``,
    ``scan.failed`` or ``scan.canceled``."""
    data: Any


class EventParser:
    """The grammar of event streams (WHATWG HTML section 9.2.6), over pieces that end anywhere."""

    def __init__(self, last_id: str | None) -> None:
        self.last_id = last_id
        self.retry = PAUSE
        self._id: str | None = None
        self._event = ""
        self._data: list[str] = []
        self.reset()

    def reset(self) -> None:
        """Forgets what was begun, before a new stream."""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""
        self._clear()

    def read(self, piece: bytes) -> list[ScanEvent]:
        found: list[ScanEvent] = []
        self._rest += self._decoder.decode(piece)
        # A CR at the end may be half of a CRLF.
        *lines, self._rest = re.split(r"\r\n|\n|\r(?!\Z)", self._rest)
        for line in lines:
            if line:
                self._field(line)
            elif self._data:
                found.append(self._finish())
            else:
                self._clear()
        return found

    def _field(self, line: str) -> None:
        name, _, value = line.partition(":")
        value = value[1:] if value.startswith(" ") else value
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self._id = value
        elif name == "retry" and re.fullmatch(r"[0-9]+", value):
            self.retry = int(value) / 1000

    def _finish(self) -> ScanEvent:
        event = ScanEvent(self._id, self._event or "message", line_of("\n".join(self._data)))
        if self._id is not None:
            self.last_id = self._id
        self._clear()
        return event

    def _clear(self) -> None:
        self._id = None
        self._event = ""
        self._data = []


class LineParser:
    """JSON values, one a line, over pieces that end anywhere."""

    def __init__(self) -> None:
        self._rest = b""

    def read(self, piece: bytes) -> list[Any]:
        *lines, self._rest = (self._rest + piece).split(b"\n")
        return [line_of(line.decode()) for line in lines if line.strip()]

    def end(self) -> list[Any]:
        return self.read(b"\n")


def line_of(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise LastHashError(f"This is no JSON: {text[:80]!r}") from None
