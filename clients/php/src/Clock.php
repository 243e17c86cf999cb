<?php

declare(strict_types=1);

namespace LastHash;

/** Time and chance, to be replaced in tests. */
class Clock
{
    public function sleep(float $seconds): void
    {
        usleep((int) round($seconds * 1_000_000));
    }

    /** From 0 up to 1. */
    public function random(): float
    {
        return random_int(0, PHP_INT_MAX - 1) / PHP_INT_MAX;
    }

    /** Seconds since the epoch. */
    public function now(): float
    {
        return microtime(true);
    }
}
