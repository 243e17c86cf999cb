<?php

declare(strict_types=1);

namespace LastHash\Exception;

/** A scan that was waited for has failed or was canceled; `$errorCode` says why. */
final class ScanFailedException extends LastHashException
{
    /** Such as `target_unreachable`; `canceled` when somebody canceled it. */
    public readonly string $errorCode;

    public function __construct(public readonly object $scan)
    {
        $error = $scan->error ?? null;
        parent::__construct("The scan of $scan->url " . ($error ? "failed: $error->message" : 'was canceled.'));
        $this->errorCode = $error->code ?? $scan->status;
    }
}
