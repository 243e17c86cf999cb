import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import { SECRET_KINDS } from '../../data/secret-kinds.ts'
import { processorTime } from '../../test/processor-time.ts'
import { findSecrets } from './secrets.ts'

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const RANDOM = 'q3Zt8Kx1Lw0sPb7VnR2yHd5GfJ9mCaTe4UoWi6XvBkQzNpSrYlEcFgMjDhAuIoTb'
const HEX = 'f3a9c4d1e8b75c6a9e0d4b2f7c1a8e5d6b9c2f4e1a7d3c8b5f0e9a6d4c2b1f8e7a5d'
const UPPER = 'Q3ZT8KX1LW0SPB7VNR2YHD5GFJ9MCATE4UOWI6XVBKQZNPSRYLECFGMJDHAUIOTB'
const word = (length: number) => RANDOM.repeat(4).slice(0, length)
const uuid = 'f3a9c4d1-e8b7-4c6a-9e0d-4b2f7c1a8e5d'
const hex = (length: number) => HEX.slice(0, length)

/** With the checksum that GitHub and npm put at the end. */
function summed(prefix: string): string {
  const random = word(30)
  let sum = crc32(random)
  let text = ''
  for (; sum > 0; sum = Math.floor(sum / 62)) text = BASE62[sum % 62] + text
  return prefix + random + text.padStart(6, '0')
}
const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const jwt = (claims: object) => `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${word(43)}`

