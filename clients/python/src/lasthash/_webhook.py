from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
import time
from typing import Mapping

from ._errors import WebhookVerificationError
from ._types import Event

TOLERANCE = 300  # seconds: Standard Webhooks


def unwrap(
    body: str | bytes,
    headers: Mapping[str, str],
    secret: str,
    *,
    tolerance: float = TOLERANCE,
    now: float | None = None,
) -> Event:
    """The event of a webhook, once its signature is shown to be right and fresh (Standard Webhooks).

    ``body`` is the raw body as it came, before anything parsed it. ``tolerance`` is how many seconds the timestamp may
    be off, either way; ``now`` stands for the present, in seconds since the epoch. Raises ``WebhookVerificationError``.

    Keep the ids of events that you have dealt with: a delivery can come twice.
    """
    low = {str(name).lower(): value for name, value in headers.items()}
    id_, stamp, signatures = (low.get(f"webhook-{name}") for name in ("id", "timestamp", "signature"))
    if not id_ or not stamp or not signatures:
        raise WebhookVerificationError("It lacks webhook-id, webhook-timestamp or webhook-signature.")
    if not re.fullmatch(r"[0-9]{1,12}", stamp):
        raise WebhookVerificationError("webhook-timestamp is not seconds since the epoch.")
    off = int(time.time() if now is None else now) - int(stamp)
    if abs(off) > tolerance:
        raise WebhookVerificationError(f"It was signed {abs(off)} s {'ago' if off > 0 else 'ahead of our clock'}.")
    content = body.encode() if isinstance(body, str) else bytes(body)
    expected = hmac.new(_key(secret), f"{id_}.{stamp}.".encode() + content, hashlib.sha256).digest()
    # Every one is compared, so that the time tells nothing.
    right = False
    for signature in signatures.split(" "):
        version, _, value = signature.partition(",")
        given = _from_base64(value) if version == "v1" else None
        if given is not None and hmac.compare_digest(expected, given):
            right = True
    if not right:
        raise WebhookVerificationError("No signature is right: another secret, or a body that was changed.")
    try:
        event = json.loads(content)
    except ValueError:
        raise WebhookVerificationError("It is signed, but is no JSON.") from None
    return Event(event)


def _key(secret: str) -> bytes:
    """``whsec_`` and base64, or any other text as it is."""
    if not secret:
        raise WebhookVerificationError("There is no secret to verify it with.")
    key = _from_base64(secret[6:]) if secret.startswith("whsec_") else secret.encode()
    if not key:
        raise WebhookVerificationError("The secret begins with whsec_, but is not base64 after that.")
    return key


def _from_base64(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
