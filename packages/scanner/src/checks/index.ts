// Made by scripts/make-indexes.ts from the folder listing: run `npm run index`, do not edit.
import checksCspAllowlistBypass from './csp/allowlist-bypass.ts'
import checksCspBaseUri from './csp/base-uri.ts'
import checksCspFormAction from './csp/form-action.ts'
import checksCspMissing from './csp/missing.ts'
import checksCspObjectSrc from './csp/object-src.ts'
import checksCspReportOnly from './csp/report-only.ts'
import checksCspScriptHttp from './csp/script-http.ts'
import checksCspScriptSrc from './csp/script-src.ts'
import checksCspScriptUnsafeEval from './csp/script-unsafe-eval.ts'
import checksCspScriptUnsafeInline from './csp/script-unsafe-inline.ts'
import checksCspScriptWildcard from './csp/script-wildcard.ts'
import checksCspStyleUnsafeInline from './csp/style-unsafe-inline.ts'
import checksTransportHsts from './transport/hsts.ts'
import type { Check } from '../check.ts'

export const checks: readonly Check[] = [
  checksCspAllowlistBypass,
  checksCspBaseUri,
  checksCspFormAction,
  checksCspMissing,
  checksCspObjectSrc,
  checksCspReportOnly,
  checksCspScriptHttp,
  checksCspScriptSrc,
  checksCspScriptUnsafeEval,
  checksCspScriptUnsafeInline,
  checksCspScriptWildcard,
  checksCspStyleUnsafeInline,
  checksTransportHsts,
]
