<?php

declare(strict_types=1);

namespace LastHash\Exception;

/** 412: the object is no longer what `if_match` says. */
final class PreconditionFailedException extends ApiException
{
}
