<?php

declare(strict_types=1);

namespace LastHash\Exception;

/** 403: the key may not do that, or not from here. */
final class PermissionDeniedException extends ApiException
{
}
