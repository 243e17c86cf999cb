<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->organizations`
 *
 * @phpstan-import-type CreateOrganizationParams from \LastHash\Types
 * @phpstan-import-type ExportOrganizationResult from \LastHash\Types
 * @phpstan-import-type ListOrganizationsParams from \LastHash\Types
 * @phpstan-import-type Organization from \LastHash\Types
 * @phpstan-import-type UpdateOrganizationParams from \LastHash\Types
 */
class Organizations extends Resource
{
    /**
     * List organisations
     *
     * Your own and those under it.
     *
     * @param ListOrganizationsParams $params
     * @param array<string, mixed> $options
     * @return Page<Organization>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listOrganizations', 'GET', '/v1/organizations', $options, query: $params);
    }

    /**
     * Make an organisation
     *
     * Under your own: a customer of yours, with its own data, plan and limits. Your keys act for it with the header `LastHash-Organization`; so make its own keys, where it is to have some. It takes the scope `billing:write` as well.
     *
     * @param CreateOrganizationParams $params
     * @param array<string, mixed> $options
     * @return Organization
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createOrganization', 'POST', '/v1/organizations', $options, body: $params);
    }

    /**
     * Get an organisation
     *
     * @param array<string, mixed> $options
     * @return Organization
     */
    public function get(string $organizationId, array $options = []): object
    {
        return $this->json('getOrganization', 'GET', '/v1/organizations/' . self::segment('organization_id', $organizationId), $options);
    }

    /**
     * Change an organisation
     *
     * JSON merge patch (RFC 7396). Plan, limits and suspension are for the organisation above to change; they hold at once, on every server, and take the scope `billing:write` as well.
     *
     * @param UpdateOrganizationParams $params
     * @param array<string, mixed> $options
     * @return Organization
     */
    public function update(string $organizationId, array $params, array $options = []): object
    {
        return $this->json('updateOrganization', 'PATCH', '/v1/organizations/' . self::segment('organization_id', $organizationId), $options, body: $params);
    }

    /**
     * Delete an organisation
     *
     * It is suspended at once, and gone after 30 days, with all that it has. Until then the organisation above can restore it, and export it. It takes the scope `billing:write` as well.
     *
     * @param array<string, mixed> $options
     * @return Organization
     */
    public function delete(string $organizationId, array $options = []): object
    {
        return $this->json('deleteOrganization', 'DELETE', '/v1/organizations/' . self::segment('organization_id', $organizationId), $options);
    }

    /**
     * Restore an organisation
     *
     * Takes its deletion back, while its days of grace last. One that was suspended before stays suspended. It takes the scope `billing:write` as well.
     *
     * @param array<string, mixed> $options
     * @return Organization
     */
    public function restore(string $organizationId, array $options = []): object
    {
        return $this->json('restoreOrganization', 'POST', '/v1/organizations/' . self::segment('organization_id', $organizationId) . '/restore', $options);
    }

    /**
     * Take an own domain into use
     *
     * Asks `branding.domain` over the network, for up to ten seconds. When this service answers there, links in answers, events and mails lead to it from now on.
     *
     * @param array<string, mixed> $options
     * @return Organization
     */
    public function checkDomain(string $organizationId, array $options = []): object
    {
        return $this->json('checkDomain', 'POST', '/v1/organizations/' . self::segment('organization_id', $organizationId) . '/domain/check', $options);
    }

    /**
     * Export all of an organisation
     *
     * Everything that is kept of it, as one JSON document: `tables` has the rows of each kind, as they are stored, without secrets; `people` tells who its members are, whom the rows name by their ids; `files` has evidence and reports in base64. Also of one under yours that is deleted, while its days of grace last.
     *
     * @param array<string, mixed> $options
     * @return ExportOrganizationResult
     */
    public function export(string $organizationId, array $options = []): object
    {
        return $this->json('exportOrganization', 'GET', '/v1/organizations/' . self::segment('organization_id', $organizationId) . '/export', $options);
    }
}
