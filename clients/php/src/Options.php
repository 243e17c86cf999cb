<?php

declare(strict_types=1);

namespace LastHash;

use LastHash\Exception\LastHashException;

/**
 * What may be said of a single call, as an array: `timeout` (seconds a try), `max_retries`, `headers`, `organization` (an organisation under
 * yours to act for), `idempotency_key` (of a POST; one is made unless given), `if_match` (the `ETag` that the object must still have),
 * `wait` (seconds, up to 30, that the answer may wait for the end of what is begun), `on_response` (told the answer itself).
 * `scans->watch` knows `last_event_id`; `scans->createAndWait` and `scans->wait` know `on_progress` and `patience`.
 */
final class Options
{
    public readonly ?float $timeout;
    public readonly ?int $maxRetries;
    /** @var array<string, string> */
    public readonly array $headers;
    public readonly ?string $organization;
    public readonly ?string $idempotencyKey;
    public readonly ?string $ifMatch;
    public readonly ?int $wait;
    /** @var ?callable(Http\Response): void */
    public readonly mixed $onResponse;
    public readonly ?string $lastEventId;

    private const KNOWN = [
        'timeout', 'max_retries', 'headers', 'organization', 'idempotency_key', 'if_match', 'wait', 'on_response', 'last_event_id',
    ];

    /**
     * @param array<string, mixed> $options
     *
     * @throws LastHashException when one is not known
     */
    public function __construct(array $options)
    {
        foreach (array_keys($options) as $name) {
            if (!in_array($name, self::KNOWN, true)) {
                throw new LastHashException("There is no option `$name`: " . implode(', ', self::KNOWN) . '.');
            }
        }
        $this->timeout = isset($options['timeout']) ? (float) $options['timeout'] : null;
        $this->maxRetries = $options['max_retries'] ?? null;
        $this->headers = $options['headers'] ?? [];
        $this->organization = $options['organization'] ?? null;
        $this->idempotencyKey = $options['idempotency_key'] ?? null;
        $this->ifMatch = $options['if_match'] ?? null;
        $this->wait = $options['wait'] ?? null;
        $this->onResponse = $options['on_response'] ?? null;
        $this->lastEventId = $options['last_event_id'] ?? null;
    }
}
