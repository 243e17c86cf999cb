from __future__ import annotations

import asyncio
from typing import Any, Awaitable, Callable, Mapping

import httpx

from ._async import AsyncTransport
from ._async_surface import AsyncSurface
from ._request import MAX_RETRIES, NOT_GIVEN, TIMEOUT, Request, RequestOptions, settings


class AsyncLastHash(AsyncSurface):
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
        http_client: httpx.AsyncClient | None = None,
        on_warning: Callable[[str], None] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
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
        self._http = http_client or httpx.AsyncClient()
        self._transport = AsyncTransport(own, self._http, sleep)
        super().__init__(self._transport)

    async def request(
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
            return await self._transport.open(request, options)
        return (await self._transport.send(request, options))[0]

    async def close(self) -> None:
        """Closes its connections. What was given as ``http_client`` is the giver's to close."""
        if self._own_http:
            await self._http.aclose()

    async def __aenter__(self) -> AsyncLastHash:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
