"""Every object that the API gives."""

from ._types import *  # noqa: F403
