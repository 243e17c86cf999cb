<?php

declare(strict_types=1);

namespace LastHash\Exception;

/** 410: withdrawn, or kept no longer. */
final class GoneException extends ApiException
{
}
