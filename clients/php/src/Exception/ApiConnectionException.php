<?php

declare(strict_types=1);

namespace LastHash\Exception;

/** No answer came: no connection, or it was cut. */
class ApiConnectionException extends LastHashException
{
}
