<?php

declare(strict_types=1);

namespace LastHash\Exception;

/** A webhook that must not be believed: its signature is wrong, missing or old. */
final class WebhookVerificationException extends LastHashException
{
}
