<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->checks`
 *
 * @phpstan-import-type Check from \LastHash\Types
 * @phpstan-import-type ListChecksParams from \LastHash\Types
 */
class Checks extends Resource
{
    /**
     * List checks
     *
     * Everything that is looked for, by id.
     *
     * @param ListChecksParams $params
     * @param array<string, mixed> $options
     * @return Page<Check>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listChecks', 'GET', '/v1/checks', $options, query: $params);
    }

    /**
     * Get a check
     *
     * @param array<string, mixed> $options
     * @return Check
     */
    public function get(string $family, string $name, array $options = []): object
    {
        return $this->json('getCheck', 'GET', '/v1/checks/' . self::segment('family', $family) . '/' . self::segment('name', $name), $options);
    }
}
