<?php

declare(strict_types=1);

namespace LastHash\Exception;

/** A scan that was waited for has not ended in time. It goes on. */
final class ScanTimeoutException extends LastHashException
{
    public function __construct(public readonly object $scan, float|int $seconds)
    {
        parent::__construct("The scan $scan->id of $scan->url is still $scan->status after $seconds s. It goes on.");
    }
}
