<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->vulnerabilities`
 *
 * @phpstan-import-type Change from \LastHash\Types
 * @phpstan-import-type Comment from \LastHash\Types
 * @phpstan-import-type CreateVulnerabilityCommentParams from \LastHash\Types
 * @phpstan-import-type ListVulnerabilitiesParams from \LastHash\Types
 * @phpstan-import-type ListVulnerabilityCommentsParams from \LastHash\Types
 * @phpstan-import-type ListVulnerabilityFingerprintsItem from \LastHash\Types
 * @phpstan-import-type ListVulnerabilityVerificationsParams from \LastHash\Types
 * @phpstan-import-type MergeVulnerabilityParams from \LastHash\Types
 * @phpstan-import-type SplitVulnerabilityParams from \LastHash\Types
 * @phpstan-import-type UpdateVulnerabilitiesParams from \LastHash\Types
 * @phpstan-import-type UpdateVulnerabilitiesResult from \LastHash\Types
 * @phpstan-import-type UpdateVulnerabilityParams from \LastHash\Types
 * @phpstan-import-type Vulnerability from \LastHash\Types
 * @phpstan-import-type VulnerabilityVerification from \LastHash\Types
 */
class Vulnerabilities extends Resource
{
    /**
     * List vulnerabilities
     *
     * Of all websites, whichever scan saw them; what was merged into another one only where `status=merged` asks for it.
     *
     * @param ListVulnerabilitiesParams $params
     * @param array<string, mixed> $options
     * @return Page<Vulnerability>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listVulnerabilities', 'GET', '/v1/vulnerabilities', $options, query: $params);
    }

    /**
     * Decide about many vulnerabilities
     *
     * The same change to up to 100 of them, with a result each: one that is refused holds up no other.
     *
     * @param UpdateVulnerabilitiesParams $params
     * @param array<string, mixed> $options
     * @return UpdateVulnerabilitiesResult
     */
    public function updateMany(array $params, array $options = []): object
    {
        return $this->json('updateVulnerabilities', 'PATCH', '/v1/vulnerabilities', $options, body: $params);
    }

    /**
     * Get a vulnerability
     *
     * @param array<string, mixed> $options
     * @return Vulnerability
     */
    public function get(string $vulnerabilityId, array $options = []): object
    {
        return $this->json('getVulnerability', 'GET', '/v1/vulnerabilities/' . self::segment('vulnerability_id', $vulnerabilityId), $options);
    }

    /**
     * Decide about a vulnerability
     *
     * Accept the risk, mark it false, or open it again; give it to somebody. What is accepted or false weighs nothing. It opens again by itself when the decision ends, and when it has become worse since.
     *
     * @param UpdateVulnerabilityParams $params
     * @param array<string, mixed> $options
     * @return Vulnerability
     */
    public function update(string $vulnerabilityId, array $params, array $options = []): object
    {
        return $this->json('updateVulnerability', 'PATCH', '/v1/vulnerabilities/' . self::segment('vulnerability_id', $vulnerabilityId), $options, body: $params);
    }

    /**
     * List what became of a vulnerability
     *
     * @param array<string, mixed> $options
     * @return Page<Change>
     */
    public function changes(string $vulnerabilityId, array $options = []): Page
    {
        return $this->page('data', 'listVulnerabilityChanges', 'GET', '/v1/vulnerabilities/' . self::segment('vulnerability_id', $vulnerabilityId) . '/history', $options);
    }

    /**
     * List comments
     *
     * @param ListVulnerabilityCommentsParams $params
     * @param array<string, mixed> $options
     * @return Page<Comment>
     */
    public function comments(string $vulnerabilityId, array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listVulnerabilityComments', 'GET', '/v1/vulnerabilities/' . self::segment('vulnerability_id', $vulnerabilityId) . '/comments', $options, query: $params);
    }

    /**
     * Comment on a vulnerability
     *
     * @param CreateVulnerabilityCommentParams $params
     * @param array<string, mixed> $options
     * @return Comment
     */
    public function createComment(string $vulnerabilityId, array $params, array $options = []): object
    {
        return $this->json('createVulnerabilityComment', 'POST', '/v1/vulnerabilities/' . self::segment('vulnerability_id', $vulnerabilityId) . '/comments', $options, body: $params);
    }

    /**
     * Look at a vulnerability again
     *
     * Runs its check alone, at the places where it showed: seconds instead of a scan. `fixed` only where all of them were looked at; `not_tested` with the reason where that cannot be said. What is mended becomes `fixed`, what was `fixed` and shows again `reopened`. With `Prefer: wait=N` the answer waits up to N seconds, at most 30, for the result.
     *
     * @param array<string, mixed> $options
     * @return VulnerabilityVerification
     */
    public function verify(string $vulnerabilityId, array $options = []): object
    {
        return $this->json('verifyVulnerability', 'POST', '/v1/vulnerabilities/' . self::segment('vulnerability_id', $vulnerabilityId) . '/verify', $options);
    }

    /**
     * List how a vulnerability was looked at again
     *
     * @param ListVulnerabilityVerificationsParams $params
     * @param array<string, mixed> $options
     * @return Page<VulnerabilityVerification>
     */
    public function verifications(string $vulnerabilityId, array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listVulnerabilityVerifications', 'GET', '/v1/vulnerabilities/' . self::segment('vulnerability_id', $vulnerabilityId) . '/verifications', $options, query: $params);
    }

    /**
     * Get how a vulnerability was looked at again
     *
     * @param array<string, mixed> $options
     * @return VulnerabilityVerification
     */
    public function getVerification(string $vulnerabilityId, string $verificationId, array $options = []): object
    {
        return $this->json('getVulnerabilityVerification', 'GET', '/v1/vulnerabilities/' . self::segment('vulnerability_id', $vulnerabilityId) . '/verifications/' . self::segment('verification_id', $verificationId), $options);
    }

    /**
     * Merge a duplicate into another vulnerability
     *
     * Both must be of one website. The other one stands for both from now on, with the places of both, and weighs once; later scans’ findings of either are its own. It counts as fixed only when both are gone. Places that were set apart are brought back the same way.
     *
     * @param MergeVulnerabilityParams $params
     * @param array<string, mixed> $options
     * @return Vulnerability
     */
    public function merge(string $vulnerabilityId, array $params, array $options = []): object
    {
        return $this->json('mergeVulnerability', 'POST', '/v1/vulnerabilities/' . self::segment('vulnerability_id', $vulnerabilityId) . '/merge', $options, body: $params);
    }

    /**
     * Undo a merge, or set some places apart
     *
     * With `vulnerability_id`: one that was merged into this one is one of its own again. With `path`: the places whose path begins with it become a vulnerability of their own, also in later scans, to be decided about apart; as one cause both weigh once.
     *
     * @param SplitVulnerabilityParams $params
     * @param array<string, mixed> $options
     * @return Vulnerability
     */
    public function split(string $vulnerabilityId, array $params, array $options = []): object
    {
        return $this->json('splitVulnerability', 'POST', '/v1/vulnerabilities/' . self::segment('vulnerability_id', $vulnerabilityId) . '/split', $options, body: $params);
    }

    /**
     * List what a vulnerability is recognised by
     *
     * Its own fingerprint first, then those of what was merged into it: a finding of a scan that has one of them is this one.
     *
     * @param array<string, mixed> $options
     * @return Page<ListVulnerabilityFingerprintsItem>
     */
    public function fingerprints(string $vulnerabilityId, array $options = []): Page
    {
        return $this->page('data', 'listVulnerabilityFingerprints', 'GET', '/v1/vulnerabilities/' . self::segment('vulnerability_id', $vulnerabilityId) . '/fingerprints', $options);
    }
}
