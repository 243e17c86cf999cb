import { type ExposurePath, places } from './path.ts'

/** Where intruders leave their tools, by the names under which these go round. */
export const SHELL_PATHS: readonly ExposurePath[] = [
  ...places(
    'shell',
    'A web shell gives its owner the server.',
    [
      '/shell.php',
      '/cmd.php',
      '/c99.php',
      '/wso.php',
      '/b374k.php',
      '/alfa.php',
      '/upload.php',
      '/wp-content/uploads/shell.php',
    ],
    { only: ['php'] },
  ),
  ...places('shell', 'A web shell gives its owner the server.', ['/cmd.aspx'], {
    only: ['dotnet'],
  }),
  ...places('shell', 'A web shell gives its owner the server.', ['/cmd.jsp'], {
    only: ['java'],
  }),
]
