<?php

declare(strict_types=1);

namespace LastHash\Exception;

/** 429: too many requests; `$retryAfter` says for how long. */
final class RateLimitException extends ApiException
{
}
