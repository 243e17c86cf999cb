from __future__ import annotations

import json
import re
from typing import Any, Callable

import httpx

from ._errors import LastHashError


def json_of(response: httpx.Response, content: bytes) -> Any:
    try:
        return json.loads(content)
    except ValueError:
        text = content.decode("utf-8", "replace")[:80]
        raise LastHashError(f"{response.status_code}, and no JSON: {text!r}") from None


def file_of(response: httpx.Response, content: bytes, kind: Callable[[Any], Any]) -> Any:
    """JSON, text or bytes, as the answer says."""
    media_type = response.headers.get("content-type", "")
    if re.match(r"application/json\b", media_type, re.IGNORECASE):
        return kind(json_of(response, content))
    if re.search(r"^text/|[/+](json|xml)\b", media_type, re.IGNORECASE):
        return content.decode()
    return content


def page_of(body: Any, items: str, kind: Callable[[Any], Any]) -> tuple[list[Any], str | None]:
    """The rows, and the cursor of the next page."""
    rows = [kind(row) for row in body[items]]
    return rows, body.get("next_cursor") if body.get("has_more") else None
