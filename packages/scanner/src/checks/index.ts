// Made by scripts/make-indexes.ts from the folder listing: run `npm run index`, do not edit.
import checksContentCloudStorageFile from './content/cloud-storage-file.ts'
import checksContentCloudStorage from './content/cloud-storage.ts'
import checksContentCommentSecrets from './content/comment-secrets.ts'
import checksContentCompromisedCdn from './content/compromised-cdn.ts'
import checksContentCsrfToken from './content/csrf-token.ts'
import checksContentDirectoryListing from './content/directory-listing.ts'
import checksContentDomXssFile from './content/dom-xss-file.ts'
import checksContentDomXss from './content/dom-xss.ts'
import checksContentErrorBanner from './content/error-banner.ts'
import checksContentErrorMessage from './content/error-message.ts'
import checksContentErrorPage from './content/error-page.ts'
import checksContentFormForeign from './content/form-foreign.ts'
import checksContentIframeSandbox from './content/iframe-sandbox.ts'
import checksContentInlineHandler from './content/inline-handler.ts'
import checksContentJsfViewstate from './content/jsf-viewstate.ts'
import checksContentJsonp from './content/jsonp.ts'
import checksContentMailAddress from './content/mail-address.ts'
import checksContentMessageOriginFile from './content/message-origin-file.ts'
import checksContentMessageOrigin from './content/message-origin.ts'
import checksContentOpenRedirectParameter from './content/open-redirect-parameter.ts'
import checksContentPasswordField from './content/password-field.ts'
import checksContentPasswordHash from './content/password-hash.ts'
import checksContentPasswordOverHttp from './content/password-over-http.ts'
import checksContentPathDisclosure from './content/path-disclosure.ts'
import checksContentPersonalData from './content/personal-data.ts'
import checksContentPrivateAddress from './content/private-address.ts'
import checksContentRedirectBody from './content/redirect-body.ts'
import checksContentReflectedParameter from './content/reflected-parameter.ts'
import checksContentScriptSecrets from './content/script-secrets.ts'
import checksContentSecrets from './content/secrets.ts'
import checksContentSecurityTxt from './content/security-txt.ts'
import checksContentSensitiveUrl from './content/sensitive-url.ts'
import checksContentSerializedField from './content/serialized-field.ts'
import checksContentServiceWorker from './content/service-worker.ts'
import checksContentSourceCode from './content/source-code.ts'
import checksContentSourceMap from './content/source-map.ts'
import checksContentSriBroken from './content/sri-broken.ts'
import checksContentSri from './content/sri.ts'
import checksContentTargetBlank from './content/target-blank.ts'
import checksContentViewstate from './content/viewstate.ts'
import checksCookiesDomainScope from './cookies/domain-scope.ts'
import checksCookiesHttpOnly from './cookies/http-only.ts'
import checksCookiesJwt from './cookies/jwt.ts'
import checksCookiesLifetime from './cookies/lifetime.ts'
import checksCookiesPredictableSessionId from './cookies/predictable-session-id.ts'
import checksCookiesPrefix from './cookies/prefix.ts'
import checksCookiesRejected from './cookies/rejected.ts'
import checksCookiesSameSite from './cookies/same-site.ts'
import checksCookiesSecure from './cookies/secure.ts'
import checksCookiesSerializedObject from './cookies/serialized-object.ts'
import checksCookiesSessionInUrl from './cookies/session-in-url.ts'
import checksCookiesWeakSessionId from './cookies/weak-session-id.ts'
import checksCorsAnyOrigin from './cors/any-origin.ts'
import checksCorsClientAccessPolicy from './cors/client-access-policy.ts'
import checksCorsCrossdomainXml from './cors/crossdomain-xml.ts'
import checksCorsInvalid from './cors/invalid.ts'
import checksCorsNullOrigin from './cors/null-origin.ts'
import checksCorsOriginMatch from './cors/origin-match.ts'
import checksCorsRelatedOrigin from './cors/related-origin.ts'
import checksCorsVary from './cors/vary.ts'
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
import checksDnsBimi from './dns/bimi.ts'
import checksDnsCaa from './dns/caa.ts'
import checksDnsCertificateNames from './dns/certificate-names.ts'
import checksDnsDaneWeb from './dns/dane-web.ts'
import checksDnsDane from './dns/dane.ts'
import checksDnsDanglingCname from './dns/dangling-cname.ts'
import checksDnsDanglingRecord from './dns/dangling-record.ts'
import checksDnsDanglingSubdomain from './dns/dangling-subdomain.ts'
import checksDnsDkimKey from './dns/dkim-key.ts'
import checksDnsDkimTestMode from './dns/dkim-test-mode.ts'
import checksDnsDmarcCoverage from './dns/dmarc-coverage.ts'
import checksDnsDmarcReceivers from './dns/dmarc-receivers.ts'
import checksDnsDmarcReports from './dns/dmarc-reports.ts'
import checksDnsDmarc from './dns/dmarc.ts'
import checksDnsDnssecAlgorithm from './dns/dnssec-algorithm.ts'
import checksDnsDnssecDenial from './dns/dnssec-denial.ts'
import checksDnsDnssec from './dns/dnssec.ts'
import checksDnsDomainExpiry from './dns/domain-expiry.ts'
import checksDnsHttpsRecord from './dns/https-record.ts'
import checksDnsIpv6 from './dns/ipv6.ts'
import checksDnsMtaStsPolicy from './dns/mta-sts-policy.ts'
import checksDnsMtaSts from './dns/mta-sts.ts'
import checksDnsMxInvalid from './dns/mx-invalid.ts'
import checksDnsNameserverCount from './dns/nameserver-count.ts'
import checksDnsNameserverLame from './dns/nameserver-lame.ts'
import checksDnsNameserverPrivate from './dns/nameserver-private.ts'
import checksDnsNameserverUnresolvable from './dns/nameserver-unresolvable.ts'
import checksDnsOpenRecursion from './dns/open-recursion.ts'
import checksDnsSoaSerial from './dns/soa-serial.ts'
import checksDnsSoaValues from './dns/soa-values.ts'
import checksDnsSpfLookups from './dns/spf-lookups.ts'
import checksDnsSpfMissing from './dns/spf-missing.ts'
import checksDnsSpfMultiple from './dns/spf-multiple.ts'
import checksDnsSpfPolicy from './dns/spf-policy.ts'
import checksDnsSpfSyntax from './dns/spf-syntax.ts'
import checksDnsSubdomainTakeover from './dns/subdomain-takeover.ts'
import checksDnsTlsRpt from './dns/tls-rpt.ts'
import checksDnsWildcard from './dns/wildcard.ts'
import checksDnsZoneTransfer from './dns/zone-transfer.ts'
import checksExposureApiDescription from './exposure/api-description.ts'
import checksExposureAppConfig from './exposure/app-config.ts'
import checksExposureAppsettings from './exposure/appsettings.ts'
import checksExposureBackupArchive from './exposure/backup-archive.ts'
import checksExposureBackupFolder from './exposure/backup-folder.ts'
import checksExposureBackupSource from './exposure/backup-source.ts'
import checksExposureBazaar from './exposure/bazaar.ts'
import checksExposureCiConfig from './exposure/ci-config.ts'
import checksExposureCredentials from './exposure/credentials.ts'
import checksExposureCvs from './exposure/cvs.ts'
import checksExposureDatabaseConsole from './exposure/database-console.ts'
import checksExposureDatabaseFile from './exposure/database-file.ts'
import checksExposureDefaultPage from './exposure/default-page.ts'
import checksExposureDeploymentFile from './exposure/deployment-file.ts'
import checksExposureDockerCompose from './exposure/docker-compose.ts'
import checksExposureDockerfile from './exposure/dockerfile.ts'
import checksExposureDsStore from './exposure/ds-store.ts'
import checksExposureEditorConfig from './exposure/editor-config.ts'
import checksExposureElmah from './exposure/elmah.ts'
import checksExposureEnvFile from './exposure/env-file.ts'
import checksExposureGit from './exposure/git.ts'
import checksExposureGoDebug from './exposure/go-debug.ts'
import checksExposureGraphqlConsole from './exposure/graphql-console.ts'
import checksExposureGraphqlIntrospection from './exposure/graphql-introspection.ts'
import checksExposureHg from './exposure/hg.ts'
import checksExposureHtaccess from './exposure/htaccess.ts'
import checksExposureHtpasswd from './exposure/htpasswd.ts'
import checksExposureInstallWizard from './exposure/install-wizard.ts'
import checksExposureKeyStore from './exposure/key-store.ts'
import checksExposureKubeconfig from './exposure/kubeconfig.ts'
import checksExposureLaravelDebug from './exposure/laravel-debug.ts'
import checksExposureLogFile from './exposure/log-file.ts'
import checksExposureMagentoConfig from './exposure/magento-config.ts'
import checksExposureManifests from './exposure/manifests.ts'
import checksExposureMemoryDump from './exposure/memory-dump.ts'
import checksExposureMetrics from './exposure/metrics.ts'
import checksExposureNginxStatus from './exposure/nginx-status.ts'
import checksExposureOpenBucket from './exposure/open-bucket.ts'
import checksExposureOpenService from './exposure/open-service.ts'
import checksExposurePageCopy from './exposure/page-copy.ts'
import checksExposurePanel from './exposure/panel.ts'
import checksExposurePhpConfig from './exposure/php-config.ts'
import checksExposurePhpFpmStatus from './exposure/php-fpm-status.ts'
import checksExposurePhpinfo from './exposure/phpinfo.ts'
import checksExposurePrivateKey from './exposure/private-key.ts'
import checksExposureRailsConfig from './exposure/rails-config.ts'
import checksExposureRailsInfo from './exposure/rails-info.ts'
import checksExposureServerConfig from './exposure/server-config.ts'
import checksExposureServerInfo from './exposure/server-info.ts'
import checksExposureServerStatus from './exposure/server-status.ts'
import checksExposureShellHistory from './exposure/shell-history.ts'
import checksExposureSpringActuator from './exposure/spring-actuator.ts'
import checksExposureSpringConfig from './exposure/spring-config.ts'
import checksExposureSqlDump from './exposure/sql-dump.ts'
import checksExposureSshFiles from './exposure/ssh-files.ts'
import checksExposureSvn from './exposure/svn.ts'
import checksExposureSymfonyProfiler from './exposure/symfony-profiler.ts'
import checksExposureTerraformState from './exposure/terraform-state.ts'
import checksExposureTraceAxd from './exposure/trace-axd.ts'
import checksExposureWebConfig from './exposure/web-config.ts'
import checksExposureWebInf from './exposure/web-inf.ts'
import checksExposureWpConfig from './exposure/wp-config.ts'
import checksHeadersAspnetVersion from './headers/aspnet-version.ts'
import checksHeadersBackendServer from './headers/backend-server.ts'
import checksHeadersCacheControl from './headers/cache-control.ts'
import checksHeadersCharsetConflict from './headers/charset-conflict.ts'
import checksHeadersClearSiteData from './headers/clear-site-data.ts'
import checksHeadersCoep from './headers/coep.ts'
import checksHeadersContentType from './headers/content-type.ts'
import checksHeadersCoop from './headers/coop.ts'
import checksHeadersCorp from './headers/corp.ts'
import checksHeadersDebug from './headers/debug.ts'
import checksHeadersDevelopmentServer from './headers/development-server.ts'
import checksHeadersDuplicate from './headers/duplicate.ts'
import checksHeadersExpectCt from './headers/expect-ct.ts'
import checksHeadersGenerator from './headers/generator.ts'
import checksHeadersPermissionsPolicy from './headers/permissions-policy.ts'
import checksHeadersPrivateAddress from './headers/private-address.ts'
import checksHeadersPublicKeyPins from './headers/public-key-pins.ts'
import checksHeadersReferrerPolicy from './headers/referrer-policy.ts'
import checksHeadersReporting from './headers/reporting.ts'
import checksHeadersServerVersion from './headers/server-version.ts'
import checksHeadersXContentTypeOptions from './headers/x-content-type-options.ts'
import checksHeadersXFrameOptions from './headers/x-frame-options.ts'
import checksHeadersXPoweredBy from './headers/x-powered-by.ts'
import checksHeadersXXssProtection from './headers/x-xss-protection.ts'
import checksSoftwareCmsRegistration from './software/cms-registration.ts'
import checksSoftwareCmsVersionFile from './software/cms-version-file.ts'
import checksSoftwareEndOfLife from './software/end-of-life.ts'
import checksSoftwareOutdated from './software/outdated.ts'
import checksSoftwareVulnerableCms from './software/vulnerable-cms.ts'
import checksSoftwareVulnerableLibrary from './software/vulnerable-library.ts'
import checksSoftwareVulnerablePlugin from './software/vulnerable-plugin.ts'
import checksSoftwareVulnerableServer from './software/vulnerable-server.ts'
import checksSoftwareWordpressUsers from './software/wordpress-users.ts'
import checksSoftwareWordpressXmlrpc from './software/wordpress-xmlrpc.ts'
import checksThreatBlocklist from './threat/blocklist.ts'
import checksThreatC2Panel from './threat/c2-panel.ts'
import checksThreatCloaking from './threat/cloaking.ts'
import checksThreatCryptominerFile from './threat/cryptominer-file.ts'
import checksThreatCryptominer from './threat/cryptominer.ts'
import checksThreatDefacement from './threat/defacement.ts'
import checksThreatHiddenFrame from './threat/hidden-frame.ts'
import checksThreatHiddenLoaderFile from './threat/hidden-loader-file.ts'
import checksThreatHiddenLoader from './threat/hidden-loader.ts'
import checksThreatInjectedScript from './threat/injected-script.ts'
import checksThreatKnownFile from './threat/known-file.ts'
import checksThreatListedAddress from './threat/listed-address.ts'
import checksThreatNewScriptHost from './threat/new-script-host.ts'
import checksThreatPhishingKit from './threat/phishing-kit.ts'
import checksThreatSeoSpam from './threat/seo-spam.ts'
import checksThreatSkimmerFile from './threat/skimmer-file.ts'
import checksThreatSkimmer from './threat/skimmer.ts'
import checksThreatWebShellPath from './threat/web-shell-path.ts'
import checksThreatWebShell from './threat/web-shell.ts'
import checksTlsAlpn from './tls/alpn.ts'
import checksTlsBeast from './tls/beast.ts'
import checksTlsBreach from './tls/breach.ts'
import checksTlsCcsInjection from './tls/ccs-injection.ts'
import checksTlsCertificateChainOrder from './tls/certificate-chain-order.ts'
import checksTlsCertificateDistrusted from './tls/certificate-distrusted.ts'
import checksTlsCertificateExpired from './tls/certificate-expired.ts'
import checksTlsCertificateExpiring from './tls/certificate-expiring.ts'
import checksTlsCertificateHost from './tls/certificate-host.ts'
import checksTlsCertificateKey from './tls/certificate-key.ts'
import checksTlsCertificateKnownKey from './tls/certificate-known-key.ts'
import checksTlsCertificateLifetime from './tls/certificate-lifetime.ts'
import checksTlsCertificateNotYetValid from './tls/certificate-not-yet-valid.ts'
import checksTlsCertificateRevoked from './tls/certificate-revoked.ts'
import checksTlsCertificateRoca from './tls/certificate-roca.ts'
import checksTlsCertificateSignature from './tls/certificate-signature.ts'
import checksTlsCertificateTransparency from './tls/certificate-transparency.ts'
import checksTlsCertificateTrust from './tls/certificate-trust.ts'
import checksTlsCertificateWildcard from './tls/certificate-wildcard.ts'
import checksTlsCipherOrder from './tls/cipher-order.ts'
import checksTlsCipherWeak from './tls/cipher-weak.ts'
import checksTlsCrime from './tls/crime.ts'
import checksTlsCurvesWeak from './tls/curves-weak.ts'
import checksTlsDhParameters from './tls/dh-parameters.ts'
import checksTlsEarlyData from './tls/early-data.ts'
import checksTlsFallbackScsv from './tls/fallback-scsv.ts'
import checksTlsForwardSecrecy from './tls/forward-secrecy.ts'
import checksTlsHeartbeat from './tls/heartbeat.ts'
import checksTlsHeartbleed from './tls/heartbleed.ts'
import checksTlsIntolerance from './tls/intolerance.ts'
import checksTlsLucky13 from './tls/lucky13.ts'
import checksTlsMasterSecret from './tls/master-secret.ts'
import checksTlsMustStapleWithoutStaple from './tls/must-staple-without-staple.ts'
import checksTlsOcspStapling from './tls/ocsp-stapling.ts'
import checksTlsPoodleTls from './tls/poodle-tls.ts'
import checksTlsProtocolLegacy from './tls/protocol-legacy.ts'
import checksTlsProtocolModern from './tls/protocol-modern.ts'
import checksTlsProtocolSsl2 from './tls/protocol-ssl2.ts'
import checksTlsProtocolSsl3 from './tls/protocol-ssl3.ts'
import checksTlsRaccoon from './tls/raccoon.ts'
import checksTlsRenegotiation from './tls/renegotiation.ts'
import checksTlsRobot from './tls/robot.ts'
import checksTlsServerName from './tls/server-name.ts'
import checksTlsSessionTickets from './tls/session-tickets.ts'
import checksTlsTicketbleed from './tls/ticketbleed.ts'
import checksTransportBasicAuth from './transport/basic-auth.ts'
import checksTransportDowngrade from './transport/downgrade.ts'
import checksTransportHstsOnHttp from './transport/hsts-on-http.ts'
import checksTransportHstsPreload from './transport/hsts-preload.ts'
import checksTransportHstsSubdomains from './transport/hsts-subdomains.ts'
import checksTransportHsts from './transport/hsts.ts'
import checksTransportHttpRedirect from './transport/http-redirect.ts'
import checksTransportHttpVersions from './transport/http-versions.ts'
import checksTransportHttps from './transport/https.ts'
import checksTransportMethods from './transport/methods.ts'
import checksTransportMixedContent from './transport/mixed-content.ts'
import type { Check } from '../check.ts'