// Written in pieces, so that secret scanners do not take this file for a leak.
const SAMPLES: Record<string, string> = {
  'aws-access-key': `AWS_ACCESS_KEY_ID=AKIA${'QZ7X3M5K2WVB4TYN'}\nAWS_SECRET_ACCESS_KEY=${word(40)}`,
  'gcp-service-account': `{"type": "service_account", "project_id": "p", "private_key": "${rsa.replaceAll('\n', '\\n')}"}`,
  'azure-storage-key': `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${word(86)}==`,
  'azure-sas': `Endpoint=sb://a.servicebus.windows.net/;SharedAccessKey=${word(43)}=`,
  'digitalocean-token': `dop_v1_${hex(64)}`,
  'alibaba-access-key': `LTAI${word(20)}`,
  'cloudinary-url': `cloudinary://874837483274837:${word(27)}@mycloud`,
  'databricks-token': `dapi${hex(32)}`,
  'github-token': summed('ghp_'),
  'github-fine-grained-token': `github_pat_${word(22)}_${word(59)}`,
  'gitlab-token': `glpat-${word(20)}`,
  'npm-token': summed('npm_'),
  'pypi-token': `pypi-AgEIcHlwaS5vcmc${word(80)}`,
  'rubygems-token': `rubygems_${hex(48)}`,
  'dockerhub-token': `dckr_pat_${word(27)}`,
  'atlassian-token': `ATATT3${word(180)}`,
  'postman-key': `PMAK-${hex(24)}-${hex(34)}`,
  'terraform-token': `${word(14)}.atlasv1.${word(64)}`,
  'hashicorp-vault-token': `hvs.${word(95)}`,
  'doppler-token': `dp.pt.${word(43)}`,
  'stripe-secret-key': `sk_live_${word(24)}`,
  'stripe-webhook-secret': `whsec_${word(32)}`,
  'square-secret': `sq0csp-${word(43)}`,
  'square-token': `EAAA${word(60)}`,
  'shopify-token': `shpat_${hex(32)}`,
  'braintree-token': `access_token$production$${hex(16)}$${hex(32)}`,
  'slack-token': `xoxb-123456789012-${word(24)}`.replace('123456789012', '174829301746'),
  'slack-webhook': `https://hooks.slack.com/services/T${UPPER.slice(0, 9)}/B${UPPER.slice(9, 18)}/${word(24)}`,
  'discord-webhook': `https://discord.com/api/webhooks/837465019283746501/${word(68)}`,
  'telegram-bot-token': `837465019:AA${word(33)}`,
  'sendgrid-key': `SG.${word(22)}.${word(43)}`,
  'mailgun-key': `key-${hex(32)}`,
  'mailchimp-key': `${hex(32)}-us14`,
  'brevo-key': `xkeysib-${hex(64)}-${word(16)}`,
  'twilio-key': `AC${hex(32)} with SK${HEX.slice(20, 52)}`,
  'openai-key': `sk-proj-${word(40)}T3BlbkFJ${word(40)}`,
  'anthropic-key': `sk-ant-api03-${word(93)}AA`,
  'huggingface-token': `hf_${RANDOM.replace(/\d/g, '').slice(0, 34)}`,
  'notion-token': `ntn_${'48273910564'}${word(35)}`,
  'linear-key': `lin_api_${word(40)}`,
  'newrelic-key': `NRAK-${UPPER.slice(0, 27)}`,
  'sentry-token': `sntrys_${word(70)}`,
  'grafana-token': `glsa_${word(32)}_${hex(8)}`,
  'airtable-token': `pat${word(14)}.${hex(64)}`,
  'google-oauth-secret': `GOCSPX-${word(28)}`,
  'google-access-token': `ya29.${word(80)}`,
  'firebase-server-key': `AAAA${word(7)}:APA91b${word(134)}`,
  'aws-mws-token': `amzn.mws.${uuid}`,
  'aws-bedrock-key': `ABSK${word(128)}`,
  'azure-client-secret': `${word(3)}8Q~${word(34)}`,
  'cloudflare-origin-key': `v1.0-${hex(24)}-${HEX.repeat(3).slice(0, 146)}`,
  'heroku-key': `HRKU-AA${word(58)}`,
  'flyio-token': `fm2_lJPE${word(120)}`,
  'netlify-token': `nfp_${word(36)}`,
  'pulumi-token': `pul-${hex(40)}`,
  'planetscale-token': `pscale_tkn_${word(43)}`,
  'supabase-token': `sbp_${hex(40)}`,
  'tailscale-key': `tskey-auth-${word(12)}-${word(32)}`,
  'onepassword-token': `ops_eyJ${word(256)}`,
  'dynatrace-token': `dt0c01.${UPPER.slice(0, 24)}.${UPPER.slice(0, 64)}`,
  'sonar-token': `sqp_${hex(40)}`,
  'artifactory-token': `AKCp${word(69)}`,
  'nuget-key': `oy2${word(43).toLowerCase()}`,
  'crates-token': `cio${word(32)}`,
  'clojars-token': `CLOJARS_${word(60).toLowerCase()}`,
  'buildkite-token': `bkua_${hex(40)}`,
  'circleci-token': `CCIPAT_${word(22)}_${hex(40)}`,
  'scalingo-token': `tk-us-${word(48)}`,
  'readme-key': `rdme_${word(70).toLowerCase()}`,
  'prefect-key': `pnu_${word(36)}`,
  'groq-key': `gsk_${word(52)}`,
  'xai-key': `xai-${word(80)}`,
  'perplexity-key': `pplx-${word(48)}`,
  'replicate-token': `r8_${word(37)}`,
  'openrouter-key': `sk-or-v1-${hex(64)}`,
  'langsmith-key': `lsv2_pt_${hex(32)}_${hex(10)}`,
  'pinecone-key': `pcsk_${word(6)}_${word(62)}`,
  'discord-bot-token': `${Buffer.from('837465019283746501').toString('base64url')}.${word(6)}.${word(38)}`,
  'slack-app-token': `xapp-1-${UPPER.slice(0, 11)}-1748293017465-${hex(64)}`,
  'slack-config-token': `xoxe.xoxp-1-${word(150)}`,
  'teams-webhook': `https://shop.webhook.office.com/webhookb2/${uuid}@${uuid}/IncomingWebhook/${hex(32)}/${uuid}`,
  'mailersend-key': `mlsn.${hex(64)}`,
  'resend-key': `re_${word(8)}_${word(24)}`,
  'klaviyo-key': `pk_${hex(34)}`,
  'posthog-key': `phx_${word(43)}`,
  'hubspot-token': `pat-na1-${uuid}`,
  'typeform-token': `tfp_${word(59)}`,
  'figma-token': `figd_${word(40)}`,
  'contentful-token': `CFPAT-${word(43)}`,
  'dropbox-token': `sl.${word(140)}`,
  'shippo-token': `shippo_live_${hex(40)}`,
  'easypost-key': `EZAK${word(54)}`,
  'plaid-token': `access-production-${uuid}`,
  'flutterwave-key': `FLWSECK-${hex(32)}-${hex(12)}-X`,
  'facebook-token': `EAAC${word(150)}`,
  'duffel-token': `duffel_live_${word(43)}`,
  'frameio-token': `fio-u-${word(64)}`,
  'adobe-secret': `p8e-${word(32)}`,
  'address-password': 'https://deploy:Vr7kq2LmZx9@ci.site.test/job',
  'private-key': rsa,
  'age-key': `AGE-SECRET-KEY-1${'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'.repeat(2).slice(0, 58)}`,
  'url-password': 'postgres://shop:Vr7!kq2Lm@db7.site.test:5432/shop',
  'google-api-key': `AIza${word(35)}`,
  'mapbox-token': `pk.eyJ${word(40)}.${word(22)}`,
}

