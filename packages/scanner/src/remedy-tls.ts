import type { Settings } from './check.ts'

/** How each server gets a certificate that renews itself. */
export const renew: Settings = {
  nginx: 'certbot --nginx -d example.com',
  apache: 'certbot --apache -d example.com  (or mod_md: MDomain example.com)',
  iis: 'wacs.exe --source iis --installation iis',
  caddy: 'Name the site by its host: Caddy gets and renews the certificate by itself.',
  cloudflare: 'SSL/TLS, Edge Certificates: Universal SSL renews by itself; check the state of the certificate there.',
}

/** How each server sends the whole chain: its own certificate first, then each issuer, without the root. */
export const sendChain: Settings = {
  nginx: 'ssl_certificate /path/fullchain.pem;',
  apache: 'SSLCertificateFile /path/fullchain.pem',
  iis: 'Import the intermediate into Certificates (Local Computer), Intermediate Certification Authorities.',
  caddy: 'tls /path/fullchain.pem /path/privkey.pem',
}

/** How each server offers TLS 1.2 and 1.3 only, with ephemeral keys and authenticated encryption. */
export const modernTls: Settings = {
  nginx:
    'ssl_protocols TLSv1.2 TLSv1.3;\nssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305;',
  apache:
    'SSLProtocol -all +TLSv1.2 +TLSv1.3\nSSLCipherSuite ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305',
  iis: 'Disable TLS 1.0 and 1.1 below HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols, and order the cipher suites by group policy.',
  caddy: 'tls { protocols tls1.2 tls1.3 }',
  cloudflare: 'SSL/TLS, Edge Certificates: Minimum TLS Version 1.2, TLS 1.3 on.',
}
