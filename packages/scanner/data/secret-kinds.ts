import { DEVELOPER_SERVICES } from './secret-kinds/developer-services.ts'
import { hasAllCases, hasCrc32, isKeyMaterial, open, type SecretKind, secret } from './secret-kinds/kind.ts'
import { OTHER_SERVICES } from './secret-kinds/other-services.ts'

export type { SecretKind }

export const SECRET_KINDS: readonly SecretKind[] = [
  // clouds
  secret(
    'aws-access-key',
    'AWS access key id beside its secret key',
    'aws',
    /\bA(?:KIA|SIA)[A-Z2-7]{16}\b[\s\S]{0,200}?(?<![A-Za-z0-9/+])([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/g,
    hasAllCases,
  ),
  secret(
    'gcp-service-account',
    'Google Cloud service account key',
    'service_account',
    /"type"\s*:\s*"service_account"[\s\S]{0,400}?"private_key"\s*:\s*"(-----BEGIN PRIVATE KEY-----[^"]{200,8000})"/g,
  ),
  secret('azure-storage-key', 'Azure storage account key', 'AccountKey=', /\bAccountKey=([A-Za-z0-9+/]{86}==)/g),
  secret(
    'azure-sas',
    'Azure connection string with a shared access key',
    'SharedAccessKey=',
    /\bSharedAccessKey=([A-Za-z0-9+/]{43}=)/g,
  ),
  secret('digitalocean-token', 'DigitalOcean token', '_v1_', /\bdo[opr]_v1_[0-9a-f]{64}\b/g),
  secret('alibaba-access-key', 'Alibaba Cloud access key id', 'LTAI', /\bLTAI[A-Za-z0-9]{20}\b/g),
  secret(
    'cloudinary-url',
    'Cloudinary address with its secret',
    'cloudinary://',
    /\bcloudinary:\/\/\d{12,18}:([A-Za-z0-9_-]{20,40})@[a-z0-9_-]+/g,
  ),
  secret('databricks-token', 'Databricks token', 'dapi', /\bdapi[0-9a-f]{32}(?:-\d)?\b/g),
  // code and packages
  secret('github-token', 'GitHub token', 'gh', /\bgh[pousr]_[A-Za-z0-9]{36}\b/g, (token) => hasCrc32(token, 4)),
  secret(
    'github-fine-grained-token',
    'GitHub fine-grained token',
    'github_pat_',
    /\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b/g,
  ),
  secret('gitlab-token', 'GitLab token', 'gl', /\bgl(?:pat|ptt|dt|rt|cbt|soat|agent|imt)-[A-Za-z0-9_-]{20,}\b/g),
  secret('npm-token', 'npm token', 'npm_', /\bnpm_[A-Za-z0-9]{36}\b/g, (token) => hasCrc32(token, 4)),
  secret('pypi-token', 'PyPI token', 'pypi-', /\bpypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}/g),
  secret('rubygems-token', 'RubyGems key', 'rubygems_', /\brubygems_[0-9a-f]{48}\b/g),
  secret('dockerhub-token', 'Docker Hub token', 'dckr_pat_', /\bdckr_pat_[A-Za-z0-9_-]{27}\b/g),
  secret('atlassian-token', 'Atlassian token', 'ATATT3', /\bATATT3[A-Za-z0-9_=-]{150,}/g),
  secret('postman-key', 'Postman key', 'PMAK-', /\bPMAK-[0-9a-f]{24}-[0-9a-f]{34}\b/g),
  secret('terraform-token', 'Terraform Cloud token', '.atlasv1.', /\b[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{60,}/g),
  secret('hashicorp-vault-token', 'Vault token', 'hvs.', /\bhvs\.[A-Za-z0-9_-]{90,}/g),
  secret('doppler-token', 'Doppler token', 'dp.', /\bdp\.(?:pt|st|ct|sa)\.[A-Za-z0-9]{40,}/g),
  // money
  secret('stripe-secret-key', 'Stripe live key', '_live_', /\b[sr]k_live_[A-Za-z0-9]{24,}\b/g),
  secret('stripe-webhook-secret', 'Stripe webhook secret', 'whsec_', /\bwhsec_[A-Za-z0-9]{32,}\b/g),
  secret('square-secret', 'Square application secret', 'sq0csp-', /\bsq0csp-[A-Za-z0-9_-]{43}\b/g),
  secret('square-token', 'Square access token', 'EAAA', /\bEAAA[A-Za-z0-9_-]{60}\b/g),
  secret('shopify-token', 'Shopify token', 'shp', /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b/g),
  secret(
    'braintree-token',
    'Braintree token',
    'access_token$production$',
    /\baccess_token\$production\$[0-9a-z]{16}\$[0-9a-f]{32}\b/g,
  ),
  // messages
  secret('slack-token', 'Slack token', 'xox', /\bxox[bpars]-\d{10,13}-[A-Za-z0-9-]{20,}\b/g),
  secret(
    'slack-webhook',
    'Slack webhook',
    'hooks.slack.com',
    /\bhttps:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{8,12}\/B[A-Z0-9]{8,12}\/[A-Za-z0-9]{24}\b/g,
  ),
  secret(
    'discord-webhook',
    'Discord webhook',
    '/api/webhooks/',
    /\bhttps:\/\/(?:canary\.|ptb\.)?discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[A-Za-z0-9_-]{60,}/g,
  ),
  secret('telegram-bot-token', 'Telegram bot token', ':AA', /\b\d{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])/g),
  secret('sendgrid-key', 'SendGrid key', 'SG.', /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g),
  secret('mailgun-key', 'Mailgun key', 'key-', /\bkey-[0-9a-f]{32}\b/g),
  secret('mailchimp-key', 'Mailchimp key', '-us', /\b[0-9a-f]{32}-us\d{1,2}\b/g),
  secret('brevo-key', 'Brevo key', 'xkeysib-', /\bxkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}\b/g),
  secret('twilio-key', 'Twilio key beside its account', 'SK', /\bAC[0-9a-f]{32}\b[\s\S]{0,200}?\b(SK[0-9a-f]{32})\b/g),
  // artificial intelligence
  secret(
    'openai-key',
    'OpenAI key',
    'T3BlbkFJ',
    /\bsk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,200}T3BlbkFJ[A-Za-z0-9_-]{20,}/g,
  ),
  secret('anthropic-key', 'Anthropic key', 'sk-ant-', /\bsk-ant-(?:api|admin)\d{2}-[A-Za-z0-9_-]{80,}AA\b/g),
  secret('huggingface-token', 'Hugging Face token', 'hf_', /\bhf_[A-Za-z]{34}\b/g),
  // work
  secret('notion-token', 'Notion token', 'ntn_', /\bntn_\d{11}[A-Za-z0-9]{35}\b/g),
  secret('linear-key', 'Linear key', 'lin_api_', /\blin_api_[A-Za-z0-9]{40}\b/g),
  secret('newrelic-key', 'New Relic user key', 'NRAK-', /\bNRAK-[A-Z0-9]{27}\b/g),
  secret('sentry-token', 'Sentry token', 'sntry', /\bsntry[su]_[A-Za-z0-9_=+/-]{60,}/g),
  secret('grafana-token', 'Grafana service account token', 'glsa_', /\bglsa_[A-Za-z0-9]{32}_[0-9a-f]{8}\b/g),
  secret('airtable-token', 'Airtable token', 'pat', /\bpat[A-Za-z0-9]{14}\.[0-9a-f]{64}\b/g),
  ...DEVELOPER_SERVICES,
  ...OTHER_SERVICES,
  // keys and addresses
  secret(
    'private-key',
    'Private key',
    '-----BEGIN ',
    /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED )?PRIVATE KEY-----([A-Za-z0-9+/=\s\\rn]{100,8000}?)-----END /g,
    isKeyMaterial,
  ),
  secret(
    'age-key',
    'age secret key',
    'AGE-SECRET-KEY-1',
    /\bAGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}\b/g,
  ),
  secret(
    'url-password',
    'Database address with a password',
    '://',
    /\b(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver):\/\/[^\s:@/"'<>]{1,64}:([^\s:@/"'<>]{4,128})@[A-Za-z0-9][\w.-]+/g,
  ),
  secret(
    'address-password',
    'Web address with a user name and a password',
    '@',
    /\bhttps?:\/\/[A-Za-z0-9._%-]{1,64}:([^\s:@/"'<>`\\{}$]{8,128})@[A-Za-z0-9][\w-]*\.[\w.-]+/g,
    (password) => /\d/.test(password) && /[A-Za-z]/.test(password),
  ),
  // made for pages
  open('google-api-key', 'Google API key', 'AIza', /\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/g),
  open('mapbox-token', 'Mapbox token', 'pk.eyJ', /\bpk\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}/g),
]
