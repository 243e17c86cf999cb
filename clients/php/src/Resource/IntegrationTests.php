<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->integrationTests`
 *
 * @phpstan-import-type IntegrationTest from \LastHash\Types
 * @phpstan-import-type TestDraftIntegrationParams from \LastHash\Types
 */
class IntegrationTests extends Resource
{
    /**
     * Try an integration before it is made
     *
     * Asks the tracker whether the token and the place are good. Nothing is made there, and nothing is kept here.
     *
     * @param TestDraftIntegrationParams $params
     * @param array<string, mixed> $options
     * @return IntegrationTest
     */
    public function testDraftIntegration(array $params, array $options = []): object
    {
        return $this->json('testDraftIntegration', 'POST', '/v1/integration-tests', $options, body: $params);
    }
}
