from __future__ import annotations

import time
from dataclasses import replace
from typing import Any, AsyncIterator, Awaitable, Callable, Generic, Iterator, TypeVar

import httpx

from ._answers import file_of, json_of, page_of
from ._errors import APIConnectionError, APITimeoutError, LastHashError
from ._events import LAST, EventParser, LineParser, ScanEvent
from ._request import Conversation, Request, RequestOptions, Settings

T = TypeVar("T")
Kind = Callable[[Any], T]


class AsyncTransport:
    """Sends requests, and sends them again where that may help."""

    def __init__(self, own: Settings, http: httpx.AsyncClient, sleep: Callable[[float], Awaitable[None]]) -> None:
        self.own = own
        self.http = http
        self.sleep = sleep
        self._warned: set[str] = set()

    async def send(self, request: Request, options: RequestOptions | None) -> tuple[httpx.Response, bytes]:
        """The answer and its content, after as many tries as it takes and is allowed."""
        response, content = await self._converse(request, options, stream=False)
        return response, content

    async def open(self, request: Request, options: RequestOptions | None) -> httpx.Response:
        """As ``send``, with the content still to be read. The caller closes it."""
        return (await self._converse(request, options, stream=True))[0]

    async def _converse(
        self, request: Request, options: RequestOptions | None, stream: bool
    ) -> tuple[httpx.Response, bytes]:
        talk = Conversation(self.own, request, options or {}, self._warned)
        while True:
            try:
                return await self._once(talk, stream)
            except LastHashError as failure:
                pause = talk.pause(failure)
            await self.sleep(pause)

    async def _once(self, talk: Conversation, stream: bool) -> tuple[httpx.Response, bytes]:
        talk.begin()
        try:
            request = self.http.build_request(
                talk.request.method, talk.url, headers=talk.headers, content=talk.content(), timeout=talk.limit
            )
            response = await self.http.send(request, stream=True, follow_redirects=talk.follows)
            if stream and response.is_success:
                talk.judge(response, b"")
                return response, b""
            try:
                pieces = []
                async for piece in response.aiter_bytes():
                    talk.check_time()
                    pieces.append(piece)
            finally:
                await response.aclose()
        except httpx.TimeoutException as error:
            raise APITimeoutError(f"No whole answer from {self.own.base_url} within {talk.limit:g} s.") from error
        except (httpx.TransportError, httpx.DecodingError, httpx.TooManyRedirects) as error:
            raise APIConnectionError(f"{self.own.base_url} cannot be reached: {error}") from error
        content = b"".join(pieces)
        # For whoever gets the answer itself: it was read piece by piece, under our own time limit.
        response._content = content
        talk.judge(response, content)
        return response, content


class AsyncPage(Generic[T]):
    """A page of a list. To iterate over it goes over its own rows alone."""

    def __init__(self, data: list[T], next_cursor: str | None, after: Callable[[str], Awaitable[AsyncPage[T]]]) -> None:
        self.data = data
        self.next_cursor = next_cursor
        self.has_more = next_cursor is not None
        self._after = after

    def __iter__(self) -> Iterator[T]:
        return iter(self.data)

    async def next_page(self) -> AsyncPage[T] | None:
        """The page after this one; None after the last."""
        if self.next_cursor is None:
            return None
        page = await self._after(self.next_cursor)
        if page.next_cursor == self.next_cursor:
            raise LastHashError("The list does not go on: the cursor is the same.")
        return page


class AsyncPager(Generic[T]):
    """A list: iterating over it gives everything on all pages, one page at a time. Nothing is asked before."""

    def __init__(self, first: Callable[[], Awaitable[AsyncPage[T]]]) -> None:
        self._first = first

    async def first_page(self) -> AsyncPage[T]:
        return await self._first()

    async def pages(self) -> AsyncIterator[AsyncPage[T]]:
        page: AsyncPage[T] | None = await self._first()
        while page is not None:
            yield page
            page = await page.next_page()

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for row in page.data:
                yield row


class AsyncResource:
    """What all resources are: methods over one transport."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def _json(self, kind: Kind[T], request: Request, options: RequestOptions | None) -> T:
        return kind(json_of(*await self._transport.send(request, options)))

    async def _nothing(self, request: Request, options: RequestOptions | None) -> None:
        await self._transport.send(request, options)

    async def _file(self, kind: Kind[Any], request: Request, options: RequestOptions | None) -> Any:
        response, content = await self._transport.send(replace(request, accept="*/*"), options)
        return file_of(response, content, kind)

    def _list(self, kind: Kind[T], items: str, request: Request, options: RequestOptions | None) -> AsyncPager[T]:
        async def page(cursor: str | None) -> AsyncPage[T]:
            asked = replace(request, query={**request.query, "cursor": cursor}) if cursor else request
            body = json_of(*await self._transport.send(asked, options))
            return AsyncPage(*page_of(body, items, kind), page)

        return AsyncPager(lambda: page(None))

    async def _lines(self, request: Request, options: RequestOptions | None) -> AsyncIterator[Any]:
        parser = LineParser()
        response = await self._transport.open(replace(request, accept="application/x-ndjson"), options)
        try:
            async for piece in pieces_of(response):
                for value in parser.read(piece):
                    yield value
            for value in parser.end():
                yield value
        finally:
            await response.aclose()

    async def _events(
        self,
        request: Request,
        last_event_id: str | None,
        options: RequestOptions | None,
        until: float | None = None,
    ) -> AsyncIterator[ScanEvent]:
        """Until the last one. A stream that is cut is opened again after the last event that came.

        ``until`` is when to give up, by ``time.monotonic()``: a TimeoutError then.
        """
        parser = EventParser(last_event_id)
        retries = (options or {}).get("max_retries", self._transport.own.max_retries)
        cuts = 0
        while True:
            headers = {"last-event-id": parser.last_id} if parser.last_id else {}
            asked = replace(request, accept="text/event-stream", headers=headers)
            response = await self._transport.open(asked, options)
            try:
                if response.status_code == 204:
                    return
                async for piece in pieces_of(response):
                    for event in parser.read(piece):
                        cuts = 0
                        yield event
                        if LAST.fullmatch(event.event):
                            return
                    if until is not None and time.monotonic() > until:
                        raise TimeoutError
            except APIConnectionError:
                pass
            finally:
                await response.aclose()
            cuts += 1
            if cuts > retries:
                raise APIConnectionError("The events of the scan were cut again and again.")
            parser.reset()
            await self._transport.sleep(parser.retry)


async def pieces_of(response: httpx.Response) -> AsyncIterator[bytes]:
    try:
        async for piece in response.aiter_bytes():
            yield piece
    except httpx.TransportError as error:
        raise APIConnectionError("The answer was cut.") from error
