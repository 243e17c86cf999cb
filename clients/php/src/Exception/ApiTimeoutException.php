<?php

declare(strict_types=1);

namespace LastHash\Exception;

/** No answer came in time. */
final class ApiTimeoutException extends ApiConnectionException
{
}
