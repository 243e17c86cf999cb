<?php

declare(strict_types=1);

namespace LastHash\Exception;

/** 400: what was sent does not validate; `$errors` says where. */
final class BadRequestException extends ApiException
{
}
