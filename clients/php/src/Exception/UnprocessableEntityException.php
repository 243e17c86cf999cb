<?php

declare(strict_types=1);

namespace LastHash\Exception;

/** 422: the idempotency key was used for another request. */
final class UnprocessableEntityException extends ApiException
{
}
