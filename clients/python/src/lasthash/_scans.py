# Made of _async_scans.py by `npm run clients`: do not edit.
from __future__ import annotations

import time
from typing import TYPE_CHECKING, Callable

from ._resources import Scans as Generated
from ._errors import LastHashError, ScanFailedError, ScanTimeoutError
from ._events import ScanEvent
from ._request import RequestOptions
from ._types import Scan

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._params import CreateScanParams

FIRST_LOOK = 0.5  # seconds; doubled after each
LONGEST_LOOK = 5.0  # seconds
PATIENCE = 3600.0  # seconds


class Scans(Generated):
    def create_and_wait(
        self,
        *,
        patience: float = PATIENCE,
        on_progress: Callable[[ScanEvent], None] | None = None,
        options: RequestOptions | None = None,
        **params: Unpack[CreateScanParams],
    ) -> Scan:
        """Begins a scan and gives it once it is done.

        ``patience`` is how many seconds it may take, queue included; it is not canceled after that. ``on_progress`` is
        told of everything that the scan does, as it does it. Raises ``ScanFailedError`` when it fails or is canceled,
        and ``ScanTimeoutError``.
        """
        scan = self.create(**params, options=options)
        return self.wait(scan, patience=patience, on_progress=on_progress, options=options)

    def wait(
        self,
        scan: Scan | str,
        *,
        patience: float = PATIENCE,
        on_progress: Callable[[ScanEvent], None] | None = None,
        options: RequestOptions | None = None,
    ) -> Scan:
        """As ``create_and_wait``, for a scan that has begun: the scan or its id."""
        present = self.get(scan, options=options) if isinstance(scan, str) else scan
        if on_progress and not has_ended(present):
            present = self._follow(present, patience, on_progress, options)
        waited, pause = 0.0, FIRST_LOOK
        while not has_ended(present):
            if waited + pause > patience:
                raise ScanTimeoutError(present, patience)
            self._transport.sleep(pause)
            waited += pause
            pause = min(2 * pause, LONGEST_LOOK)
            present = self.get(present.id, options=options)
        if present.status != "done":
            raise ScanFailedError(present)
        return present

    def _follow(
        self, present: Scan, patience: float, tell: Callable[[ScanEvent], None], options: RequestOptions | None
    ) -> Scan:
        try:
            for event in self.watch(present.id, options=options, until=time.monotonic() + patience):
                tell(event)
                if event.event.startswith("scan."):
                    present = Scan(event.data)
        except TimeoutError:
            raise ScanTimeoutError(present, patience) from None
        return present


def has_ended(scan: Scan) -> bool:
    if not scan.status:
        raise LastHashError("The service gave a scan without a status.")
    return scan.status not in ("queued", "running")
