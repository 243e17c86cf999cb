<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->users`
 *
 * @phpstan-import-type ListUsersParams from \LastHash\Types
 * @phpstan-import-type UpdateUserParams from \LastHash\Types
 * @phpstan-import-type User from \LastHash\Types
 */
class Users extends Resource
{
    /**
     * List people
     *
     * Everybody who belongs to the organisation, with their role.
     *
     * @param ListUsersParams $params
     * @param array<string, mixed> $options
     * @return Page<User>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listUsers', 'GET', '/v1/users', $options, query: $params);
    }

    /**
     * Get a person
     *
     * `me` is whoever is logged in.
     *
     * @param array<string, mixed> $options
     * @return User
     */
    public function get(string $userId, array $options = []): object
    {
        return $this->json('getUser', 'GET', '/v1/users/' . self::segment('user_id', $userId), $options);
    }

    /**
     * Change a person’s role
     *
     * JSON merge patch (RFC 7396). It holds from the next request on. Nobody gives a role, or takes one away, that can do more than they can themselves; the last owner stays one.
     *
     * @param UpdateUserParams $params
     * @param array<string, mixed> $options
     * @return User
     */
    public function update(string $userId, array $params, array $options = []): object
    {
        return $this->json('updateUser', 'PATCH', '/v1/users/' . self::segment('user_id', $userId), $options, body: $params);
    }

    /**
     * Remove a person
     *
     * From the organisation, from the next request on. The account stays theirs; API keys that they made stay the organisation’s: `created_by` names them.
     *
     * @param array<string, mixed> $options
     */
    public function remove(string $userId, array $options = []): void
    {
        $this->nothing('removeUser', 'DELETE', '/v1/users/' . self::segment('user_id', $userId), $options);
    }
}