export const checks: readonly Check[] = [
  checksContentCloudStorageFile,
  checksContentCloudStorage,
  checksContentCommentSecrets,
  checksContentCompromisedCdn,
  checksContentCsrfToken,
  checksContentDirectoryListing,
  checksContentDomXssFile,
  checksContentDomXss,
  checksContentErrorBanner,
  checksContentErrorMessage,
  checksContentErrorPage,
  checksContentFormForeign,
  checksContentIframeSandbox,
  checksContentInlineHandler,
  checksContentJsfViewstate,
  checksContentJsonp,
  checksContentMailAddress,
  checksContentMessageOriginFile,
  checksContentMessageOrigin,
  checksContentOpenRedirectParameter,
  checksContentPasswordField,
  checksContentPasswordHash,
  checksContentPasswordOverHttp,
  checksContentPathDisclosure,
  checksContentPersonalData,
  checksContentPrivateAddress,
  checksContentRedirectBody,
  checksContentReflectedParameter,
  checksContentScriptSecrets,
  checksContentSecrets,
  checksContentSecurityTxt,
  checksContentSensitiveUrl,
  checksContentSerializedField,
  checksContentServiceWorker,
  checksContentSourceCode,
  checksContentSourceMap,
  checksContentSriBroken,
  checksContentSri,
  checksContentTargetBlank,
  checksContentViewstate,
  checksCookiesDomainScope,
  checksCookiesHttpOnly,
  checksCookiesJwt,
  checksCookiesLifetime,
  checksCookiesPredictableSessionId,
  checksCookiesPrefix,
  checksCookiesRejected,
  checksCookiesSameSite,
  checksCookiesSecure,
  checksCookiesSerializedObject,
  checksCookiesSessionInUrl,
  checksCookiesWeakSessionId,
  checksCorsAnyOrigin,
  checksCorsClientAccessPolicy,
  checksCorsCrossdomainXml,
  checksCorsInvalid,
  checksCorsNullOrigin,
  checksCorsOriginMatch,
  checksCorsRelatedOrigin,
  checksCorsVary,
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
  checksDnsBimi,
  checksDnsCaa,
  checksDnsCertificateNames,
  checksDnsDaneWeb,
  checksDnsDane,
  checksDnsDanglingCname,
  checksDnsDanglingRecord,
  checksDnsDanglingSubdomain,
  checksDnsDkimKey,
  checksDnsDkimTestMode,
  checksDnsDmarcCoverage,
  checksDnsDmarcReceivers,
  checksDnsDmarcReports,
  checksDnsDmarc,
  checksDnsDnssecAlgorithm,
  checksDnsDnssecDenial,
  checksDnsDnssec,
  checksDnsDomainExpiry,
  checksDnsHttpsRecord,
  checksDnsIpv6,
  checksDnsMtaStsPolicy,
  checksDnsMtaSts,
  checksDnsMxInvalid,
  checksDnsNameserverCount,
  checksDnsNameserverLame,
  checksDnsNameserverPrivate,
  checksDnsNameserverUnresolvable,
  checksDnsOpenRecursion,
  checksDnsSoaSerial,
  checksDnsSoaValues,
  checksDnsSpfLookups,
  checksDnsSpfMissing,
  checksDnsSpfMultiple,
  checksDnsSpfPolicy,
  checksDnsSpfSyntax,
  checksDnsSubdomainTakeover,
  checksDnsTlsRpt,
  checksDnsWildcard,
  checksDnsZoneTransfer,
  checksExposureApiDescription,
  checksExposureAppConfig,
  checksExposureAppsettings,
  checksExposureBackupArchive,
  checksExposureBackupFolder,
  checksExposureBackupSource,
  checksExposureBazaar,
  checksExposureCiConfig,
  checksExposureCredentials,
  checksExposureCvs,
  checksExposureDatabaseConsole,
  checksExposureDatabaseFile,
  checksExposureDefaultPage,
  checksExposureDeploymentFile,
  checksExposureDockerCompose,
  checksExposureDockerfile,
  checksExposureDsStore,
  checksExposureEditorConfig,
  checksExposureElmah,
  checksExposureEnvFile,
  checksExposureGit,
  checksExposureGoDebug,
  checksExposureGraphqlConsole,
  checksExposureGraphqlIntrospection,
  checksExposureHg,
  checksExposureHtaccess,
  checksExposureHtpasswd,
  checksExposureInstallWizard,
  checksExposureKeyStore,
  checksExposureKubeconfig,
  checksExposureLaravelDebug,
  checksExposureLogFile,
  checksExposureMagentoConfig,
  checksExposureManifests,
  checksExposureMemoryDump,
  checksExposureMetrics,
  checksExposureNginxStatus,
  checksExposureOpenBucket,
  checksExposureOpenService,
  checksExposurePageCopy,
  checksExposurePanel,
  checksExposurePhpConfig,
  checksExposurePhpFpmStatus,
  checksExposurePhpinfo,
  checksExposurePrivateKey,
  checksExposureRailsConfig,
  checksExposureRailsInfo,
  checksExposureServerConfig,
  checksExposureServerInfo,
  checksExposureServerStatus,
  checksExposureShellHistory,
  checksExposureSpringActuator,
  checksExposureSpringConfig,
  checksExposureSqlDump,
  checksExposureSshFiles,
  checksExposureSvn,
  checksExposureSymfonyProfiler,
  checksExposureTerraformState,
  checksExposureTraceAxd,
  checksExposureWebConfig,
  checksExposureWebInf,
  checksExposureWpConfig,
  checksHeadersAspnetVersion,
  checksHeadersBackendServer,
  checksHeadersCacheControl,
  checksHeadersCharsetConflict,
  checksHeadersClearSiteData,
  checksHeadersCoep,
  checksHeadersContentType,
  checksHeadersCoop,
  checksHeadersCorp,
  checksHeadersDebug,
  checksHeadersDevelopmentServer,
  checksHeadersDuplicate,
  checksHeadersExpectCt,
  checksHeadersGenerator,
  checksHeadersPermissionsPolicy,
  checksHeadersPrivateAddress,
  checksHeadersPublicKeyPins,
  checksHeadersReferrerPolicy,
  checksHeadersReporting,
  checksHeadersServerVersion,
  checksHeadersXContentTypeOptions,
  checksHeadersXFrameOptions,
  checksHeadersXPoweredBy,
  checksHeadersXXssProtection,
  checksSoftwareCmsRegistration,
  checksSoftwareCmsVersionFile,
  checksSoftwareEndOfLife,
  checksSoftwareOutdated,
  checksSoftwareVulnerableCms,
  checksSoftwareVulnerableLibrary,
  checksSoftwareVulnerablePlugin,
  checksSoftwareVulnerableServer,
  checksSoftwareWordpressUsers,
  checksSoftwareWordpressXmlrpc,
  checksThreatBlocklist,
  checksThreatC2Panel,
  checksThreatCloaking,
  checksThreatCryptominerFile,
  checksThreatCryptominer,
  checksThreatDefacement,
  checksThreatHiddenFrame,
  checksThreatHiddenLoaderFile,
  checksThreatHiddenLoader,
  checksThreatInjectedScript,
  checksThreatKnownFile,
  checksThreatListedAddress,
  checksThreatNewScriptHost,
  checksThreatPhishingKit,
  checksThreatSeoSpam,
  checksThreatSkimmerFile,
  checksThreatSkimmer,
  checksThreatWebShellPath,
  checksThreatWebShell,
  checksTlsAlpn,
  checksTlsBeast,
  checksTlsBreach,
  checksTlsCcsInjection,
  checksTlsCertificateChainOrder,
  checksTlsCertificateDistrusted,
  checksTlsCertificateExpired,
  checksTlsCertificateExpiring,
  checksTlsCertificateHost,
  checksTlsCertificateKey,
  checksTlsCertificateKnownKey,
  checksTlsCertificateLifetime,
  checksTlsCertificateNotYetValid,
  checksTlsCertificateRevoked,
  checksTlsCertificateRoca,
  checksTlsCertificateSignature,
  checksTlsCertificateTransparency,
  checksTlsCertificateTrust,
  checksTlsCertificateWildcard,
  checksTlsCipherOrder,
  checksTlsCipherWeak,
  checksTlsCrime,
  checksTlsCurvesWeak,
  checksTlsDhParameters,
  checksTlsEarlyData,
  checksTlsFallbackScsv,
  checksTlsForwardSecrecy,
  checksTlsHeartbeat,
  checksTlsHeartbleed,
  checksTlsIntolerance,
  checksTlsLucky13,
  checksTlsMasterSecret,
  checksTlsMustStapleWithoutStaple,
  checksTlsOcspStapling,
  checksTlsPoodleTls,
  checksTlsProtocolLegacy,
  checksTlsProtocolModern,
  checksTlsProtocolSsl2,
  checksTlsProtocolSsl3,
  checksTlsRaccoon,
  checksTlsRenegotiation,
  checksTlsRobot,
  checksTlsServerName,
  checksTlsSessionTickets,
  checksTlsTicketbleed,
  checksTransportBasicAuth,
  checksTransportDowngrade,
  checksTransportHstsOnHttp,
  checksTransportHstsPreload,
  checksTransportHstsSubdomains,
  checksTransportHsts,
  checksTransportHttpRedirect,
  checksTransportHttpVersions,
  checksTransportHttps,
  checksTransportMethods,
  checksTransportMixedContent,
]
