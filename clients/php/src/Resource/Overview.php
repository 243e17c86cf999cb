<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->overview`
 *
 * @phpstan-import-type GetOverviewParams from \LastHash\Types
 * @phpstan-import-type Overview from \LastHash\Types
 */
class Overview extends Resource
{
    /**
     * Get the numbers of many websites
     *
     * What a dashboard shows of any set of websites over any span, in one call: scores and their trend, counts by severity and state, what was new and fixed on each day, the worst and the most improved, certificates, monitors and running scans. The numbers are kept, not counted; with `If-None-Match` an unchanged answer is 304.
     *
     * @param GetOverviewParams $params
     * @param array<string, mixed> $options
     * @return Overview
     */
    public function get(array $params = [], array $options = []): object
    {
        return $this->json('getOverview', 'GET', '/v1/overview', $options, query: $params);
    }
}
