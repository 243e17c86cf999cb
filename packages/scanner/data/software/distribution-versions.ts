/**
 * Versions that long-supported distributions have shipped for years under one number, mending flaws without telling, and
 * whose header names no distribution. Sources: the package lists of Ubuntu, Debian and Red Hat Enterprise Linux.
 */
export const DISTRIBUTION_VERSIONS: Record<string, Record<string, string>> = {
  php: {
    '5.3.3': 'Red Hat',
    '5.4.16': 'Red Hat',
    '5.5.9': 'Ubuntu',
    '5.6.40': 'Debian',
    '7.0.33': 'Debian',
    '7.2.24': 'Ubuntu',
    '7.3.31': 'Debian',
    '7.4.3': 'Ubuntu',
    '8.0.30': 'Red Hat',
    '8.1.2': 'Ubuntu',
    '8.3.6': 'Ubuntu',
  },
  nginx: { '1.14.1': 'Red Hat', '1.20.1': 'Red Hat' },
}
