<?php

declare(strict_types=1);

namespace LastHash\Exception;

/** What everything that this library throws descends from. */
class LastHashException extends \RuntimeException
{
}
