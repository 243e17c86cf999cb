/** The names by which scripts in browsers do what the flow of data hangs on. */

/** Nodes from which something is learned about variables, parameters and results. */
export const TEACHING = new Set(
  'VariableDeclarator AssignmentExpression ForOfStatement ForInStatement ReturnStatement ArrowFunctionExpression NewExpression CallExpression'.split(
    ' ',
  ),
)
export const SELECTORS =
  /^(?:getElementById|getElementsByName|getElementsByClassName|getElementsByTagName|querySelector|querySelectorAll|closest|find|\$|jQuery)$/
/** Methods that give back the text that they were called on, or a part of it. */
export const TEXT_METHODS =
  /^(?:split|slice|substring|substr|replace|replaceAll|trim|concat|toString|join|pop|shift|at|match|exec|charAt|toLowerCase|toUpperCase|get|getAll|reverse|map|filter|entries|values)$/
export const DECODERS = /^(?:decodeURIComponent|decodeURI|unescape|atob|String|parse|URL|URLSearchParams)$/
export const LISTENERS = /^(?:keyup|keydown|keypress|change|blur|input|submit|click|focusout|mousedown|message|load)$/
export const WINDOW = /^(?:window|top|globalThis)$/
export const KEEPERS = /^(?:push|append|set|add|unshift|assign|extend)$/
export const ITERATORS = /^(?:forEach|map|each|filter|reduce|some|every)$/
