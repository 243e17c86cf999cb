<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->websites`
 *
 * @phpstan-import-type BeginVerificationParams from \LastHash\Types
 * @phpstan-import-type CreateWebsiteParams from \LastHash\Types
 * @phpstan-import-type GetScoreHistoryParams from \LastHash\Types
 * @phpstan-import-type ImportWebsitesParams from \LastHash\Types
 * @phpstan-import-type ListWebsitesParams from \LastHash\Types
 * @phpstan-import-type ScorePoint from \LastHash\Types
 * @phpstan-import-type UpdateWebsiteParams from \LastHash\Types
 * @phpstan-import-type UpdateWebsitesParams from \LastHash\Types
 * @phpstan-import-type UpdateWebsitesResult from \LastHash\Types
 * @phpstan-import-type Verification from \LastHash\Types
 * @phpstan-import-type Website from \LastHash\Types
 * @phpstan-import-type WebsiteImport from \LastHash\Types
 */
class Websites extends Resource
{
    /**
     * List websites
     *
     * @param ListWebsitesParams $params
     * @param array<string, mixed> $options
     * @return Page<Website>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listWebsites', 'GET', '/v1/websites', $options, query: $params);
    }

    /**
     * Register a website
     *
     * @param CreateWebsiteParams $params
     * @param array<string, mixed> $options
     * @return Website
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createWebsite', 'POST', '/v1/websites', $options, body: $params);
    }

    /**
     * Change many websites
     *
     * The same change to up to 100 of them, with a result each: one that is not there holds up no other.
     *
     * @param UpdateWebsitesParams $params
     * @param array<string, mixed> $options
     * @return UpdateWebsitesResult
     */
    public function updateMany(array $params, array $options = []): object
    {
        return $this->json('updateWebsites', 'PATCH', '/v1/websites', $options, body: $params);
    }

    /**
     * Get a website
     *
     * @param array<string, mixed> $options
     * @return Website
     */
    public function get(string $websiteId, array $options = []): object
    {
        return $this->json('getWebsite', 'GET', '/v1/websites/' . self::segment('website_id', $websiteId), $options);
    }

    /**
     * Change a website
     *
     * JSON merge patch (RFC 7396). The address stays: another address is another website.
     *
     * @param UpdateWebsiteParams $params
     * @param array<string, mixed> $options
     * @return Website
     */
    public function update(string $websiteId, array $params, array $options = []): object
    {
        return $this->json('updateWebsite', 'PATCH', '/v1/websites/' . self::segment('website_id', $websiteId), $options, body: $params);
    }

    /**
     * Delete a website
     *
     * With its scans and vulnerabilities.
     *
     * @param array<string, mixed> $options
     */
    public function delete(string $websiteId, array $options = []): void
    {
        $this->nothing('deleteWebsite', 'DELETE', '/v1/websites/' . self::segment('website_id', $websiteId), $options);
    }

    /**
     * Follow a website’s score
     *
     * One point for each finished scan. Compare points of one scan type and score_version only.
     *
     * @param GetScoreHistoryParams $params
     * @param array<string, mixed> $options
     * @return Page<ScorePoint>
     */
    public function scoreHistory(string $websiteId, array $params = [], array $options = []): Page
    {
        return $this->page('data', 'getScoreHistory', 'GET', '/v1/websites/' . self::segment('website_id', $websiteId) . '/score-history', $options, query: $params);
    }

    /**
     * Register many websites
     *
     * Up to 1000 at once, as JSON or CSV, with a result for each: what is wrong with one keeps none of the others out.
     *
     * @param ImportWebsitesParams $params
     * @param array<string, mixed> $options
     * @return WebsiteImport
     */
    public function importMany(array $params, array $options = []): object
    {
        return $this->json('importWebsites', 'POST', '/v1/website-imports', $options, body: $params);
    }

    /**
     * Get the verification of a website
     *
     * @param array<string, mixed> $options
     * @return Verification
     */
    public function verification(string $websiteId, array $options = []): object
    {
        return $this->json('getVerification', 'GET', '/v1/websites/' . self::segment('website_id', $websiteId) . '/verification', $options);
    }

    /**
     * Begin to verify a website
     *
     * Gives what to publish: a TXT record, a file, or a meta element in the head of the start page. The token stays the same when another way is chosen.
     *
     * @param BeginVerificationParams $params
     * @param array<string, mixed> $options
     * @return Verification
     */
    public function beginVerification(string $websiteId, array $params, array $options = []): object
    {
        return $this->json('beginVerification', 'POST', '/v1/websites/' . self::segment('website_id', $websiteId) . '/verification', $options, body: $params);
    }

    /**
     * Look for the verification of a website
     *
     * Looks at once, for up to ten seconds. A verified website is looked at again every day; it stays verified for three days without.
     *
     * @param array<string, mixed> $options
     * @return Verification
     */
    public function checkVerification(string $websiteId, array $options = []): object
    {
        return $this->json('checkVerification', 'POST', '/v1/websites/' . self::segment('website_id', $websiteId) . '/verification/check', $options);
    }
}
