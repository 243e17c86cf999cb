<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->compliance`
 *
 * @phpstan-import-type AssessComplianceParams from \LastHash\Types
 * @phpstan-import-type Attestation from \LastHash\Types
 * @phpstan-import-type ComplianceAssessment from \LastHash\Types
 * @phpstan-import-type ComplianceBundle from \LastHash\Types
 * @phpstan-import-type ComplianceChange from \LastHash\Types
 * @phpstan-import-type CreateAttestationParams from \LastHash\Types
 * @phpstan-import-type CreateBundleParams from \LastHash\Types
 * @phpstan-import-type Framework from \LastHash\Types
 * @phpstan-import-type FrameworkSummary from \LastHash\Types
 * @phpstan-import-type ListAttestationsParams from \LastHash\Types
 * @phpstan-import-type ListBundlesParams from \LastHash\Types
 * @phpstan-import-type ListComplianceChangesParams from \LastHash\Types
 * @phpstan-import-type SigningKey from \LastHash\Types
 * @phpstan-import-type UpdateFrameworkParams from \LastHash\Types
 */
class Compliance extends Resource
{
    /**
     * List frameworks
     *
     * All of them, in one page.
     *
     * @param array<string, mixed> $options
     * @return Page<FrameworkSummary>
     */
    public function frameworks(array $options = []): Page
    {
        return $this->page('data', 'listFrameworks', 'GET', '/v1/compliance/frameworks', $options);
    }

    /**
     * Get a framework
     *
     * Requirement by requirement, with its official number, what it asks in our words, the checks that speak to it, and what of it cannot be seen from outside.
     *
     * @param array<string, mixed> $options
     * @return Framework
     */
    public function framework(string $framework, array $options = []): object
    {
        return $this->json('getFramework', 'GET', '/v1/compliance/frameworks/' . self::segment('framework', $framework), $options);
    }

    /**
     * Follow a framework, or no longer
     *
     * Of a framework that is followed, an alert of kind `compliance` tells when a requirement of a website that stood well begins to fail after a scan, one for each website and framework; and the event `compliance.changed` tells of every change.
     *
     * @param UpdateFrameworkParams $params
     * @param array<string, mixed> $options
     * @return Framework
     */
    public function updateFramework(string $framework, array $params, array $options = []): object
    {
        return $this->json('updateFramework', 'PATCH', '/v1/compliance/frameworks/' . self::segment('framework', $framework), $options, body: $params);
    }

    /**
     * Hold a framework against websites
     *
     * As things stand now: of one website, of a group, or of all. Of several, a requirement stands as on the worst of them. That a check passes proves no more than what it asked: the judgement is an auditor’s.
     *
     * @param AssessComplianceParams $params
     * @param array<string, mixed> $options
     * @return ComplianceAssessment
     */
    public function assess(string $framework, array $params = [], array $options = []): object
    {
        return $this->json('assessCompliance', 'GET', '/v1/compliance/frameworks/' . self::segment('framework', $framework) . '/assessment', $options, query: $params);
    }

    /**
     * List how requirements have changed
     *
     * Written when a scan ends, against how things stood when the one before did. Never changed afterwards.
     *
     * @param ListComplianceChangesParams $params
     * @param array<string, mixed> $options
     * @return Page<ComplianceChange>
     */
    public function changes(string $framework, array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listComplianceChanges', 'GET', '/v1/compliance/frameworks/' . self::segment('framework', $framework) . '/changes', $options, query: $params);
    }

    /**
     * List attestations
     *
     * @param ListAttestationsParams $params
     * @param array<string, mixed> $options
     * @return Page<Attestation>
     */
    public function attestations(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listAttestations', 'GET', '/v1/compliance/attestations', $options, query: $params);
    }

    /**
     * Attest a requirement
     *
     * For what does not show from outside. Of several that count, the newest does, and one of a website before one of all. It outweighs no finding: a requirement that a check puts in doubt stays so. What was said is not changed afterwards: withdraw it, and attest anew.
     *
     * @param CreateAttestationParams $params
     * @param array<string, mixed> $options
     * @return Attestation
     */
    public function createAttestation(array $params, array $options = []): object
    {
        return $this->json('createAttestation', 'POST', '/v1/compliance/attestations', $options, body: $params);
    }

    /**
     * Get an attestation
     *
     * @param array<string, mixed> $options
     * @return Attestation
     */
    public function attestation(string $attestationId, array $options = []): object
    {
        return $this->json('getAttestation', 'GET', '/v1/compliance/attestations/' . self::segment('attestation_id', $attestationId), $options);
    }

    /**
     * Withdraw an attestation
     *
     * It counts no more, and is still shown: with who withdrew it, and when.
     *
     * @param array<string, mixed> $options
     */
    public function withdrawAttestation(string $attestationId, array $options = []): void
    {
        $this->nothing('withdrawAttestation', 'DELETE', '/v1/compliance/attestations/' . self::segment('attestation_id', $attestationId), $options);
    }

    /**
     * Download the file of an attestation
     *
     * @param array<string, mixed> $options
     * @return string
     */
    public function downloadAttestationFile(string $attestationId, array $options = []): string
    {
        return $this->file('downloadAttestationFile', 'GET', '/v1/compliance/attestations/' . self::segment('attestation_id', $attestationId) . '/file', $options);
    }

    /**
     * List bundles
     *
     * @param ListBundlesParams $params
     * @param array<string, mixed> $options
     * @return Page<ComplianceBundle>
     */
    public function bundles(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listBundles', 'GET', '/v1/compliance/bundles', $options, query: $params);
    }

    /**
     * Make a signed bundle
     *
     * For auditors: the assessment, its evidence, attestations with their files, and the history of changes, each file hash-chained and all of it signed (Ed25519). Anybody verifies it by `npx lasthash verify FILE` or at `/verify`, without an account. It is kept.
     *
     * @param CreateBundleParams $params
     * @param array<string, mixed> $options
     * @return ComplianceBundle
     */
    public function createBundle(array $params, array $options = []): object
    {
        return $this->json('createBundle', 'POST', '/v1/compliance/bundles', $options, body: $params);
    }

    /**
     * Get a bundle
     *
     * @param array<string, mixed> $options
     * @return ComplianceBundle
     */
    public function bundle(string $bundleId, array $options = []): object
    {
        return $this->json('getBundle', 'GET', '/v1/compliance/bundles/' . self::segment('bundle_id', $bundleId), $options);
    }

    /**
     * Download a bundle
     *
     * @param array<string, mixed> $options
     * @return string
     */
    public function downloadBundle(string $bundleId, array $options = []): string
    {
        return $this->file('downloadBundle', 'GET', '/v1/compliance/bundles/' . self::segment('bundle_id', $bundleId) . '/file', $options);
    }

    /**
     * List signing keys
     *
     * What bundles are signed by; the first is made with the first bundle. All of them, in one page.
     *
     * @param array<string, mixed> $options
     * @return Page<SigningKey>
     */
    public function signingKeys(array $options = []): Page
    {
        return $this->page('data', 'listSigningKeys', 'GET', '/v1/compliance/signing-keys', $options);
    }

    /**
     * Sign by a new key
     *
     * The one before signs nothing any more, and stays published: what it has signed is verified as before. A bundle that claims to be signed by it later is refused.
     *
     * @param array<string, mixed> $options
     * @return SigningKey
     */
    public function rotateSigningKey(array $options = []): object
    {
        return $this->json('rotateSigningKey', 'POST', '/v1/compliance/signing-keys', $options);
    }
}
