<?php

declare(strict_types=1);

namespace LastHash\Exception;

/** 409: the state of things does not allow it. */
final class ConflictException extends ApiException
{
}
