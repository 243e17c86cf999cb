<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->websiteGroups`
 *
 * @phpstan-import-type CreateWebsiteGroupParams from \LastHash\Types
 * @phpstan-import-type ListWebsiteGroupsParams from \LastHash\Types
 * @phpstan-import-type UpdateWebsiteGroupParams from \LastHash\Types
 * @phpstan-import-type WebsiteGroup from \LastHash\Types
 */
class WebsiteGroups extends Resource
{
    /**
     * List groups of websites
     *
     * @param ListWebsiteGroupsParams $params
     * @param array<string, mixed> $options
     * @return Page<WebsiteGroup>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listWebsiteGroups', 'GET', '/v1/website-groups', $options, query: $params);
    }

    /**
     * Make a group of websites
     *
     * Which websites are in it, they say themselves: `groups` of a website.
     *
     * @param CreateWebsiteGroupParams $params
     * @param array<string, mixed> $options
     * @return WebsiteGroup
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createWebsiteGroup', 'POST', '/v1/website-groups', $options, body: $params);
    }

    /**
     * Get a group of websites
     *
     * @param array<string, mixed> $options
     * @return WebsiteGroup
     */
    public function get(string $groupId, array $options = []): object
    {
        return $this->json('getWebsiteGroup', 'GET', '/v1/website-groups/' . self::segment('group_id', $groupId), $options);
    }

    /**
     * Change a group of websites
     *
     * @param UpdateWebsiteGroupParams $params
     * @param array<string, mixed> $options
     * @return WebsiteGroup
     */
    public function update(string $groupId, array $params, array $options = []): object
    {
        return $this->json('updateWebsiteGroup', 'PATCH', '/v1/website-groups/' . self::segment('group_id', $groupId), $options, body: $params);
    }

    /**
     * Delete a group of websites
     *
     * Its websites stay.
     *
     * @param array<string, mixed> $options
     */
    public function delete(string $groupId, array $options = []): void
    {
        $this->nothing('deleteWebsiteGroup', 'DELETE', '/v1/website-groups/' . self::segment('group_id', $groupId), $options);
    }
}
