import { type SecretKind, secret } from './kind.ts'

/** Mail, messages, money, design, and the rest of an office. */
export const OTHER_SERVICES: readonly SecretKind[] = [
  secret('slack-app-token', 'Slack app token', 'xapp-', /\bxapp-\d-[A-Z0-9]{9,13}-\d{10,15}-[0-9a-f]{60,70}\b/g),
  secret('slack-config-token', 'Slack configuration token', 'xoxe', /\bxoxe(?:\.xox[bp])?-\d-[A-Za-z0-9]{100,200}\b/g),
  secret(
    'teams-webhook',
    'Microsoft Teams webhook',
    '.webhook.office.com',
    /\bhttps:\/\/[\w-]{1,60}\.webhook\.office\.com\/webhookb2\/[0-9a-f-]{36}@[0-9a-f-]{36}\/IncomingWebhook\/[0-9a-f]{32}\/[0-9a-f-]{36}/g,
  ),
  secret('mailersend-key', 'MailerSend key', 'mlsn.', /\bmlsn\.[0-9a-f]{64}\b/g),
  secret('resend-key', 'Resend key', 're_', /\bre_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}\b/g),
  secret('klaviyo-key', 'Klaviyo private key', 'pk_', /\bpk_[0-9a-f]{34}\b/g),
  secret('posthog-key', 'PostHog personal key', 'phx_', /\bphx_[A-Za-z0-9]{43,48}\b/g),
  secret(
    'hubspot-token',
    'HubSpot private app token',
    'pat-',
    /\bpat-(?:na|eu|ap)\d-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
  ),
  secret('typeform-token', 'Typeform token', 'tfp_', /\btfp_[A-Za-z0-9_.=-]{59}(?![A-Za-z0-9_.=-])/g),
  secret('figma-token', 'Figma token', 'figd_', /\bfigd_[A-Za-z0-9_-]{40}(?![A-Za-z0-9_-])/g),
  secret('contentful-token', 'Contentful management token', 'CFPAT-', /\bCFPAT-[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g),
  secret('dropbox-token', 'Dropbox token', 'sl.', /\bsl\.(?:u\.)?[A-Za-z0-9_-]{130,160}(?![A-Za-z0-9_-])/g),
  secret('shippo-token', 'Shippo live token', 'shippo_live_', /\bshippo_live_[0-9a-f]{40}\b/g),
  secret('easypost-key', 'EasyPost key', 'EZAK', /\bEZAK[A-Za-z0-9]{54}\b/g),
  secret(
    'plaid-token',
    'Plaid access token',
    'access-production-',
    /\baccess-production-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g,
  ),
  secret('flutterwave-key', 'Flutterwave secret key', 'FLWSECK-', /\bFLWSECK-[0-9a-f]{32}-[0-9a-z]{11,13}-X\b/g),
  secret('facebook-token', 'Facebook access token', 'EAA', /\bEAA[MC][A-Za-z0-9]{100,}\b/g),
  secret('duffel-token', 'Duffel live token', 'duffel_live_', /\bduffel_live_[A-Za-z0-9_=-]{43}/g),
  secret('frameio-token', 'Frame.io token', 'fio-u-', /\bfio-u-[A-Za-z0-9_=-]{64}/g),
  secret('adobe-secret', 'Adobe client secret', 'p8e-', /\bp8e-[A-Za-z0-9_-]{32}(?![A-Za-z0-9_-])/g),
]
