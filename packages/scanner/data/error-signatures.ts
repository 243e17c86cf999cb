/**
 * How runtimes, frameworks and databases word their errors. `markup` is HTML that the runtime itself writes and that a page
 * about errors would show escaped, so it counts anywhere; `text` may be quoted, so it counts by status and place.
 * Sources: the message catalogues and error page templates of each product.
 */
export interface ErrorSignature {
  product: string
  kind: 'console' | 'debug_page' | 'database' | 'stack_trace'
  form: 'markup' | 'text'
  pattern: RegExp
}

const sign = (
  product: string,
  kind: ErrorSignature['kind'],
  form: ErrorSignature['form'],
  pattern: RegExp,
): ErrorSignature => ({
  product,
  kind,
  form,
  pattern,
})

export const ERROR_SIGNATURES: readonly ErrorSignature[] = [
  // debug pages
  sign('Werkzeug', 'console', 'markup', /\bEVALEX = true,[\s\S]{0,200}?\bSECRET = "/),
  sign('Rails', 'console', 'markup', /<div id="console"[^>]*data-mount-point=/),
  sign('Django', 'debug_page', 'markup', /you have <code>DEBUG = True<\/code> in\s+your\s+Django settings file/),
  sign('Werkzeug', 'debug_page', 'markup', /<title>[^<]{1,300} \/\/ Werkzeug Debugger<\/title>/),
  sign('Laravel', 'debug_page', 'markup', /\bwindow\.ignite\(window\.data\)|<div class="Whoops container">/),
  sign('Symfony', 'debug_page', 'markup', /<div class="exception-summary[ "]|<div class="sf-reset">/),
  sign('Rails', 'debug_page', 'markup', /<title>Action Controller: Exception caught<\/title>/),
  sign(
    'ASP.NET',
    'debug_page',
    'markup',
    /<b>\s*Exception Details:\s*<\/b>[\s\S]{0,2000}?<b>\s*(?:Source Error|Stack Trace):\s*<\/b>/,
  ),
  sign(
    'ASP.NET Core',
    'debug_page',
    'markup',
    /<h1>An unhandled exception occurred while processing the request\.<\/h1>/,
  ),
  sign('CodeIgniter', 'debug_page', 'markup', /<h4>A PHP Error was encountered<\/h4>/),
  sign('Yii', 'debug_page', 'markup', /<div class="call-stack">[\s\S]{0,4000}?<div class="element-wrap">/),
  sign('CakePHP', 'debug_page', 'markup', /<pre class="stack-trace">|<div class="stack-frame-header">/),
  sign('Phoenix', 'debug_page', 'markup', /<h5 class="name">[\s\S]{0,200}?<div class="exception-info">/),
  // stack traces and messages that runtimes print into the page
  sign(
    'PHP',
    'stack_trace',
    'markup',
    /<b>(?:Fatal error|Parse error|Warning|Notice|Deprecated)<\/b>:\s[\s\S]{1,1000}? in <b>[^<]{1,300}<\/b> on line <b>\d{1,6}<\/b>/,
  ),
  sign('Xdebug', 'stack_trace', 'markup', /<table class='xdebug-error/),
  sign('Tomcat', 'stack_trace', 'markup', /<h1>HTTP Status 500 [\s\S]{0,2000}?<b>Exception<\/b><\/p><pre>/),
  sign('Express', 'stack_trace', 'markup', /<pre>[A-Za-z]*Error: [^<]{0,500}<br>(?:\s|&nbsp;)*at [^<]{1,200}<br>/),
  sign('ColdFusion', 'stack_trace', 'markup', /<!-- " ---><\/TD><\/TD>[\s\S]{0,2000}?coldfusion\.runtime\./),
  sign(
    'PHP',
    'stack_trace',
    'text',
    /^(?:PHP )?(?:Fatal error|Parse error|Warning|Notice):\s.{1,500} in (?:\/|[A-Z]:\\)\S{1,200} on line \d{1,6}/m,
  ),
  sign('Python', 'stack_trace', 'text', /Traceback \(most recent call last\):\s+File "[^"\n]{1,300}", line \d{1,6}/),
  sign(
    'Java',
    'stack_trace',
    'text',
    /\b(?:[a-z]\w{0,40}\.){1,10}[A-Z]\w{0,80}(?:Exception|Error)\b[^\n]{0,500}\s+at (?:[\w$]{1,80}\.){1,12}[\w$<>]{1,80}\([\w$]{1,80}\.java:\d{1,6}\)/,
  ),
  sign(
    '.NET',
    'stack_trace',
    'text',
    /\bSystem\.(?:\w{1,40}\.){0,6}\w{0,60}Exception: [\s\S]{0,500}?\s+at (?:[\w`]{1,80}\.){1,12}[\w`<>[\],]{1,80}\([^)\n]{0,300}\)/,
  ),
  sign(
    'Ruby',
    'stack_trace',
    'text',
    /\b[\w/.-]{1,200}\.rb:\d{1,6}:in [`'][^'\n]{1,100}'\s[\s\S]{0,20}?[\w/.-]{1,200}\.rb:\d{1,6}:in [`']/,
  ),
  sign(
    'Node.js',
    'stack_trace',
    'text',
    /\b[A-Z]\w{0,40}Error: [^\n]{0,500}\s+at [^\n]{0,100}?\(?(?:\/|[A-Z]:\\|file:\/\/|node:)[^\s:()]{1,200}:\d{1,6}:\d{1,6}\)?\s+at /,
  ),
  sign('Go', 'stack_trace', 'text', /\bgoroutine \d{1,9} \[running\]:\s[\s\S]{0,300}?\.go:\d{1,6}/),
  sign('Perl', 'stack_trace', 'text', / at \/\S{1,200}\.(?:pl|pm|cgi) line \d{1,6}\./),
  // databases
  sign(
    'MySQL',
    'database',
    'text',
    /You have an error in your SQL syntax; check the manual that corresponds to your (?:MySQL|MariaDB) server version/,
  ),
  sign(
    'MySQL',
    'database',
    'text',
    /\bmysqli?_(?:query|fetch_\w{1,20}|num_rows|connect|real_connect)\(\)(?: expects parameter|: (?:supplied argument is not|Access denied|\(HY000))/,
  ),
  sign('PDO', 'database', 'text', /\bSQLSTATE\[[0-9A-Z]{5}\](?: \[\d{1,6}\]|: )/),
  sign(
    'PostgreSQL',
    'database',
    'text',
    /\bERROR:\s{1,4}(?:syntax error at or near "|unterminated quoted string at or near "|column "[^"\n]{1,60}" does not exist|relation "[^"\n]{1,60}" does not exist)/,
  ),
  sign('PostgreSQL', 'database', 'text', /\bpg_(?:query|exec|connect|prepare)\(\): (?:Query failed|Unable to connect)/),
  sign('Oracle', 'database', 'text', /\bORA-\d{5}: \w/),
  sign(
    'SQL Server',
    'database',
    'text',
    /Unclosed quotation mark after the character string '|\bIncorrect syntax near (?:'[^'\n]{0,60}'|the keyword ')/,
  ),
  sign(
    'SQL Server',
    'database',
    'text',
    /Microsoft OLE DB Provider for (?:SQL Server|ODBC Drivers)[\s\S]{0,60}?error '80[0-9a-f]{6}'/i,
  ),
  sign('ODBC', 'database', 'text', /\[Microsoft\]\[ODBC [\w ]{1,40}\](?:\[[\w ]{1,40}\])?/),
  sign(
    'SQLite',
    'database',
    'text',
    /\bSQLITE_ERROR: |\bsqlite3\.(?:OperationalError|DatabaseError): |\bSQLite3::SQLException: /,
  ),
  sign('DB2', 'database', 'text', /\bDB2 SQL Error: SQLCODE=-\d{1,6}, SQLSTATE=\d{5}/i),
  sign('MongoDB', 'database', 'text', /\bMongo(?:Server)?Error: \w/),
  sign('Access', 'database', 'text', /Microsoft JET Database Engine[\s\S]{0,20}?error '80[0-9a-f]{6}'/i),
]
