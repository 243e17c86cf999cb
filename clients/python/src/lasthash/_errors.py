from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

if TYPE_CHECKING:
    from ._types import Scan


class LastHashError(Exception):
    """What everything that this library raises descends from."""


class APIError(LastHashError):
    """The service answered, and the answer is an error.

    Which class it is goes by the status, ``code`` says what happened.
    """

    status: int
    code: str | None
    """From the catalogue of errors; None when something in front of the service answered."""
    request_id: str | None
    """To name when asking for help."""
    retryable: bool
    """Whether the very same request may succeed later."""
    errors: list[dict[str, str]]
    """What failed to validate, and where."""
    body: Any
    """The whole answer: an RFC 9457 problem with members of its own, or text."""
    headers: Mapping[str, str]
    retry_after: float | None
    """Seconds, from ``Retry-After``."""

    def __init__(self, status: int, body: Any, headers: Mapping[str, str], retry_after: float | None) -> None:
        problem = body if isinstance(body, dict) and ("code" in body or "detail" in body) else {}
        self.status = status
        self.code = problem.get("code")
        self.request_id = problem.get("request_id") or headers.get("request-id")
        self.retryable = bool(problem.get("retryable", False))
        self.errors = problem.get("errors") or []
        self.body = body
        self.headers = headers
        self.retry_after = retry_after
        where = "; ".join(_place(one) for one in self.errors)
        said = problem.get("detail") or problem.get("title") or "The answer says no more."
        name = f"{status} {self.code}" if self.code else str(status)
        super().__init__(f"{name}: {said}" + (f" ({where})" if where else ""))


class BadRequestError(APIError):
    """400: what was sent does not validate; ``errors`` says where."""


class AuthenticationError(APIError):
    """401: there is no key, or it is not valid."""


class PermissionDeniedError(APIError):
    """403: the key may not do that, or not from here."""


class NotFoundError(APIError):
    """404: there is no such object."""


class ConflictError(APIError):
    """409: the state of things does not allow it."""


class GoneError(APIError):
    """410: withdrawn, or kept no longer."""


class PreconditionFailedError(APIError):
    """412: the object is no longer what ``if_match`` says."""


class UnprocessableEntityError(APIError):
    """422: the idempotency key was used for another request."""


class RateLimitError(APIError):
    """429: too many requests; ``retry_after`` says for how long."""


class ServerError(APIError):
    """5xx: something went wrong on the other side."""


class APIConnectionError(LastHashError):
    """No answer came: no connection, or it was cut."""


class APITimeoutError(APIConnectionError):
    """No answer came in time."""


class WebhookVerificationError(LastHashError):
    """A webhook that must not be believed: its signature is wrong, missing or old."""


class ScanFailedError(LastHashError):
    """A scan that was waited for has failed or was canceled; ``code`` says why."""

    scan: Scan
    code: str

    def __init__(self, scan: Scan) -> None:
        error = scan.error
        self.scan = scan
        self.code = error.code if error else scan.status
        super().__init__(
            f"The scan of {scan.url} failed: {error.message}" if error else f"The scan of {scan.url} was canceled."
        )


class ScanTimeoutError(LastHashError):
    """A scan that was waited for has not ended in time. It goes on."""

    scan: Scan

    def __init__(self, scan: Scan, seconds: float) -> None:
        self.scan = scan
        super().__init__(f"The scan {scan.id} of {scan.url} is still {scan.status} after {seconds:g} s. It goes on.")


_BY_STATUS: dict[int, type[APIError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    410: GoneError,
    412: PreconditionFailedError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def error_of(status: int, body: Any, headers: Mapping[str, str], retry_after: float | None) -> APIError:
    """The error for an answer, by its status."""
    kind = _BY_STATUS.get(status) or (ServerError if status >= 500 else APIError)
    return kind(status, body, headers, retry_after)


def _place(error: dict[str, str]) -> str:
    place = error.get("pointer") or error.get("parameter") or error.get("header")
    return f"{place}: {error.get('detail')}" if place else str(error.get("detail"))
