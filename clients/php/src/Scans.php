<?php

declare(strict_types=1);

namespace LastHash;

use LastHash\Exception\LastHashException;
use LastHash\Exception\ScanFailedException;
use LastHash\Exception\ScanTimeoutException;

/** `$client->scans` */
final class Scans extends Resource\Scans
{
    private const FIRST_LOOK = 0.5; // seconds; doubled after each
    private const LONGEST_LOOK = 5.0; // seconds
    private const PATIENCE = 3600; // seconds

    /**
     * Begins a scan and gives it once it is done. `on_progress` is told of everything that the scan does, as it does it;
     * `patience` is how many seconds it may take, queue included (3,600): it is not canceled after that.
     *
     * @param array<string, mixed> $params
     * @param array<string, mixed> $options
     *
     * @throws ScanFailedException when it fails or is canceled
     * @throws ScanTimeoutException when it takes longer than `patience`
     */
    public function createAndWait(array $params, array $options = []): object
    {
        [$request] = self::split($options);
        $scan = $this->create($params, $request);
        unset($options['idempotency_key']);
        return $this->wait($scan, $options);
    }

    /**
     * As `createAndWait`, for a scan that has begun: the scan or its id.
     *
     * @param array<string, mixed> $options
     */
    public function wait(object|string $scan, array $options = []): object
    {
        [$request, $onProgress, $patience] = self::split($options);
        $present = is_string($scan) ? $this->get($scan, $request) : $scan;
        $id = $present->id;
        if ($onProgress && !self::hasEnded($present)) {
            $present = $this->follow($present, $onProgress, $request, $patience);
        }
        $waited = 0.0;
        for ($pause = self::FIRST_LOOK; !self::hasEnded($present); $pause = min(2 * $pause, self::LONGEST_LOOK)) {
            if ($waited + $pause > $patience) {
                throw new ScanTimeoutException($present, $patience);
            }
            $this->transport->clock->sleep($pause);
            $waited += $pause;
            $present = $this->get($id, $request);
        }
        if ($present->status !== 'done') {
            throw new ScanFailedException($present);
        }
        return $present;
    }

    private function follow(object $present, callable $tell, array $options, float $patience): object
    {
        $until = $this->transport->clock->now() + $patience;
        foreach ($this->watch($present->id, $options) as $event) {
            $tell($event);
            if (str_starts_with($event->event, 'scan.')) {
                $present = $event->data;
            }
            if (!self::hasEnded($present) && $this->transport->clock->now() > $until) {
                throw new ScanTimeoutException($present, $patience);
            }
        }
        return $present;
    }

    /** @return array{array<string, mixed>, ?callable(ScanEvent): void, float|int} */
    private static function split(array $options): array
    {
        $request = array_diff_key($options, ['on_progress' => 0, 'patience' => 0]);
        return [$request, $options['on_progress'] ?? null, $options['patience'] ?? self::PATIENCE];
    }

    private static function hasEnded(object $scan): bool
    {
        if (!isset($scan->status)) {
            throw new LastHashException('The service gave a scan without a status.');
        }
        return $scan->status !== 'queued' && $scan->status !== 'running';
    }
}
