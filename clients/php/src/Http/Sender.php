<?php

declare(strict_types=1);

namespace LastHash\Http;

use LastHash\Exception\ApiConnectionException;
use LastHash\Exception\ApiTimeoutException;

/** What puts a request on the wire, once, and follows no redirect. */
interface Sender
{
    /**
     * @param array<string, string> $headers
     * @param float $limit seconds until the whole answer is there; with `$stream`, until its headers are
     *
     * @throws ApiConnectionException
     * @throws ApiTimeoutException
     */
    public function send(string $method, string $url, array $headers, ?string $body, float $limit, bool $stream): Response;
}
