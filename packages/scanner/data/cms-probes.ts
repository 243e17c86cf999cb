/** What is asked of a site that runs a CMS: files that tell its version, and what it shows of its users and settings. */
export interface CmsProbe {
  /** Key of the technology. */
  cms: string
  /** From the CMS's own root, without a slash before it. */
  path: string
  kind: 'version' | 'api' | 'users' | 'xmlrpc' | 'registration'
}

const of = (cms: string, kind: CmsProbe['kind'], ...paths: readonly string[]): CmsProbe[] =>
  paths.map((path) => ({ cms, path, kind }))

/** All are plain GETs of what is public: none changes anything. */
export const CMS_PROBES: readonly CmsProbe[] = [
  // https://developer.wordpress.org/rest-api/ and the files of its releases
  ...of('wordpress', 'version', 'readme.html', 'feed/', '?feed=rss2', 'wp-links-opml.php', 'wp-login.php'),
  ...of('wordpress', 'api', 'wp-json/', '?rest_route=/'),
  ...of(
    'wordpress',
    'users',
    'wp-json/wp/v2/users?per_page=50',
    '?rest_route=/wp/v2/users&per_page=50',
    'wp-sitemap-users-1.xml',
    '?author=1',
    '?author=2',
    '?author=3',
  ),
  ...of('wordpress', 'xmlrpc', 'xmlrpc.php'),
  ...of('wordpress', 'registration', 'wp-login.php?action=register'),
  // https://github.com/joomla/joomla-cms
  ...of(
    'joomla',
    'version',
    'administrator/manifests/files/joomla.xml',
    'language/en-GB/langmetadata.xml',
    'language/en-GB/en-GB.xml',
    'README.txt',
  ),
  ...of('joomla', 'registration', 'index.php?option=com_users&view=registration'),
  // https://git.drupalcode.org/project/drupal
  ...of(
    'drupal',
    'version',
    'CHANGELOG.txt',
    'core/CHANGELOG.txt',
    'core/modules/system/system.info.yml',
    'core/install.php',
  ),
  ...of('drupal', 'users', 'jsonapi/user/user'),
  ...of('drupal', 'registration', 'user/register'),
  // https://github.com/magento/magento2
  ...of('magento', 'version', 'magento_version', 'RELEASE_NOTES.txt', 'CHANGELOG.md'),
  // https://github.com/PrestaShop/PrestaShop
  ...of('prestashop', 'version', 'docs/CHANGELOG.txt', 'INSTALL.txt', 'docs/readme_en.txt'),
  // https://github.com/TYPO3/typo3
  ...of(
    'typo3',
    'version',
    'typo3/sysext/install/composer.json',
    'typo3/sysext/core/composer.json',
    'typo3_src/ChangeLog',
    'ChangeLog',
  ),
]

/**
 * Plugins of WordPress that are asked for by name although no page shows them: those that most sites have, and those whose
 * flaws were used most.
 */
export const WORDPRESS_PLUGINS: readonly string[] =
  `akismet all-in-one-seo-pack all-in-one-wp-migration autoptimize backwpup better-search-replace bricks classic-editor
  code-snippets complianz-gdpr contact-form-7 cookie-law-info cookie-notice duplicate-page duplicate-post duplicator elementor
  essential-addons-for-elementor-lite forminator give google-analytics-for-wordpress google-site-kit gravityforms hello-dolly
  jetpack js_composer limit-login-attempts-reloaded litespeed-cache loginizer loco-translate mailchimp-for-wp mainwp-child
  ninja-forms nextgen-gallery popup-builder really-simple-ssl redirection revslider seo-by-rank-math
  simple-file-list smart-slider-3 sucuri-scanner tablepress tinymce-advanced tutor ultimate-member updraftplus w3-total-cache
  woocommerce woocommerce-payments wordfence wordpress-importer wordpress-seo wp-automatic wp-fastest-cache wp-file-manager
  wp-mail-smtp wp-optimize wp-reset wp-smushit wp-statistics wp-super-cache wpdatatables wpdiscuz wpforms-lite`.split(
    /\s+/,
  )

/** What plugins call their part of the REST API, where that is not the plugin's own name. */
export const REST_NAMESPACES: Readonly<Record<string, string>> = {
  wc: 'woocommerce',
  yoast: 'wordpress-seo',
  rankmath: 'seo-by-rank-math',
  'contact-form-7': 'contact-form-7',
  jetpack: 'jetpack',
  elementor: 'elementor',
  wpforms: 'wpforms-lite',
  redirection: 'redirection',
  'google-site-kit': 'google-site-kit',
  litespeed: 'litespeed-cache',
  aioseo: 'all-in-one-seo-pack',
  akismet: 'akismet',
  'ithemes-security': 'better-wp-security',
  wordfence: 'wordfence',
  tribe: 'the-events-calendar',
  gf: 'gravityforms',
  monsterinsights: 'google-analytics-for-wordpress',
  'wp-mail-smtp': 'wp-mail-smtp',
  'give-api': 'give',
  complianz: 'complianz-gdpr',
}
