/**
 * What cookies of well-known names are for. Names without their `__Host-` or `__Secure-` prefix, lower case. Sources: the
 * products' documentation of their default cookie names.
 */
export const SESSION_COOKIES: readonly RegExp[] = [
  /^phpsessid$/, // PHP
  /^jsessionid(?:sso)?$/, // Java servlets
  /^asp\.net_sessionid$/, // ASP.NET
  /^aspsessionid[a-z]{8}$/, // classic ASP
  /^\.aspxauth$/, // ASP.NET forms authentication
  /^\.aspnet(?:core)?\.(?:session|cookies|identity\.application|applicationcookie)$/, // ASP.NET Core
  /^connect\.sid$/, // Express
  /^koa[.:]sess(?:\.sig)?$/, // Koa
  /^sessionid$/, // Django
  /^session$/, // Flask, Starlette
  /^session_id$/, // Odoo, Bottle
  /^rack\.session$/, // Rack
  /^_[a-z0-9_-]+_session$/, // Rails
  /^laravel_session$/,
  /^remember_web_[0-9a-f]{40}$/, // Laravel
  /^ci_session$/, // CodeIgniter
  /^cakephp$/,
  /^symfony$/,
  /^play_session$/,
  /^grafana_session$/,
  /^cfid$/, // ColdFusion
  /^cftoken$/,
  /^s?sess[0-9a-f]{32}$/, // Drupal
  /^[0-9a-f]{32}$/, // Joomla
  /^wordpress_(?:sec|logged_in)_[0-9a-f]{32}$/,
  /^wp_woocommerce_session_[0-9a-f]{32}$/,
  /^frontend$/, // Magento 1
  /^adminhtml$/,
  /^prestashop-[0-9a-f]{32}$/,
  /^fe_typo_user$/, // TYPO3
  /^be_typo_user$/,
  /^oc_sessionpassphrase$/, // Nextcloud
  /^(?:next-auth|authjs)\.session-token$/,
  /^better-auth\.session_token$/,
  /^sb-[a-z0-9]+-auth-token(?:\.\d)?$/, // Supabase
  /^keycloak_identity$/,
  /^auth_session_id$/,
  /^jenkins-timestamper-session$|^jsessionid\.[0-9a-f]{8}$/, // Jenkins
  /^_gitlab_session$/,
  /^mellon-cookie$/,
  /^_shibsession_[0-9a-f]+$/,
  /^openid_connect_session$|^mod_auth_openidc_session$/,
]

/** Anti-forgery tokens. Many designs need scripts to read them, so HttpOnly must not be asked for. */
export const CSRF_COOKIES: readonly RegExp[] = [
  /csrf|xsrf/,
  /^__requestverificationtoken/,
  /antiforgery/,
  /^authenticity_token$/,
]

/** Set by infrastructure, analytics and consent banners, or to remember a taste: no log-in hangs on them. */
export const HARMLESS_COOKIES: readonly RegExp[] = [
  /^_ga(?:_|$)|^_gid$|^_gat|^_gcl_|^__utm[a-z]+$|^_dc_gtm/, // Google Analytics and Tag Manager
  /^_fbp$|^_fbc$|^fr$/, // Meta
  /^_hj|^hjid/, // Hotjar
  /^_pk_|^matomo_|^mtm_/, // Matomo
  /^mp_[0-9a-f]+_mixpanel$|^amplitude_|^amp_|^ajs_|^_mkto_trk$|^hubspotutk$|^__hs|^optimizely/,
  /^_clck$|^_clsk$|^muid$|^_uet/, // Microsoft
  /^aws(?:alb|elb)(?:tg)?(?:cors)?$|^awselbcors$/, // AWS load balancers
  /^bigipserver|^ts[0-9a-f]{6,8}$|^ts01[0-9a-f]+$|^f5_/, // F5
  /^__cf_bm$|^__cflb$|^__cfruid$|^_cfuvid$|^cf_clearance$|^__cfseq|^cf_ob_info$/, // Cloudflare
  /^incap_ses_|^visid_incap_|^nlbi_/, // Imperva
  /^ak_bmsc$|^bm_s[a-z]$|^_abck$|^akaalb_/, // Akamai
  /^arraffinity(?:samesite)?$|^tipmix$|^x-ms-routing-name$/, // Azure
  /^datadome$|^serverid$|^srv_id$|^route$|^lb$|^sticky|^haproxy/,
  /consent|gdpr|cookie.?(?:notice|law|policy|accept|banner)|^cc_cookie|^optanon|^eupubconsent|^didomi/,
  /(?:^|[._-])(?:lang|language|locale|i18n|culture|currency|country|theme|tz|timezone|skin|region)(?:$|[._-])/,
  /^(?:pll_language|wp-wpml_current_language|nmstat|i18next|next_locale|django_language)$/,
  /^tk_|^wp-settings-|^wordpress_test_cookie$|^comment_author/, // WordPress
  /^last_?(?:visit|seen)|visitor_?id|^referr?er|^utm_|^ab_?test|^experiment|^variant/,
]

/** Words that make a cookie one of log-in or session when its value is random as well. */
export const SESSION_WORDS = new Set(
  'session sess sessid sessionid sessiontoken sid ssid auth authtoken authentication token accesstoken jwt login rememberme remember credentials bearer sso identity usertoken'.split(
    ' ',
  ),
)
