/**
 * A path like the given one in folder, leading dot, ending and query, but with a name that nobody can have made: what the
 * site answers there is what its answer to the real path must differ from. `/.env.bak` gives `/.WORD.bak`.
 */
export function siblingOf(path: string, word: string): string {
  const [, folder = '/', name = '', slash = '', query = ''] = /^(.*?\/)([^/?]*)(\/?)(\?.*)?$/.exec(path) ?? []
  const [, dot = '', ending = ''] = /^(\.?)[^.~]*(.*)$/.exec(name) ?? []
  return slash === '/' ? `${folder}${word}/${query}` : `${folder}${dot}${word}${ending}${query}`
}
