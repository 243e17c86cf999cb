<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->usage`
 *
 * @phpstan-import-type Usage from \LastHash\Types
 */
class Usage extends Resource
{
    /**
     * Use against plan
     *
     * @param array<string, mixed> $options
     * @return Usage
     */
    public function get(array $options = []): object
    {
        return $this->json('getUsage', 'GET', '/v1/usage', $options);
    }
}
