<?php

declare(strict_types=1);

namespace LastHash;

use LastHash\Exception\WebhookVerificationException;

/** `$client->webhooks` */
final class Webhooks extends Resource\Webhooks
{
    private const TOLERANCE = 300; // seconds: Standard Webhooks

    /**
     * The event of a webhook, once its signature is shown to be right and fresh (Standard Webhooks). Needs no client:
     * `LastHash\Webhooks::unwrap(file_get_contents('php://input'), getallheaders(), $secret)`.
     *
     * Keep the ids of events that you have dealt with: a delivery can come twice.
     *
     * @param string $body the raw body as it came, before anything parsed it
     * @param array<string, string|list<string>> $headers as `getallheaders()`, `$_SERVER` or a PSR-7 request has them
     * @param int $tolerance how many seconds the timestamp may be off, either way
     * @param ?int $now seconds since the epoch, instead of the present
     *
     * @return object{id: string, type: string, created_at: string, data: object}
     *
     * @throws WebhookVerificationException when it must not be believed
     */
    public static function unwrap(
        string $body,
        array $headers,
        #[\SensitiveParameter]
        string $secret,
        int $tolerance = self::TOLERANCE,
        ?int $now = null,
    ): mixed {
        [$id, $time, $signatures] = array_map(
            static fn (string $name): string => self::header($headers, $name),
            ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
        );
        if ($id === '' || $time === '' || $signatures === '') {
            throw new WebhookVerificationException('It lacks webhook-id, webhook-timestamp or webhook-signature.');
        }
        if (!preg_match('~^\d{1,12}$~D', $time)) {
            throw new WebhookVerificationException('webhook-timestamp is not seconds since the epoch.');
        }
        $off = ($now ?? time()) - (int) $time;
        if (abs($off) > $tolerance) {
            throw new WebhookVerificationException('It was signed ' . abs($off) . ' s ' . ($off > 0 ? 'ago' : 'ahead of our clock') . '.');
        }
        $expected = hash_hmac('sha256', "$id.$time.$body", self::key($secret), true);
        // Every one is compared, so that the time tells nothing.
        $isRight = false;
        foreach (explode(' ', $signatures) as $signature) {
            [$version, $value] = [...explode(',', $signature, 2), ''];
            $given = $version === 'v1' ? base64_decode($value, true) : false;
            if ($given !== false && hash_equals($expected, $given)) {
                $isRight = true;
            }
        }
        if (!$isRight) {
            throw new WebhookVerificationException('No signature is right: another secret, or a body that was changed.');
        }
        try {
            return json_decode($body, flags: JSON_THROW_ON_ERROR);
        } catch (\JsonException $error) {
            throw new WebhookVerificationException('It is signed, but is no JSON.', previous: $error);
        }
    }

    private static function header(array $headers, string $name): string
    {
        $server = 'http_' . strtr($name, '-', '_');
        foreach ($headers as $key => $value) {
            $lower = strtolower((string) $key);
            if ($lower === $name || $lower === $server) {
                return is_array($value) ? (string) ($value[0] ?? '') : (string) $value;
            }
        }
        return '';
    }

    /** `whsec_` and base64, or any other text as it is. */
    private static function key(#[\SensitiveParameter] string $secret): string
    {
        if ($secret === '') {
            throw new WebhookVerificationException('There is no secret to verify it with.');
        }
        $key = str_starts_with($secret, 'whsec_') ? base64_decode(substr($secret, 6), true) : $secret;
        if ($key === false || $key === '') {
            throw new WebhookVerificationException('The secret begins with whsec_, but is not base64 after that.');
        }
        return $key;
    }
}
