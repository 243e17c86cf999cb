// Made by scripts/make-indexes.ts from the folder listing: run `npm run index`, do not edit.
import checksCookiesDomainScope from './cookies/domain-scope.ts'
import checksCookiesHttpOnly from './cookies/http-only.ts'
import checksCookiesJwt from './cookies/jwt.ts'
import checksCookiesLifetime from './cookies/lifetime.ts'
import checksCookiesPrefix from './cookies/prefix.ts'
import checksCookiesRejected from './cookies/rejected.ts'
import checksCookiesSameSite from './cookies/same-site.ts'
import checksCookiesSecure from './cookies/secure.ts'
import checksCookiesSerializedObject from './cookies/serialized-object.ts'
import checksCookiesSessionInUrl from './cookies/session-in-url.ts'
import checksCookiesWeakSessionId from './cookies/weak-session-id.ts'
import checksCspAllowlistBypass from './csp/allowlist-bypass.ts'
import checksCspBaseUri from './csp/base-uri.ts'
import checksCspDeprecated from './csp/deprecated.ts'
import checksCspFormAction from './csp/form-action.ts'
import checksCspMeta from './csp/meta.ts'
import checksCspMissing from './csp/missing.ts'
import checksCspNonceReuse from './csp/nonce-reuse.ts'
import checksCspNonceWeak from './csp/nonce-weak.ts'
import checksCspObjectSrc from './csp/object-src.ts'
import checksCspReportOnly from './csp/report-only.ts'
import checksCspReporting from './csp/reporting.ts'
import checksCspScriptHttp from './csp/script-http.ts'
import checksCspScriptSrc from './csp/script-src.ts'
import checksCspScriptUnsafeEval from './csp/script-unsafe-eval.ts'
import checksCspScriptUnsafeInline from './csp/script-unsafe-inline.ts'
import checksCspScriptWildcard from './csp/script-wildcard.ts'
import checksCspStrictDynamic from './csp/strict-dynamic.ts'
import checksCspStyleUnsafeInline from './csp/style-unsafe-inline.ts'
import checksCspSyntax from './csp/syntax.ts'
import checksCspTrustedTypes from './csp/trusted-types.ts'
import checksTlsCertificateChainOrder from './tls/certificate-chain-order.ts'
import checksTlsCertificateExpired from './tls/certificate-expired.ts'
import checksTlsCertificateHost from './tls/certificate-host.ts'
import checksTlsCertificateKey from './tls/certificate-key.ts'
import checksTlsCertificateNotYetValid from './tls/certificate-not-yet-valid.ts'
import checksTlsCertificateTrust from './tls/certificate-trust.ts'
import checksTransportDowngrade from './transport/downgrade.ts'
import checksTransportHstsOnHttp from './transport/hsts-on-http.ts'
import checksTransportHstsPreload from './transport/hsts-preload.ts'
import checksTransportHstsSubdomains from './transport/hsts-subdomains.ts'
import checksTransportHsts from './transport/hsts.ts'
import checksTransportHttpRedirect from './transport/http-redirect.ts'
import checksTransportHttps from './transport/https.ts'
import checksTransportMethods from './transport/methods.ts'
import checksTransportMixedContent from './transport/mixed-content.ts'
import type { Check } from '../check.ts'

export const checks: readonly Check[] = [
  checksCookiesDomainScope,
  checksCookiesHttpOnly,
  checksCookiesJwt,
  checksCookiesLifetime,
  checksCookiesPrefix,
  checksCookiesRejected,
  checksCookiesSameSite,
  checksCookiesSecure,
  checksCookiesSerializedObject,
  checksCookiesSessionInUrl,
  checksCookiesWeakSessionId,
  checksCspAllowlistBypass,
  checksCspBaseUri,
  checksCspDeprecated,
  checksCspFormAction,
  checksCspMeta,
  checksCspMissing,
  checksCspNonceReuse,
  checksCspNonceWeak,
  checksCspObjectSrc,
  checksCspReportOnly,
  checksCspReporting,
  checksCspScriptHttp,
  checksCspScriptSrc,
  checksCspScriptUnsafeEval,
  checksCspScriptUnsafeInline,
  checksCspScriptWildcard,
  checksCspStrictDynamic,
  checksCspStyleUnsafeInline,
  checksCspSyntax,
  checksCspTrustedTypes,
  checksTlsCertificateChainOrder,
  checksTlsCertificateExpired,
  checksTlsCertificateHost,
  checksTlsCertificateKey,
  checksTlsCertificateNotYetValid,
  checksTlsCertificateTrust,
  checksTransportDowngrade,
  checksTransportHstsOnHttp,
  checksTransportHstsPreload,
  checksTransportHstsSubdomains,
  checksTransportHsts,
  checksTransportHttpRedirect,
  checksTransportHttps,
  checksTransportMethods,
  checksTransportMixedContent,
]
