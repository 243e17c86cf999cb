<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->integrations`
 *
 * @phpstan-import-type CreateIntegrationParams from \LastHash\Types
 * @phpstan-import-type Integration from \LastHash\Types
 * @phpstan-import-type IntegrationCreated from \LastHash\Types
 * @phpstan-import-type IntegrationTest from \LastHash\Types
 * @phpstan-import-type ListIntegrationsParams from \LastHash\Types
 * @phpstan-import-type TestDraftIntegrationParams from \LastHash\Types
 * @phpstan-import-type UpdateIntegrationParams from \LastHash\Types
 */
class Integrations extends Resource
{
    /**
     * List integrations
     *
     * @param ListIntegrationsParams $params
     * @param array<string, mixed> $options
     * @return Page<Integration>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listIntegrations', 'GET', '/v1/integrations', $options, query: $params);
    }

    /**
     * Have vulnerabilities become tickets
     *
     * In Jira (Cloud and Data Center), Linear, GitHub, GitLab or as messages in Slack. `rules` say which vulnerabilities do so by themselves. Secrets are kept encrypted and never shown again. `POST /v1/integration-tests` says beforehand whether it will work.
     *
     * @param CreateIntegrationParams $params
     * @param array<string, mixed> $options
     * @return IntegrationCreated
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createIntegration', 'POST', '/v1/integrations', $options, body: $params);
    }

    /**
     * Try an integration before it is made
     *
     * Asks the tracker whether the token and the place are good. Nothing is made there, and nothing is kept here.
     *
     * @param TestDraftIntegrationParams $params
     * @param array<string, mixed> $options
     * @return IntegrationTest
     */
    public function testDraft(array $params, array $options = []): object
    {
        return $this->json('testDraftIntegration', 'POST', '/v1/integration-tests', $options, body: $params);
    }

    /**
     * Get an integration
     *
     * @param array<string, mixed> $options
     * @return Integration
     */
    public function get(string $integrationId, array $options = []): object
    {
        return $this->json('getIntegration', 'GET', '/v1/integrations/' . self::segment('integration_id', $integrationId), $options);
    }

    /**
     * Change an integration
     *
     * What waits, or has failed, is tried again at once.
     *
     * @param UpdateIntegrationParams $params
     * @param array<string, mixed> $options
     * @return Integration
     */
    public function update(string $integrationId, array $params, array $options = []): object
    {
        return $this->json('updateIntegration', 'PATCH', '/v1/integrations/' . self::segment('integration_id', $integrationId), $options, body: $params);
    }

    /**
     * Delete an integration
     *
     * With all that is known of its tickets; what is in the tracker stays there. To let it rest and go on later with the same tickets, set `enabled` to false.
     *
     * @param array<string, mixed> $options
     */
    public function delete(string $integrationId, array $options = []): void
    {
        $this->nothing('deleteIntegration', 'DELETE', '/v1/integrations/' . self::segment('integration_id', $integrationId), $options);
    }

    /**
     * Try an integration
     *
     * Asks the tracker whether the token and the place are good. Nothing is made there.
     *
     * @param array<string, mixed> $options
     * @return IntegrationTest
     */
    public function test(string $integrationId, array $options = []): object
    {
        return $this->json('testIntegration', 'POST', '/v1/integrations/' . self::segment('integration_id', $integrationId) . '/test', $options);
    }
}
