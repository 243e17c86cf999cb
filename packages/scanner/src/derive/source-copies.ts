import type { Proof } from './found_files.ts'
import { binaryKind } from './magic.ts'

/** How a copy of a source file shows that it is one, by its name and its content. */
export const SOURCE_COPIES: readonly Proof<'source'>[] = [
  // what the server would run under its own name, it sends as text under this one
  {
    outcome: 'source',
    paths:
      /\/(?!(?:wp-config|config(?:uration)?|database|db|settings|LocalSettings)\.)[\w-]+\.php(?:\.(?:bak|old|orig|save|txt)|~)$/,
    proof: /^\uFEFF?\s*<\?(?:php\b|=)/,
  },
  {
    outcome: 'source',
    paths: /\.(?:aspx?|ashx|jspx?|cfm|cgi|pl|py|rb)(?:\.(?:bak|old)|~)$/i,
    proof:
      /^\uFEFF?\s*(?:<%@\s*(?:Page|WebHandler|Language|page|taglib)\b|<%[^>]{2,}|<cf(?:set|query|if|component|include)\b|#!\s?\/usr\/(?:local\/)?bin\/|(?:from [\w.]+ )?import [\w., ]+$|use strict;|require ['"])/m,
  },
  {
    outcome: 'source',
    paths: /\/\.?(?!wp-config)[\w-]+\.\w{1,5}\.swp$/,
    form: 'any',
    proof: (body) => (binaryKind(body) === 'vim-swap' ? 'b0VIM' : null),
  },
  {
    outcome: 'source',
    paths: /\/settings\.py$/,
    proof: [/^(?:from|import) [\w.]+/m, /^(?:SECRET_KEY|INSTALLED_APPS|DATABASES)\s*=/m],
  },
]
