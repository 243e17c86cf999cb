<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->policies`
 *
 * @phpstan-import-type CreatePolicyParams from \LastHash\Types
 * @phpstan-import-type ListPoliciesParams from \LastHash\Types
 * @phpstan-import-type Policy from \LastHash\Types
 * @phpstan-import-type SimulateDraftParams from \LastHash\Types
 * @phpstan-import-type SimulatePolicyParams from \LastHash\Types
 * @phpstan-import-type SimulatedScans from \LastHash\Types
 * @phpstan-import-type UpdatePolicyParams from \LastHash\Types
 */
class Policies extends Resource
{
    /**
     * List policies
     *
     * @param ListPoliciesParams $params
     * @param array<string, mixed> $options
     * @return Page<Policy>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listPolicies', 'GET', '/v1/policies', $options, query: $params);
    }

    /**
     * Make a policy
     *
     * One object for pipelines, alerts and tickets. A scan that names it is judged by it (`policy_id`, then `gate`); an alert channel whose filter names it is told of scans that fail it.
     *
     * @param CreatePolicyParams $params
     * @param array<string, mixed> $options
     * @return Policy
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createPolicy', 'POST', '/v1/policies', $options, body: $params);
    }

    /**
     * Get a policy
     *
     * @param array<string, mixed> $options
     * @return Policy
     */
    public function get(string $policyId, array $options = []): object
    {
        return $this->json('getPolicy', 'GET', '/v1/policies/' . self::segment('policy_id', $policyId), $options);
    }

    /**
     * Change a policy
     *
     * Scans that have ended keep their verdict.
     *
     * @param UpdatePolicyParams $params
     * @param array<string, mixed> $options
     * @return Policy
     */
    public function update(string $policyId, array $params, array $options = []): object
    {
        return $this->json('updatePolicy', 'PATCH', '/v1/policies/' . self::segment('policy_id', $policyId), $options, body: $params);
    }

    /**
     * Delete a policy
     *
     * Alerts that it has raised are resolved. A scan that names it and has not ended yet fails.
     *
     * @param array<string, mixed> $options
     */
    public function delete(string $policyId, array $options = []): void
    {
        $this->nothing('deletePolicy', 'DELETE', '/v1/policies/' . self::segment('policy_id', $policyId), $options);
    }

    /**
     * See what a policy would have said of past scans
     *
     * Newest first, with what has been decided about vulnerabilities by now. `limit` and `cursor` stand in the body.
     *
     * @param ?SimulatePolicyParams $params
     * @param array<string, mixed> $options
     * @return SimulatedScans
     */
    public function simulate(string $policyId, ?array $params = null, array $options = []): object
    {
        return $this->json('simulatePolicy', 'POST', '/v1/policies/' . self::segment('policy_id', $policyId) . '/simulate', $options, body: $params);
    }

    /**
     * See what a draft would have said of past scans
     *
     * Without making a policy. Newest first, with what has been decided about vulnerabilities by now. `limit` and `cursor` stand in the body.
     *
     * @param SimulateDraftParams $params
     * @param array<string, mixed> $options
     * @return SimulatedScans
     */
    public function simulateDraft(array $params, array $options = []): object
    {
        return $this->json('simulateDraft', 'POST', '/v1/policy-simulations', $options, body: $params);
    }
}
