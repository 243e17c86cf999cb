// Made by scripts/make-indexes.ts from the folder listing: run `npm run index`, do not edit.
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
import checksTransportHsts from './transport/hsts.ts'
import type { Check } from '../check.ts'

export const checks: readonly Check[] = [
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
  checksTransportHsts,
]
