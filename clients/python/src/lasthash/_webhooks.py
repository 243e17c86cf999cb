from __future__ import annotations

from ._async_resources import AsyncWebhooks as AsyncGenerated
from ._resources import Webhooks as Generated
from ._webhook import unwrap


class Webhooks(Generated):
    unwrap = staticmethod(unwrap)


class AsyncWebhooks(AsyncGenerated):
    unwrap = staticmethod(unwrap)
