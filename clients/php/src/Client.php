<?php

declare(strict_types=1);

namespace LastHash;

use LastHash\Exception\LastHashException;
use LastHash\Http\Response;
use Psr\Http\Client\ClientInterface;

/** The LastHash API. */
final class Client extends Surface
{
    private readonly Transport $transport;

    /** @var array<string, mixed> */
    private readonly array $settings;

    /**
     * @param ?string $apiKey `LASTHASH_API_KEY` unless given
     * @param ?string $baseUrl `LASTHASH_BASE_URL` unless given, or `http://127.0.0.1:8080`
     * @param ?string $organization an organisation under yours to act for: `org_…`
     * @param float $timeout seconds that one try may take; a PSR-18 client has limits of its own instead
     * @param int $maxRetries how often a failed request is tried again
     * @param array<string, string> $headers sent with every request
     * @param ?string $userAgent your program's name and version, put before ours in `User-Agent`
     * @param ?ClientInterface $httpClient a PSR-18 client; without one, one that is installed, or cURL
     * @param ?string $proxy of cURL, such as `http://proxy:3128`; `https_proxy` in the environment is known too
     * @param ?callable(string): void $onWarning told once of each operation that will be withdrawn, instead of `E_USER_DEPRECATED`
     *
     * @throws LastHashException when there is no API key, neither given nor in the environment
     */
    public function __construct(
        #[\SensitiveParameter]
        ?string $apiKey = null,
        ?string $baseUrl = null,
        ?string $organization = null,
        float $timeout = 60.0,
        int $maxRetries = 2,
        array $headers = [],
        ?string $userAgent = null,
        ?ClientInterface $httpClient = null,
        ?string $proxy = null,
        ?callable $onWarning = null,
        ?Clock $clock = null,
    ) {
        $this->settings = get_defined_vars();
        $this->transport = new Transport(
            apiKey: $apiKey ?? self::fromEnvironment('LASTHASH_API_KEY') ?? '',
            baseUrl: $baseUrl ?? self::fromEnvironment('LASTHASH_BASE_URL') ?? 'http://127.0.0.1:8080',
            organization: $organization,
            timeout: $timeout,
            maxRetries: $maxRetries,
            headers: $headers,
            userAgent: $userAgent,
            sender: Http\Discovery::sender($httpClient, $proxy, $timeout),
            onWarning: $onWarning,
            clock: $clock ?? new Clock(),
        );
        parent::__construct($this->transport);
    }

    /** Another client, with these settings in place of its own: `$client->with(organization: 'org_…')`. */
    public function with(mixed ...$settings): self
    {
        return new self(...array_replace($this->settings, $settings));
    }

    /**
     * Any operation, such as one that this version does not know: `$client->request('GET', '/v1/usage')->json()`.
     *
     * @param array<string, mixed> $query
     * @param array<string, mixed> $options
     */
    public function request(string $method, string $path, array $query = [], mixed $body = null, array $options = []): Response
    {
        $request = new Request("$method $path", $method, $path, $query, $body, new Options($options));
        return $this->transport->send($request);
    }

    private static function fromEnvironment(string $name): ?string
    {
        $value = getenv($name);
        return $value === false || $value === '' ? null : $value;
    }
}
