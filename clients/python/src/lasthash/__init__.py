"""LastHash for Python: scan websites, follow what was found, verify webhooks."""

from ._async import AsyncPage, AsyncPager
from ._async_client import AsyncLastHash
from ._client import LastHash
from ._errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    GoneError,
    LastHashError,
    NotFoundError,
    PermissionDeniedError,
    PreconditionFailedError,
    RateLimitError,
    ScanFailedError,
    ScanTimeoutError,
    ServerError,
    UnprocessableEntityError,
    WebhookVerificationError,
)
from ._events import ScanEvent
from ._model import Model
from ._request import NOT_GIVEN, LastHashDeprecationWarning, NotGiven, RequestOptions
from ._sync import Page, Pager
from ._types import VERSION as __version__
from ._webhook import unwrap

__all__ = [
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APITimeoutError",
    "AsyncLastHash",
    "AsyncPage",
    "AsyncPager",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "GoneError",
    "LastHash",
    "LastHashDeprecationWarning",
    "LastHashError",
    "Model",
    "NotFoundError",
    "NotGiven",
    "Page",
    "Pager",
    "PermissionDeniedError",
    "PreconditionFailedError",
    "RateLimitError",
    "RequestOptions",
    "ScanEvent",
    "ScanFailedError",
    "ScanTimeoutError",
    "ServerError",
    "UnprocessableEntityError",
    "WebhookVerificationError",
    "__version__",
    "unwrap",
]