for (const { id } of SECRET_KINDS) {
  test(`finds ${id}`, () => {
    const found = findSecrets(`<script>const key = "${SAMPLES[id]}"</script>`)
    assert.ok(
      found.some(({ kind }) => kind.id === id),
      `not in ${JSON.stringify(found)}`,
    )
    for (const { masked } of found) assert.ok(!SAMPLES[id]!.includes(masked), 'the secret is masked')
  })
}

test('tells the service role of Supabase from the key for pages', () => {
  assert.equal(findSecrets(jwt({ role: 'service_role' }))[0]?.kind.id, 'supabase-service-role')
  assert.deepEqual(findSecrets(jwt({ role: 'anon' })), [])
})

const SILENT: [name: string, text: string][] = [
  ['the AWS example', 'AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
  ['an AWS key id alone, which is no secret', 'AKIAQZ7X3M5K2WVB4TYN'],
  ['a GitHub token with a wrong checksum', `ghp_${'a1B2'.repeat(9)}`],
  ['a Stripe test key', `sk_test_${word(24)}`],
  ['a Stripe publishable key', `pk_live_${word(24)}`],
  ['a key of PostHog for pages', `phc_${word(43)}`],
  [
    'a Firebase configuration',
    '{ authDomain: "shop.firebaseapp.com", projectId: "shop", appId: "1:837465019283:web:ab12" }',
  ],
  ['a Paddle client token and a Clerk key for pages', `live_${hex(27)} pk_live_${word(40)}`],
  ['an Algolia search key', `algoliasearch("ABC123", "${hex(32)}")`],
  ['a reCAPTCHA site key', `6Lc${word(37)}`],
  ['a Sentry address for pages', `https://${hex(32)}@o123.ingest.sentry.io/456`],
  ['an address with a user but no secret', 'https://user:password@example.com/ and ftp://anonymous:guest@host'],
  ['an address in a template', `https://\${user}:\${pass}@host.test/ https://{{user}}:{{password1}}@host.test/`],
  ['minified code', 'var a=b.Nx9q.c3d;M.prototype.toJSON.call(this);re_render_abcdefgh_1234567890;'],
  ['a commit and its hash', `commit ${hex(40)} sha256:${hex(64)}`],
  ['a class name like a token', '<div class="pat-na1-card sl.item oy2 cio gsk_button hf_header">'],
  ['an integrity value', `integrity="sha384-${word(64)}"`],
  ['stars', 'sk_live_************************'],
  ['one letter', `glpat-${'x'.repeat(20)}`],
  ['a key block without a key', `-----BEGIN PRIVATE KEY-----\n${'MIIabc...\n'.repeat(20)}-----END PRIVATE KEY-----`],
  ['words between the lines', `-----BEGIN PRIVATE KEY-----\n${'yourkeyhere '.repeat(20)}\n-----END PRIVATE KEY-----`],
  ['a public key', pem.replaceAll('PRIVATE', 'PUBLIC')],
  [
    'an address with placeholders',
    'postgres://user:password@host:5432/db and mysql://root:%DB_PASSWORD%@db.site.test/x',
  ],
  ['a local address', 'redis://default:Vr7kq2Lm@localhost:6379'],
  [
    'an ordinary page',
    `<p>key-value stores, mailing lists in us14, and pat answers</p><img src="data:image/png;base64,${word(200)}">`,
  ],
  ['a long Base64 text with a prefix in it', `data:font/woff2;base64,${`${word(50)}EAAA`.repeat(3)}`],
]
for (const [name, text] of SILENT) test(`is silent on ${name}`, () => assert.deepEqual(findSecrets(text), []))

test('there are at least sixty kinds, each with a name of its own', () => {
  assert.ok(SECRET_KINDS.length >= 60, `${SECRET_KINDS.length} kinds`)
  assert.equal(new Set(SECRET_KINDS.map(({ id }) => id)).size, SECRET_KINDS.length)
})

test('a large script costs little', () => {
  const text = `function a(){return b.c("${word(60)}")}\n`.repeat(20_000)
  const took = processorTime(() => assert.deepEqual(findSecrets(text), []))
  assert.ok(took < 5_000, `${took} ms`)
})
