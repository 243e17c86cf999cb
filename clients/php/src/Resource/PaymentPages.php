<?php

// Made by `npm run clients` from docs/openapi.json: do not edit.

declare(strict_types=1);

namespace LastHash\Resource;

use LastHash\Page;
use LastHash\Resource;

/**
 * `$client->paymentPages`
 *
 * @phpstan-import-type AuthorizePaymentScriptParams from \LastHash\Types
 * @phpstan-import-type CreatePaymentPageParams from \LastHash\Types
 * @phpstan-import-type ListPaymentLedgerParams from \LastHash\Types
 * @phpstan-import-type ListPaymentPagesParams from \LastHash\Types
 * @phpstan-import-type ListPaymentScriptsParams from \LastHash\Types
 * @phpstan-import-type PaymentLedgerEntry from \LastHash\Types
 * @phpstan-import-type PaymentPage from \LastHash\Types
 * @phpstan-import-type PaymentScript from \LastHash\Types
 * @phpstan-import-type UpdatePaymentPageParams from \LastHash\Types
 */
class PaymentPages extends Resource
{
    /**
     * List payment pages
     *
     * @param ListPaymentPagesParams $params
     * @param array<string, mixed> $options
     * @return Page<PaymentPage>
     */
    public function list(array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listPaymentPages', 'GET', '/v1/payment-pages', $options, query: $params);
    }

    /**
     * Mark a payment page
     *
     * For PCI DSS 6.4.3 and 11.6.1: it is looked at in a browser, daily unless told, at least weekly. What runs on it is listed, to be authorised with a reason; what changes raises an alert of kind `compliance` and the event `payment_page.changed`, and all of it stands in a ledger that nobody can change.
     *
     * @param CreatePaymentPageParams $params
     * @param array<string, mixed> $options
     * @return PaymentPage
     */
    public function create(array $params, array $options = []): object
    {
        return $this->json('createPaymentPage', 'POST', '/v1/payment-pages', $options, body: $params);
    }

    /**
     * Get a payment page
     *
     * @param array<string, mixed> $options
     * @return PaymentPage
     */
    public function get(string $paymentPageId, array $options = []): object
    {
        return $this->json('getPaymentPage', 'GET', '/v1/payment-pages/' . self::segment('payment_page_id', $paymentPageId), $options);
    }

    /**
     * Change a payment page
     *
     * @param UpdatePaymentPageParams $params
     * @param array<string, mixed> $options
     * @return PaymentPage
     */
    public function update(string $paymentPageId, array $params, array $options = []): object
    {
        return $this->json('updatePaymentPage', 'PATCH', '/v1/payment-pages/' . self::segment('payment_page_id', $paymentPageId), $options, body: $params);
    }

    /**
     * Unmark a payment page
     *
     * It is looked at no more. Its inventory and its ledger stay, for auditors.
     *
     * @param array<string, mixed> $options
     */
    public function delete(string $paymentPageId, array $options = []): void
    {
        $this->nothing('deletePaymentPage', 'DELETE', '/v1/payment-pages/' . self::segment('payment_page_id', $paymentPageId), $options);
    }

    /**
     * Look at a payment page now
     *
     * @param array<string, mixed> $options
     * @return PaymentPage
     */
    public function look(string $paymentPageId, array $options = []): object
    {
        return $this->json('lookAtPaymentPage', 'POST', '/v1/payment-pages/' . self::segment('payment_page_id', $paymentPageId) . '/look', $options);
    }

    /**
     * List the scripts of a payment page
     *
     * The inventory: every script that a browser ran for it, and who authorised it, why.
     *
     * @param ListPaymentScriptsParams $params
     * @param array<string, mixed> $options
     * @return Page<PaymentScript>
     */
    public function scripts(string $paymentPageId, array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listPaymentScripts', 'GET', '/v1/payment-pages/' . self::segment('payment_page_id', $paymentPageId) . '/scripts', $options, query: $params);
    }

    /**
     * Get a script of a payment page
     *
     * @param array<string, mixed> $options
     * @return PaymentScript
     */
    public function getScript(string $paymentPageId, string $scriptId, array $options = []): object
    {
        return $this->json('getPaymentScript', 'GET', '/v1/payment-pages/' . self::segment('payment_page_id', $paymentPageId) . '/scripts/' . self::segment('script_id', $scriptId), $options);
    }

    /**
     * Authorise a script, or take that back
     *
     * With a reason, which the ledger keeps with who gave it, and when.
     *
     * @param AuthorizePaymentScriptParams $params
     * @param array<string, mixed> $options
     * @return PaymentScript
     */
    public function authorizeScript(string $paymentPageId, string $scriptId, array $params, array $options = []): object
    {
        return $this->json('authorizePaymentScript', 'PATCH', '/v1/payment-pages/' . self::segment('payment_page_id', $paymentPageId) . '/scripts/' . self::segment('script_id', $scriptId), $options, body: $params);
    }

    /**
     * Read the ledger of a payment page
     *
     * Every look, change and decision, each hash-chained to the one before. Nobody can change or remove an entry.
     *
     * @param ListPaymentLedgerParams $params
     * @param array<string, mixed> $options
     * @return Page<PaymentLedgerEntry>
     */
    public function ledger(string $paymentPageId, array $params = [], array $options = []): Page
    {
        return $this->page('data', 'listPaymentLedger', 'GET', '/v1/payment-pages/' . self::segment('payment_page_id', $paymentPageId) . '/ledger', $options, query: $params);
    }
}
