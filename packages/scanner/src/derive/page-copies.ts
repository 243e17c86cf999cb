/** Files that a server runs instead of sending them: a copy under another name is sent as it is. */
const RUN = /^(.*\/)([\w.-]{1,60}\.(?:php\d?|phtml|inc|aspx?|ashx|jspx?|cfm|cgi|pl|py|rb))$/i
/** Folders that everybody has, and whose archives nobody would make. */
const ORDINARY =
  /^(?:css|js|img|images?|fonts?|static|assets|media|wp-\w+|cdn-cgi|\.well-known|[a-z]{2}|[a-z]{2}-[a-z]{2})$/i

/** Where copies of a site's own pages would lie: what editors and administrators leave beside a file or a folder. */
export function pageCopies(
  links: readonly string[],
  origin: string,
  most: { files: number; folders: number } = { files: 4, folders: 4 },
): string[] {
  const files = new Set<string>()
  const folders = new Set<string>()
  for (const link of links) {
    const url = URL.parse(link)
    if (url?.origin !== origin) continue
    if (RUN.test(url.pathname) && files.size < most.files) files.add(url.pathname)
    const folder = /^\/([\w-]{2,40})\//.exec(url.pathname)?.[1]
    if (folder && !ORDINARY.test(folder) && folders.size < most.folders) folders.add(folder)
  }
  return [
    ...[...files].flatMap((path) => {
      const [, folder, name] = RUN.exec(path)!
      return [`${path}.bak`, `${path}.old`, `${path}~`, `${folder}.${name}.swp`]
    }),
    ...[...folders].flatMap((folder) => [`/${folder}.zip`, `/${folder}.tar.gz`, `/${folder}.sql`]),
  ]
}
