# Made of _async_client.py by `npm run clients`: do not edit.
from __future__ import annotations

import time
from typing import Any, Callable, Mapping

import httpx

from ._sync import Transport
from ._surface import Surface
from ._request import MAX_RETRIES, NOT_GIVEN, TIMEOUT, Request, RequestOptions, settings


class LastHash(Surface):
    """The LastHash API."""

    def __init__(
        self,
        *,
        api_key: str | None = None,
        base_url: str | None = None,
        organization: str | None = None,
        timeout: float = TIMEOUT,
        max_retries: int = MAX_RETRIES,
        headers: Mapping[str, str] | None = None,
        user_agent: str | None = None,
        http_client: httpx.Client | None = None,
        on_warning: Callable[[str], None] | None = None,
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] | None = None,
    ) -> None:
        """``api_key`` and ``base_url`` come from ``LASTHASH_API_KEY`` and ``LASTHASH_BASE_URL`` unless given.

        ``organization`` is one under yours to act for; ``timeout`` the seconds that one try may take; ``user_agent``
        your program's name and version. ``http_client`` sends the requests, through a proxy for example; httpx reads
        ``HTTPS_PROXY`` by itself. ``on_warning`` is told of what will be withdrawn, instead of ``warnings``. ``sleep``
        and ``chance`` stand for time and chance in tests. Raises ``LastHashError`` without a key.
        """
        own = settings(api_key, base_url, organization, timeout, max_retries, headers, user_agent, on_warning, chance)
        self._own_http = http_client is None
        self._http = http_client or httpx.Client()
        self._transport = Transport(own, self._http, sleep)
        super().__init__(self._transport)

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: Any = NOT_GIVEN,
        options: RequestOptions | None = None,
        stream: bool = False,
    ) -> httpx.Response:
        """Any operation, such as one that this version does not know, and the answer itself.

        With ``stream`` its content is still to be read, and the caller closes it.
        """
        request = Request(f"{method} {path}", method, path, query or {}, body)
        if stream:
            return self._transport.open(request, options)
        return (self._transport.send(request, options))[0]

    def close(self) -> None:
        """Closes its connections. What was given as ``http_client`` is the giver's to close."""
        if self._own_http:
            self._http.close()

    def __enter__(self) -> LastHash:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
