"""What is the same whether one waits or not: how a request looks, and whether it is made again."""

from __future__ import annotations

import datetime
import email.utils
import json
import os
import platform
import random
import re
import time
import uuid
import warnings
from dataclasses import dataclass, field
from typing import Any, Callable, Mapping, TypedDict
from urllib.parse import quote, urlencode

import httpx

from ._errors import APIConnectionError, APIError, LastHashError, error_of
from ._types import VERSION

FIRST_PAUSE = 0.5  # seconds; doubled after each try
LONGEST_PAUSE = 8.0  # seconds
JITTER = 0.25  # so much of a pause is left to chance, that clients do not come back all at once
LONGEST_RETRY_AFTER = 60.0  # seconds; who is to wait longer is told so by the error
RETRIED = frozenset({408, 429, 500, 502, 503, 504})
TIMEOUT = 60.0  # seconds that one try may take
MAX_RETRIES = 2


class NotGiven:
    """Stands for what a call leaves out: None is a value."""

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __bool__(self) -> bool:
        return False


NOT_GIVEN = NotGiven()


class RequestOptions(TypedDict, total=False):
    """What a single call can have of its own."""

    timeout: float
    """Seconds that one try may take."""
    max_retries: int
    headers: Mapping[str, str]
    organization: str
    """An organisation under yours to act for."""
    idempotency_key: str
    """Of a POST: repeats within 24 hours give the first answer again. One is made for each call unless given."""
    if_match: str
    """The ``ETag`` that the object must still have, of a change."""
    wait: int
    """Seconds, up to 30, that the answer may wait for the end of what is begun."""
    on_response: Callable[[httpx.Response], None]
    """Told of the answer itself: its status, its headers."""


class LastHashDeprecationWarning(DeprecationWarning):
    """An operation that will be withdrawn. Shown wherever it comes from."""


warnings.simplefilter("default", LastHashDeprecationWarning, append=True)


@dataclass
class Request:
    operation: str
    """As in the API's description: ``createScan``."""
    method: str
    path: str
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Any = NOT_GIVEN
    type: str = "application/json"
    accept: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Settings:
    api_key: str
    base_url: str
    organization: str | None
    timeout: float
    max_retries: int
    headers: Mapping[str, str]
    user_agent: str | None
    on_warning: Callable[[str], None] | None
    chance: Callable[[], float]


def settings(
    api_key: str | None,
    base_url: str | None,
    organization: str | None,
    timeout: float,
    max_retries: int,
    headers: Mapping[str, str] | None,
    user_agent: str | None,
    on_warning: Callable[[str], None] | None,
    chance: Callable[[], float] | None,
) -> Settings:
    key = api_key or os.environ.get("LASTHASH_API_KEY")
    base = base_url or os.environ.get("LASTHASH_BASE_URL") or "http://127.0.0.1:8080"
    if not key:
        raise LastHashError("There is no API key: give `api_key`, or set LASTHASH_API_KEY.")
    if not re.match(r"https?://[^/]", base):
        raise LastHashError(f"base_url must begin with http:// or https://: {base}")
    return Settings(
        key, base.rstrip("/"), organization, timeout, max_retries, headers or {}, user_agent, on_warning,
        chance or random.random,
    )  # fmt: skip


def segment(name: str, value: str) -> str:
    """A part of a path that is data. Raises on what would lead elsewhere."""
    if not isinstance(value, (str, int)) or str(value) in ("", ".", ".."):
        raise LastHashError(f"{name} must be an id, and is {value!r}.")
    return quote(str(value), safe="")


def given(members: Mapping[str, Any]) -> dict[str, Any]:
    """Those that the caller gave."""
    return {name: value for name, value in members.items() if not isinstance(value, NotGiven)}


