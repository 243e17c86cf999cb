/** A line of releases: until when it is mended, and its newest release when we looked. */
export interface Line {
  /** Releases that begin with it. */
  line: string
  /** The day after which nothing is mended any more; false while that is not set. */
  end: string | false
  latest?: string
}

/** The day on which these were last gone through. */
export const LIFECYCLES_DATE = '2025-11-30'

const lines = (text: string): Line[] =>
  text
    .trim()
    .split(/\s*;\s*/)
    .map((part) => {
      const [line, end, latest] = part.split(/\s+/)
      return { line: line!, end: end === '-' ? false : end!, ...(latest && { latest }) }
    })

/**
 * Ends of support by the name at endoflife.date, as the makers tell them: `line end newest`, `-` while supported. `feeds`
 * brings what came later.
 */
export const LIFECYCLES: Readonly<Record<string, readonly Line[]>> = {
  // https://www.php.net/supported-versions.php and https://www.php.net/eol.php
  php: lines(
    '5.2 2011-01-06 5.2.17; 5.3 2014-08-14 5.3.29; 5.4 2015-09-14 5.4.45; 5.5 2016-07-21 5.5.38; 5.6 2018-12-31 5.6.40; 7.0 2019-01-10 7.0.33; 7.1 2019-12-01 7.1.33; 7.2 2020-11-30 7.2.34; 7.3 2021-12-06 7.3.33; 7.4 2022-11-28 7.4.33; 8.0 2023-11-26 8.0.30; 8.1 2025-12-31 8.1.33; 8.2 2026-12-31 8.2.29; 8.3 2027-12-31 8.3.28; 8.4 2028-12-31 8.4.15; 8.5 2029-12-31 8.5.0',
  ),
  // https://nginx.org/en/download.html: the stable and the mainline branch are mended
  nginx: lines(
    '1.14 2019-04-23 1.14.2; 1.16 2020-04-21 1.16.1; 1.18 2021-04-20 1.18.0; 1.20 2022-05-24 1.20.2; 1.22 2023-04-11 1.22.1; 1.24 2024-04-23 1.24.0; 1.26 2025-04-23 1.26.3; 1.28 - 1.28.0; 1.29 - 1.29.3',
  ),
  // https://httpd.apache.org/
  'apache-http-server': lines('1.3 2010-02-03 1.3.42; 2.0 2013-07-10 2.0.65; 2.2 2017-07-11 2.2.34; 2.4 - 2.4.65'),
  // https://www.openssl.org/policies/releasestrat.html
  openssl: lines(
    '0.9.8 2015-12-31 0.9.8zh; 1.0.0 2015-12-31 1.0.0t; 1.0.1 2016-12-31 1.0.1u; 1.0.2 2019-12-31 1.0.2u; 1.1.0 2019-09-11 1.1.0l; 1.1.1 2023-09-11 1.1.1w; 3.0 2026-09-07 3.0.18; 3.1 2025-03-14 3.1.8; 3.2 2025-11-23 3.2.6; 3.3 2026-04-09 3.3.5; 3.4 2026-10-22 3.4.3; 3.5 2030-04-08 3.5.4',
  ),
  // https://tomcat.apache.org/whichversion.html
  tomcat: lines(
    '6 2016-12-31 6.0.53; 7 2021-03-31 7.0.109; 8.0 2018-06-30 8.0.53; 8.5 2024-03-31 8.5.100; 9 - 9.0.112; 10.0 2022-10-31 10.0.27; 10.1 - 10.1.49; 11.0 - 11.0.14',
  ),
  // https://jetty.org/download.html
  'eclipse-jetty': lines('9.4 2025-03-31 9.4.58; 10 2025-03-31 10.0.26; 11 2025-03-31 11.0.26; 12.0 - 12.0.30'),
  // https://devguide.python.org/versions/
  python: lines(
    '2.7 2020-01-01 2.7.18; 3.5 2020-09-30 3.5.10; 3.6 2021-12-23 3.6.15; 3.7 2023-06-27 3.7.17; 3.8 2024-10-07 3.8.20; 3.9 2025-10-31 3.9.25; 3.10 2026-10-31 3.10.19; 3.11 2027-10-31 3.11.14; 3.12 2028-10-31 3.12.12; 3.13 2029-10-31 3.13.9; 3.14 2030-10-31 3.14.0',
  ),
  // https://nodejs.org/en/about/previous-releases
  nodejs: lines(
    '10 2021-04-30 10.24.1; 12 2022-04-30 12.22.12; 14 2023-04-30 14.21.3; 16 2023-09-11 16.20.2; 18 2025-04-30 18.20.8; 20 2026-04-30 20.19.5; 22 2027-04-30 22.21.1; 24 2028-04-30 24.11.1',
  ),
  // https://www.ruby-lang.org/en/downloads/branches/
  ruby: lines(
    '2.5 2021-04-05 2.5.9; 2.6 2022-04-12 2.6.10; 2.7 2023-03-31 2.7.8; 3.0 2024-04-23 3.0.7; 3.1 2025-03-26 3.1.7; 3.2 2026-03-31 3.2.9; 3.3 2027-03-31 3.3.10; 3.4 2028-03-31 3.4.7',
  ),
  // https://rubyonrails.org/maintenance
  rails: lines(
    '4.2 2017-04-27 4.2.11; 5.2 2022-06-01 5.2.8; 6.0 2023-06-01 6.0.6; 6.1 2024-10-01 6.1.7; 7.0 2025-04-01 7.0.8; 7.1 2025-10-01 7.1.6; 7.2 2026-08-09 7.2.3; 8.0 2026-11-07 8.0.4; 8.1 2027-10-10 8.1.1',
  ),
  // https://www.djangoproject.com/download/#supported-versions
  django: lines(
    '1.11 2020-04-01 1.11.29; 2.2 2022-04-11 2.2.28; 3.2 2024-04-01 3.2.25; 4.0 2023-04-01 4.0.10; 4.1 2023-12-01 4.1.13; 4.2 2026-04-30 4.2.26; 5.0 2025-04-02 5.0.14; 5.1 2025-12-31 5.1.14; 5.2 2028-04-30 5.2.8',
  ),
  // https://laravel.com/docs/releases
  laravel: lines(
    '8 2023-01-24 8.83.29; 9 2024-02-06 9.52.21; 10 2025-02-04 10.50.0; 11 2026-03-12 11.47.0; 12 2027-02-24 12.40.2',
  ),
  // https://www.drupal.org/about/core/policies/core-release-cycles/schedule
  drupal: lines(
    '6 2016-02-24 6.38; 7 2025-01-05 7.103; 8 2021-11-02 8.9.20; 9 2023-11-01 9.5.11; 10 2026-12-09 10.5.6; 11 - 11.2.8',
  ),
  // https://docs.joomla.org/Category:Version_History
  joomla: lines(
    '1.5 2012-09-30 1.5.26; 2.5 2014-12-31 2.5.28; 3 2023-08-17 3.10.12; 4 2025-10-14 4.4.14; 5 2027-10-19 5.4.1; 6 2029-10-16 6.0.1',
  ),
  // https://experienceleague.adobe.com/en/docs/commerce-operations/release/versions
  magento: lines('1 2020-06-30 1.9.4.5; 2.3 2022-09-08 2.3.7; 2.4 - 2.4.8'),
  // https://typo3.org/cms/roadmap
  typo3: lines(
    '8 2020-03-31 8.7.32; 9 2021-09-30 9.5.31; 10 2023-04-30 10.4.37; 11 2024-10-31 11.5.41; 12 2026-04-30 12.4.41; 13 2027-10-31 13.4.22',
  ),
  // https://build.prestashop-project.org/maintainers-guide/processes/release/
  prestashop: lines('1.6 2019-06-30 1.6.1.24; 1.7 2025-06-30 1.7.8.11; 8 - 8.2.3; 9 - 9.0.1'),
  // https://www.phpmyadmin.net/downloads/
  phpmyadmin: lines('4.9 2022-12-31 4.9.11; 5.0 2021-02-24 5.0.4; 5.1 2022-05-11 5.1.4; 5.2 - 5.2.3'),
  // https://www.mediawiki.org/wiki/Version_lifecycle
  mediawiki: lines('1.35 2023-12-21 1.35.14; 1.39 2025-12-31 1.39.15; 1.43 2027-12-31 1.43.5'),
  // https://docs.angularjs.org/misc/version-support-status
  angularjs: lines('1 2021-12-31 1.8.3'),
  // https://angular.dev/reference/releases
  angular: lines(
    '12 2022-11-12 12.2.17; 13 2023-05-04 13.4.0; 14 2023-11-18 14.3.0; 15 2024-05-18 15.2.10; 16 2024-11-08 16.2.12; 17 2025-05-15 17.3.12; 18 2025-11-21 18.2.14; 19 2026-05-19 19.2.15; 20 2026-11-28 20.3.14',
  ),
  // https://jquery.com/support/
  jquery: lines('1 2016-06-09 1.12.4; 2 2016-06-09 2.2.4; 3 - 3.7.1'),
  // https://getbootstrap.com/docs/versions/
  bootstrap: lines('2 2013-08-19 2.3.2; 3 2019-07-24 3.4.1; 4 2023-01-01 4.6.2; 5 - 5.3.8'),
  // https://v2.vuejs.org/eol/
  vue: lines('1 2018-09-30 1.0.28; 2 2023-12-31 2.7.16; 3 - 3.5.24'),
  // https://nextjs.org/support-policy
  nextjs: lines(
    '12 2022-11-21 12.3.7; 13 2024-12-21 13.5.11; 14 2025-10-26 14.2.33; 15 2026-10-21 15.5.6; 16 - 16.0.3',
  ),
  // https://ckeditor.com/ckeditor-4-support/
  ckeditor: lines('4 2023-06-30 4.22.1'),
  // https://www.tiny.cloud/docs/tinymce/latest/support/
  tinymce: lines('4 2020-12-31 4.9.11; 5 2023-04-20 5.10.9; 6 2024-10-03 6.8.6; 7 - 7.9.1; 8 - 8.2.2'),
  // https://emberjs.com/releases/
  emberjs: lines('2 2020-01-22 2.18.2; 3 2022-11-15 3.28.12'),
}
