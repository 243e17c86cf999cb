<?php

declare(strict_types=1);

namespace LastHash\Http;

use LastHash\Exception\ApiConnectionException;
use LastHash\Exception\ApiTimeoutException;

/** PHP's own cURL. Its connections are kept for the requests that follow. */
final class CurlSender implements Sender
{
    private ?\CurlHandle $kept = null;

    public function __construct(private readonly ?string $proxy = null)
    {
    }

    public function send(string $method, string $url, array $headers, ?string $body, float $limit, bool $stream): Response
    {
        // A stream may be open while other requests are made.
        $handle = $stream ? curl_init() : $this->kept ??= curl_init();
        curl_reset($handle);
        $status = 0;
        $received = [];
        $pieces = [];
        curl_setopt_array($handle, [
            CURLOPT_URL => $url,
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_HTTPHEADER => [...self::lines($headers), 'expect:'],
            CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
            CURLOPT_PATH_AS_IS => true,
            CURLOPT_NOSIGNAL => true,
            CURLOPT_HEADERFUNCTION => static function ($_, string $line) use (&$status, &$received): int {
                if (preg_match('~^HTTP/\S+ (\d{3})~', $line, $found)) {
                    $status = (int) $found[1];
                    $received = [];
                } elseif (str_contains($line, ':')) {
                    [$name, $value] = explode(':', $line, 2);
                    $name = strtolower(trim($name));
                    $received[$name] = isset($received[$name]) ? "$received[$name], " . trim($value) : trim($value);
                } elseif (trim($line) === '') {
                    $received[''] = 'whole';
                }
                return strlen($line);
            },
            CURLOPT_WRITEFUNCTION => static function ($_, string $piece) use (&$pieces): int {
                $pieces[] = $piece;
                return strlen($piece);
            },
        ]);
        if ($body !== null) {
            curl_setopt($handle, CURLOPT_POSTFIELDS, $body);
        }
        if ($this->proxy !== null) {
            curl_setopt($handle, CURLOPT_PROXY, $this->proxy);
        }
        $until = microtime(true) + $limit;
        if (!$stream) {
            curl_setopt($handle, CURLOPT_TIMEOUT_MS, max(1, (int) round($limit * 1000)));
            curl_exec($handle);
            // What is cut on a connection that was used before cURL sends again by itself: after an error there is a new one.
            if (curl_errno($handle) !== CURLE_OK || $status >= 400) {
                $this->kept = null;
            }
            self::check(curl_errno($handle), curl_error($handle), $url, $limit);
            unset($received['']);
            return new Response($status, $received, $pieces);
        }
        $body = self::pull($handle, $pieces, $url);
        // Until the headers are there; 1xx answers come before the one that counts.
        while (!(isset($received['']) && $status >= 200) && $body->valid()) {
            if (microtime(true) > $until) {
                throw self::late($url, $limit);
            }
            $body->next();
        }
        unset($received['']);
        return new Response($status, $received, self::pieces($body));
    }

    /**
     * Gives what has come, which is often nothing, and ends with the answer.
     *
     * @param list<string> $pieces
     *
     * @return \Generator<int, string>
     */
    private static function pull(\CurlHandle $handle, array &$pieces, string $url): \Generator
    {
        $multi = curl_multi_init();
        curl_multi_add_handle($multi, $handle);
        try {
            do {
                curl_multi_exec($multi, $active);
                $done = curl_multi_info_read($multi);
                // What has come is given before the error that ended it.
                $text = implode('', $pieces);
                $pieces = [];
                yield $text;
                if ($done !== false) {
                    self::check($done['result'], curl_error($handle), $url, 0);
                } elseif ($active && $pieces === []) {
                    curl_multi_select($multi, 0.1);
                }
            } while ($active && $done === false);
        } finally {
            curl_multi_remove_handle($multi, $handle);
            curl_multi_close($multi);
        }
    }

    /**
     * @param \Generator<int, string> $body
     *
     * @return \Generator<int, string>
     */
    private static function pieces(\Generator $body): \Generator
    {
        for (; $body->valid(); $body->next()) {
            if ($body->current() !== '') {
                yield $body->current();
            }
        }
    }

    private static function check(int $error, string $said, string $url, float $limit): void
    {
        if ($error === CURLE_OPERATION_TIMEDOUT) {
            throw self::late($url, $limit);
        }
        if ($error !== CURLE_OK) {
            throw new ApiConnectionException(self::originOf($url) . ' cannot be reached: ' . ($said ?: curl_strerror($error)));
        }
    }

    private static function late(string $url, float $limit): ApiTimeoutException
    {
        return new ApiTimeoutException('No whole answer from ' . self::originOf($url) . " within $limit s.");
    }

    private static function originOf(string $url): string
    {
        return implode('/', array_slice(explode('/', $url), 0, 3));
    }

    /**
     * @param array<string, string> $headers
     *
     * @return list<string>
     */
    private static function lines(array $headers): array
    {
        $lines = [];
        foreach ($headers as $name => $value) {
            // cURL sends a header without content only in this form; a line end would begin another header.
            $lines[] = $value === '' ? "$name;" : "$name: " . str_replace(["\r", "\n"], ' ', $value);
        }
        return $lines;
    }
}