class Conversation:
    """One call: its request, and after each try whether there is to be another one."""

    def __init__(self, own: Settings, request: Request, options: RequestOptions, warned: set[str]) -> None:
        self.own = own
        self.request = request
        self.options = options
        self.tried = 0
        self.limit = options.get("timeout", own.timeout) + options.get("wait", 0)
        self.url = own.base_url + request.path + _query(request.query)
        self.headers = _headers(own, request, options)
        # A change that was redirected would arrive as a GET.
        self.follows = request.method == "GET"
        self._warned = warned
        self._deadline = 0.0

    def content(self) -> bytes | None:
        body = self.request.body
        if isinstance(body, NotGiven):
            return None
        if self.request.type != "application/json":
            return body if isinstance(body, bytes) else str(body).encode()
        return json.dumps(body, ensure_ascii=False, separators=(",", ":"), default=_plain).encode()

    def begin(self) -> None:
        self._deadline = time.monotonic() + self.limit

    def check_time(self) -> None:
        """Raises when this try has taken its time: httpx itself counts the silence between two pieces only."""
        if time.monotonic() > self._deadline:
            raise httpx.ReadTimeout("The answer takes too long.")

    def judge(self, response: httpx.Response, content: bytes) -> None:
        """Raises when the answer is an error."""
        if response.is_success:
            self._warn(response)
            on_response = self.options.get("on_response")
            if on_response:
                on_response(response)
            return
        retry_after = _seconds(response.headers.get("retry-after"))
        raise error_of(response.status_code, _parsed(content), response.headers, retry_after)

    def pause(self, failure: LastHashError) -> float:
        """Seconds until the next try. Raises the failure when there is to be none."""
        retries = self.options.get("max_retries", self.own.max_retries)
        seconds = _pause_after(failure, self.tried, self.own.chance)
        self.tried += 1
        if seconds is None or self.tried > retries:
            raise failure
        return seconds

    def _warn(self, response: httpx.Response) -> None:
        operation = self.request.operation
        if "deprecation" not in response.headers or operation in self._warned:
            return
        self._warned.add(operation)
        sunset = response.headers.get("sunset")
        successor = re.search(r'<([^>]+)>;\s*rel="successor-version"', response.headers.get("link", ""))
        message = f"LastHash: {operation} is deprecated"
        message += f" and will be withdrawn on {sunset}." if sunset else "."
        message += f" Use {successor[1]} instead." if successor else ""
        if self.own.on_warning:
            self.own.on_warning(message)
        else:
            warnings.warn(message, LastHashDeprecationWarning, stacklevel=5)


def _headers(own: Settings, request: Request, options: RequestOptions) -> dict[str, str]:
    agent = f"lasthash-python/{VERSION} python/{platform.python_version()}"
    organization = options.get("organization") or own.organization
    all_: dict[str, str] = {
        "accept": request.accept,
        "authorization": f"Bearer {own.api_key}",
        "user-agent": f"{own.user_agent} {agent}" if own.user_agent else agent,
    }
    if organization:
        all_["lasthash-organization"] = organization
    if request.method == "POST":
        all_["idempotency-key"] = options.get("idempotency_key") or str(uuid.uuid4())
    if "if_match" in options:
        all_["if-match"] = options["if_match"]
    wait = options.get("wait")
    if wait:
        all_["prefer"] = f"wait={wait}"
    if not isinstance(request.body, NotGiven):
        all_["content-type"] = request.type
    for more in (request.headers, own.headers, options.get("headers", {})):
        all_.update({name.lower(): value for name, value in more.items()})
    return all_


def _query(query: Mapping[str, Any]) -> str:
    """What is None or not given is left out; a list is joined by commas, a time is its RFC 3339 form."""
    pairs = [(name, _text(value)) for name, value in given(query).items() if value is not None]
    return f"?{urlencode(pairs, quote_via=quote, safe='')}" if pairs else ""


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple, set)):
        return ",".join(_text(one) for one in value)
    return str(_plain(value)) if isinstance(value, datetime.date) else str(value)


def _plain(value: Any) -> Any:
    """What JSON has no form for."""
    if isinstance(value, datetime.datetime):
        at = value.astimezone(datetime.timezone.utc)
        return at.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, datetime.date):
        return value.isoformat()
    to_dict = getattr(value, "to_dict", None)
    if callable(to_dict):
        return to_dict()
    raise TypeError(f"{value!r} cannot be sent as JSON.")


def _pause_after(failure: LastHashError, tried: int, chance: Callable[[], float]) -> float | None:
    if isinstance(failure, APIError):
        if failure.status not in RETRIED and failure.code != "idempotency_key_in_use":
            return None
        if failure.retry_after is not None:
            return failure.retry_after if failure.retry_after <= LONGEST_RETRY_AFTER else None
    elif not isinstance(failure, APIConnectionError):
        return None
    return float(min(FIRST_PAUSE * 2**tried, LONGEST_PAUSE) * (1 - JITTER * chance()))


def _seconds(header: str | None) -> float | None:
    """Seconds from ``Retry-After``: a number, or the date until which to wait."""
    if not header:
        return None
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", header.strip()):
        return float(header)
    if not re.match(r"[A-Z][a-z]{2}, ", header):
        return None
    try:
        at = email.utils.parsedate_to_datetime(header)
    except (TypeError, ValueError):
        return None
    return max(0.0, float(-(-(at.timestamp() - time.time()) // 1)))


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content)
    except ValueError:
        return content.decode("utf-8", "replace")
