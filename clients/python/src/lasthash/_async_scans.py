from __future__ import annotations

import time
from typing import TYPE_CHECKING, Callable

from ._async_resources import AsyncScans as Generated
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


class AsyncScans(Generated):
    async def create_and_wait(
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
        scan = await self.create(**params, options=options)
        return await self.wait(scan, patience=patience, on_progress=on_progress, options=options)

    async def wait(
        self,
        scan: Scan | str,
        *,
        patience: float = PATIENCE,
        on_progress: Callable[[ScanEvent], None] | None = None,
        options: RequestOptions | None = None,
    ) -> Scan:
        """As ``create_and_wait``, for a scan that has begun: the scan or its id."""
        present = await self.get(scan, options=options) if isinstance(scan, str) else scan
        if on_progress and not has_ended(present):
            present = await self._follow(present, patience, on_progress, options)
        waited, pause = 0.0, FIRST_LOOK
        while not has_ended(present):
            if waited + pause > patience:
                raise ScanTimeoutError(present, patience)
            await self._transport.sleep(pause)
            waited += pause
            pause = min(2 * pause, LONGEST_LOOK)
            present = await self.get(present.id, options=options)
        if present.status != "done":
            raise ScanFailedError(present)
        return present

    async def _follow(
        self, present: Scan, patience: float, tell: Callable[[ScanEvent], None], options: RequestOptions | None
    ) -> Scan:
        try:
            async for event in self.watch(present.id, options=options, until=time.monotonic() + patience):
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
