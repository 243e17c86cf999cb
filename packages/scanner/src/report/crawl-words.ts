/** How the reasons why addresses were not asked for read after a number. */
export const NOT_FOLLOWED: Record<string, string> = {
  elsewhere: 'on other sites',
  unsafe: 'that may change something',
  alike: 'like others that were looked at',
  binary: 'images and other files',
  excluded: 'outside of the scope that was set',
  robots: 'that robots.txt forbids',
  endless: 'that go round in circles',
  too_deep: 'too many clicks away',
  too_many: 'beyond the number that is remembered',
}
