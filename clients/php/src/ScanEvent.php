<?php

declare(strict_types=1);

namespace LastHash;

/** One thing that is told of a scan while it runs. */
final class ScanEvent
{
    /**
     * @param ?string $id the number to go on after; null of what has none
     * @param string $event `scan.queued`, `scan.started`, `source`, `check`, `finding`, and at last `scan.completed`, `.failed` or `.canceled`
     * @param mixed $data what it holds goes by the event
     */
    public function __construct(
        public readonly ?string $id,
        public readonly string $event,
        public readonly mixed $data,
    ) {
    }
}
