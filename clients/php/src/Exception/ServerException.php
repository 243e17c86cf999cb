<?php

declare(strict_types=1);

namespace LastHash\Exception;

/** 5xx: something went wrong on the other side. */
final class ServerException extends ApiException
{
}
