<?php

declare(strict_types=1);

namespace LastHash;

use LastHash\Exception\ApiConnectionException;
use LastHash\Exception\ApiException;
use LastHash\Exception\LastHashException;
use LastHash\Http\Response;
use LastHash\Http\Sender;

/** Sends requests, and sends them again where that may help. */
final class Transport
{
    private const FIRST_PAUSE = 0.5; // seconds; doubled after each try
    private const LONGEST_PAUSE = 8.0; // seconds
    private const JITTER = 0.25; // so much of a pause is left to chance, that clients do not come back all at once
    private const LONGEST_RETRY_AFTER = 60.0; // seconds; who is to wait longer is told so by the error
    private const RETRIED = [408, 429, 500, 502, 503, 504];
    private const MOST_REDIRECTS = 5;

    /** @var array<string, true> */
    private array $warned = [];

    /** @var ?callable(string): void */
    private $onWarning;

    /** @param array<string, string> $headers */
    public function __construct(
        #[\SensitiveParameter]
        private readonly string $apiKey,
        private string $baseUrl,
        private readonly ?string $organization,
        private readonly float $timeout,
        private readonly int $maxRetries,
        private readonly array $headers,
        private readonly ?string $userAgent,
        private readonly Sender $sender,
        ?callable $onWarning,
        public readonly Clock $clock,
    ) {
        if ($apiKey === '') {
            throw new LastHashException('There is no API key: give `apiKey`, or set LASTHASH_API_KEY.');
        }
        if (!preg_match('~^https?://[^/]~', $baseUrl)) {
            throw new LastHashException("baseUrl must begin with http:// or https://: $baseUrl");
        }
        $this->baseUrl = rtrim($baseUrl, '/');
        $this->onWarning = $onWarning;
    }

    public function maxRetries(Options $options): int
    {
        return $options->maxRetries ?? $this->maxRetries;
    }

    /**
     * The answer, after as many tries as it takes and is allowed. With `$stream` its body is read as it comes.
     *
     * @throws LastHashException
     */
    public function send(Request $request, bool $stream = false): Response
    {
        $headers = $this->headersOf($request);
        $body = $request->body === null ? null : self::encoded($request->body);
        for ($tried = 0; ; $tried++) {
            try {
                $response = $this->once($request, $headers, $body, $stream);
                $this->warn($request->operation, $response);
                if ($request->options->onResponse) {
                    ($request->options->onResponse)($response);
                }
                return $response;
            } catch (ApiException | ApiConnectionException $failure) {
                $pause = $this->pauseAfter($failure, $tried);
                if ($tried >= $this->maxRetries($request->options) || $pause === null) {
                    throw $failure;
                }
                $this->clock->sleep($pause);
            }
        }
    }

    /** @param array<string, string> $headers */
    private function once(Request $request, array $headers, ?string $body, bool $stream): Response
    {
        $url = $this->baseUrl . $request->path . $request->queryString();
        $limit = ($request->options->timeout ?? $this->timeout) + ($request->options->wait ?? 0);
        for ($redirects = 0; ; $redirects++) {
            $response = $this->sender->send($request->method, $url, $headers, $body, $limit, $stream);
            $next = $request->method === 'GET' ? $this->locationOf($response, $url) : null;
            if ($next === null || $redirects >= self::MOST_REDIRECTS) {
                break;
            }
            // The key is for the service alone.
            if (self::originOf($next) !== self::originOf($url)) {
                unset($headers['authorization']);
            }
            $url = $next;
        }
        if ($response->status < 200 || $response->status > 299) {
            throw ApiException::of($response);
        }
        if (!$stream) {
            $response->text();
        }
        return $response;
    }

    /** @return array<string, string> names in lower case */
    private function headersOf(Request $request): array
    {
        $options = $request->options;
        $organization = $options->organization ?? $this->organization;
        $agent = array_filter([$this->userAgent, 'lasthash-php/' . Types::VERSION, 'php/' . PHP_VERSION]);
        $all = [
            'accept' => $request->accept,
            'authorization' => "Bearer $this->apiKey",
            'user-agent' => implode(' ', $agent),
            ...($organization !== null ? ['lasthash-organization' => $organization] : []),
            ...($request->method === 'POST' ? ['idempotency-key' => $options->idempotencyKey ?? bin2hex(random_bytes(16))] : []),
            ...($options->ifMatch !== null ? ['if-match' => $options->ifMatch] : []),
            ...($options->wait !== null ? ['prefer' => "wait=$options->wait"] : []),
            ...($request->body !== null ? ['content-type' => 'application/json'] : []),
        ];
        foreach ([$request->headers, $this->headers, $options->headers] as $headers) {
            $all = array_replace($all, array_change_key_case($headers));
        }
        return $all;
    }

    private static function encoded(mixed $body): string
    {
        $flags = JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION;
        try {
            return json_encode($body === [] ? new \stdClass() : $body, $flags);
        } catch (\JsonException $error) {
            throw new LastHashException("The parameters are no JSON: {$error->getMessage()}", previous: $error);
        }
    }

    /** Seconds until the next try; null when there is to be none. */
    private function pauseAfter(ApiException | ApiConnectionException $failure, int $tried): ?float
    {
        if ($failure instanceof ApiException) {
            if (!in_array($failure->status, self::RETRIED, true) && $failure->errorCode !== 'idempotency_key_in_use') {
                return null;
            }
            if ($failure->retryAfter !== null) {
                return $failure->retryAfter <= self::LONGEST_RETRY_AFTER ? $failure->retryAfter : null;
            }
        }
        return min(self::FIRST_PAUSE * 2 ** $tried, self::LONGEST_PAUSE) * (1 - self::JITTER * $this->clock->random());
    }

    private function warn(string $operation, Response $response): void
    {
        if ($response->header('deprecation') === null || isset($this->warned[$operation])) {
            return;
        }
        $this->warned[$operation] = true;
        $sunset = $response->header('sunset');
        preg_match('~<([^>]+)>;\s*rel="successor-version"~', $response->header('link') ?? '', $successor);
        $message = "LastHash: $operation is deprecated" . ($sunset ? " and will be withdrawn on $sunset" : '') . '.'
            . ($successor ? " Use $successor[1] instead." : '');
        $this->onWarning ? ($this->onWarning)($message) : trigger_error($message, E_USER_DEPRECATED);
    }

    /** Where a redirect leads to; null when it is none. */
    private function locationOf(Response $response, string $url): ?string
    {
        $location = $response->header('location');
        if ($location === null || !in_array($response->status, [301, 302, 303, 307, 308], true)) {
            return null;
        }
        if (preg_match('~^https?://~i', $location)) {
            return $location;
        }
        $path = parse_url($url, PHP_URL_PATH) ?: '/';
        return self::originOf($url) . (str_starts_with($location, '/') ? $location : substr($path, 0, strrpos($path, '/') + 1) . $location);
    }

    private static function originOf(string $url): string
    {
        return preg_match('~^https?://[^/?#]+~i', $url, $origin) ? strtolower($origin[0]) : '';
    }
}
