# Made of _async.py by `npm run clients`: do not edit.
from __future__ import annotations

import time
from dataclasses import replace
from typing import Any, Callable, Generic, Iterator, TypeVar

import httpx

from ._answers import file_of, json_of, page_of
from ._errors import APIConnectionError, APITimeoutError, LastHashError
from ._events import LAST, EventParser, LineParser, ScanEvent
from ._request import Conversation, Request, RequestOptions, Settings

T = TypeVar("T")
Kind = Callable[[Any], T]


class Transport:
    """Sends requests, and sends them again where that may help."""

    def __init__(self, own: Settings, http: httpx.Client, sleep: Callable[[float], None]) -> None:
        self.own = own
        self.http = http
        self.sleep = sleep
        self._warned: set[str] = set()

    def send(self, request: Request, options: RequestOptions | None) -> tuple[httpx.Response, bytes]:
        """The answer and its content, after as many tries as it takes and is allowed."""
        response, content = self._converse(request, options, stream=False)
        return response, content

    def open(self, request: Request, options: RequestOptions | None) -> httpx.Response:
        """As ``send``, with the content still to be read. The caller closes it."""
        return (self._converse(request, options, stream=True))[0]

    def _converse(
        self, request: Request, options: RequestOptions | None, stream: bool
    ) -> tuple[httpx.Response, bytes]:
        talk = Conversation(self.own, request, options or {}, self._warned)
        while True:
            try:
                return self._once(talk, stream)
            except LastHashError as failure:
                pause = talk.pause(failure)
            self.sleep(pause)

    def _once(self, talk: Conversation, stream: bool) -> tuple[httpx.Response, bytes]:
        talk.begin()
        try:
            request = self.http.build_request(
                talk.request.method, talk.url, headers=talk.headers, content=talk.content(), timeout=talk.limit
            )
            response = self.http.send(request, stream=True, follow_redirects=talk.follows)
            if stream and response.is_success:
                talk.judge(response, b"")
                return response, b""
            try:
                pieces = []
                for piece in response.iter_bytes():
                    talk.check_time()
                    pieces.append(piece)
            finally:
                response.close()
        except httpx.TimeoutException as error:
            raise APITimeoutError(f"No whole answer from {self.own.base_url} within {talk.limit:g} s.") from error
        except (httpx.TransportError, httpx.DecodingError, httpx.TooManyRedirects) as error:
            raise APIConnectionError(f"{self.own.base_url} cannot be reached: {error}") from error
        content = b"".join(pieces)
        # For whoever gets the answer itself: it was read piece by piece, under our own time limit.
        response._content = content
        talk.judge(response, content)
        return response, content


class Page(Generic[T]):
    """A page of a list. To iterate over it goes over its own rows alone."""

    def __init__(self, data: list[T], next_cursor: str | None, after: Callable[[str], Page[T]]) -> None:
        self.data = data
        self.next_cursor = next_cursor
        self.has_more = next_cursor is not None
        self._after = after

    def __iter__(self) -> Iterator[T]:
        return iter(self.data)

    def next_page(self) -> Page[T] | None:
        """The page after this one; None after the last."""
        if self.next_cursor is None:
            return None
        page = self._after(self.next_cursor)
        if page.next_cursor == self.next_cursor:
            raise LastHashError("The list does not go on: the cursor is the same.")
        return page


class Pager(Generic[T]):
    """A list: iterating over it gives everything on all pages, one page at a time. Nothing is asked before."""

    def __init__(self, first: Callable[[], Page[T]]) -> None:
        self._first = first

    def first_page(self) -> Page[T]:
        return self._first()

    def pages(self) -> Iterator[Page[T]]:
        page: Page[T] | None = self._first()
        while page is not None:
            yield page
            page = page.next_page()

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            for row in page.data:
                yield row


class Resource:
    """What all resources are: methods over one transport."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def _json(self, kind: Kind[T], request: Request, options: RequestOptions | None) -> T:
        return kind(json_of(*self._transport.send(request, options)))

    def _nothing(self, request: Request, options: RequestOptions | None) -> None:
        self._transport.send(request, options)

    def _file(self, kind: Kind[Any], request: Request, options: RequestOptions | None) -> Any:
        response, content = self._transport.send(replace(request, accept="*/*"), options)
        return file_of(response, content, kind)

    def _list(self, kind: Kind[T], items: str, request: Request, options: RequestOptions | None) -> Pager[T]:
        def page(cursor: str | None) -> Page[T]:
            asked = replace(request, query={**request.query, "cursor": cursor}) if cursor else request
            body = json_of(*self._transport.send(asked, options))
            return Page(*page_of(body, items, kind), page)

        return Pager(lambda: page(None))

    def _lines(self, request: Request, options: RequestOptions | None) -> Iterator[Any]:
        parser = LineParser()
        response = self._transport.open(replace(request, accept="application/x-ndjson"), options)
        try:
            for piece in pieces_of(response):
                for value in parser.read(piece):
                    yield value
            for value in parser.end():
                yield value
        finally:
            response.close()

    def _events(
        self,
        request: Request,
        last_event_id: str | None,
        options: RequestOptions | None,
        until: float | None = None,
    ) -> Iterator[ScanEvent]:
        """Until the last one. A stream that is cut is opened again after the last event that came.

        ``until`` is when to give up, by ``time.monotonic()``: a TimeoutError then.
        """
        parser = EventParser(last_event_id)
        retries = (options or {}).get("max_retries", self._transport.own.max_retries)
        cuts = 0
        while True:
            headers = {"last-event-id": parser.last_id} if parser.last_id else {}
            asked = replace(request, accept="text/event-stream", headers=headers)
            response = self._transport.open(asked, options)
            try:
                if response.status_code == 204:
                    return
                for piece in pieces_of(response):
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
                response.close()
            cuts += 1
            if cuts > retries:
                raise APIConnectionError("The events of the scan were cut again and again.")
            parser.reset()
            self._transport.sleep(parser.retry)


def pieces_of(response: httpx.Response) -> Iterator[bytes]:
    try:
        for piece in response.iter_bytes():
            yield piece
    except httpx.TransportError as error:
        raise APIConnectionError("The answer was cut.") from error
