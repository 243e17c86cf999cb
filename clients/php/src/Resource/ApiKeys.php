<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->apiKeys`
 *
 * @phpstan-import-type ApiKey from \LastHash\Types
 * @phpstan-import-type ApiKeyCreated from \LastHash\Types
 * @phpstan-import-type CreateApiKeyParams from \LastHash\Types
 * @phpstan-import-type ListApiKeysParams from \LastHash\Types
 * @phpstan-import-type RollApiKeyParams from \LastHash\Types
 * @phpstan-import-type UpdateApiKeyParams from \LastHash\Types
 */
class ApiKeys extends Resource
{
    /**
     * List API keys
     *
     * @param ListApiKeysParams $params
     * @param array<string, mixed> $options
     * @return Page<ApiKey>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listApiKeys', 'GET', '/v1/api-keys', $options, query: $params);
    }

    /**
     * Make an API key
     *
     * The key is in the answer, this once. It can do no more than the key that makes it.
     *
     * @param CreateApiKeyParams $params
     * @param array<string, mixed> $options
     * @return ApiKeyCreated
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createApiKey', 'POST', '/v1/api-keys', $options, body: $params);
    }

    /**
     * Get an API key
     *
     * @param array<string, mixed> $options
     * @return ApiKey
     */
    public function get(string $keyId, array $options = []): object
    {
        return $this->json('getApiKey', 'GET', '/v1/api-keys/' . self::segment('key_id', $keyId), $options);
    }

    /**
     * Change an API key
     *
     * JSON merge patch (RFC 7396).
     *
     * @param UpdateApiKeyParams $params
     * @param array<string, mixed> $options
     * @return ApiKey
     */
    public function update(string $keyId, array $params, array $options = []): object
    {
        return $this->json('updateApiKey', 'PATCH', '/v1/api-keys/' . self::segment('key_id', $keyId), $options, body: $params);
    }

    /**
     * Revoke an API key
     *
     * At once, on every server. It stays in the list, with the time.
     *
     * @param array<string, mixed> $options
     */
    public function revoke(string $keyId, array $options = []): void
    {
        $this->nothing('revokeApiKey', 'DELETE', '/v1/api-keys/' . self::segment('key_id', $keyId), $options);
    }

    /**
     * Replace an API key
     *
     * Makes a successor with the same rights. The old key works until the overlap has passed.
     *
     * @param ?RollApiKeyParams $params
     * @param array<string, mixed> $options
     * @return ApiKeyCreated
     */
    public function roll(string $keyId, ?array $params = null, array $options = []): object
    {
        return $this->json('rollApiKey', 'POST', '/v1/api-keys/' . self::segment('key_id', $keyId) . '/roll', $options, body: $params);
    }
}
