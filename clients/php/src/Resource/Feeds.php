<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->feeds`
 *
 * @phpstan-import-type Feed from \LastHash\Types
 * @phpstan-import-type ListFeedsParams from \LastHash\Types
 * @phpstan-import-type UpdateFeedsParams from \LastHash\Types
 * @phpstan-import-type UpdateFeedsResult from \LastHash\Types
 */
class Feeds extends Resource
{
    /**
     * List feeds of vulnerability data
     *
     * How old each is on the machine that answers. Where there is no copy, scans use the small set that comes with the product.
     *
     * @param ListFeedsParams $params
     * @param array<string, mixed> $options
     * @return Page<Feed>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listFeeds', 'GET', '/v1/feeds', $options, query: $params);
    }

    /**
     * Have feeds renewed
     *
     * A worker fetches them, one after another. Asked again within ten minutes, it is done once. `GET /v1/feeds` tells how it went.
     *
     * @param ?UpdateFeedsParams $params
     * @param array<string, mixed> $options
     * @return UpdateFeedsResult
     */
    public function update(?array $params = null, array $options = []): object
    {
        return $this->json('updateFeeds', 'POST', '/v1/feeds/update', $options, body: $params);
    }
}
