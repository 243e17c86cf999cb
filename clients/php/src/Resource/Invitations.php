<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->invitations`
 *
 * @phpstan-import-type CreateInvitationParams from \LastHash\Types
 * @phpstan-import-type Invitation from \LastHash\Types
 * @phpstan-import-type InvitationSent from \LastHash\Types
 * @phpstan-import-type ListInvitationsParams from \LastHash\Types
 */
class Invitations extends Resource
{
    /**
     * List invitations
     *
     * @param ListInvitationsParams $params
     * @param array<string, mixed> $options
     * @return Page<Invitation>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listInvitations', 'GET', '/v1/invitations', $options, query: $params);
    }

    /**
     * Invite a person
     *
     * A link, which works for a week, goes to the address; where mail is not set up, it is in the answer, this once. An earlier invitation to the same address ends. The role can do no more than you can.
     *
     * @param CreateInvitationParams $params
     * @param array<string, mixed> $options
     * @return InvitationSent
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createInvitation', 'POST', '/v1/invitations', $options, body: $params);
    }

    /**
     * Get an invitation
     *
     * @param array<string, mixed> $options
     * @return Invitation
     */
    public function get(string $invitationId, array $options = []): object
    {
        return $this->json('getInvitation', 'GET', '/v1/invitations/' . self::segment('invitation_id', $invitationId), $options);
    }

    /**
     * Revoke an invitation
     *
     * Its link opens nothing from now on. It stays in the list, with the time.
     *
     * @param array<string, mixed> $options
     */
    public function revoke(string $invitationId, array $options = []): void
    {
        $this->nothing('revokeInvitation', 'DELETE', '/v1/invitations/' . self::segment('invitation_id', $invitationId), $options);
    }

    /**
     * Send an invitation again
     *
     * With a new link, for another week; the one before opens nothing any more.
     *
     * @param array<string, mixed> $options
     * @return InvitationSent
     */
    public function resend(string $invitationId, array $options = []): object
    {
        return $this->json('resendInvitation', 'POST', '/v1/invitations/' . self::segment('invitation_id', $invitationId) . '/resend', $options);
    }
}
