/** Pages by which an intruder commands a server: marks that their own markup has, and a page about them has not. */
export const WEB_SHELLS: readonly { name: string; mark: RegExp }[] = [
  {
    name: 'WSO',
    mark: /<title>[^<]{0,200}\bWSO \d[\d.]{0,8}|<input type=hidden name=a value=['"]?(?:FilesMan|Files?Tools|Console)|>FilesMan<\/a>/i,
  },
  {
    name: 'WSO, locked',
    mark: /<form method=post>Password: <input type=password name=pass><input type=submit value='>>'>/i,
  },
  { name: 'c99', mark: /<title>[^<]{0,200}c99(?:shell|mad ?shell)|!C99Shell v\.|<b>C99Shell v\./i },
  { name: 'r57', mark: /<title>[^<]{0,200}r57 ?shell/i },
  { name: 'b374k', mark: /<title>[^<]{0,200}b374k|<meta name=['"]author['"] content=['"]b374k/i },
  { name: 'p0wny', mark: /<title>p0wny@shell:~#<\/title>|id="shell-prompt"[\s\S]{0,400}p0wny/i },
  { name: 'ALFA', mark: /<title>[^<]{0,200}(?:ALFA TEaM|~ ALFA)|<body[^>]{0,200}alfa[_-]?(?:bg|team)/i },
  { name: 'IndoXploit', mark: /<title>[^<]{0,200}IndoXploit/i },
  { name: 'Mini Shell', mark: /<title>[^<]{0,100}\bMini Shell\b[^<]{0,100}<\/title>/i },
  { name: 'Marijuana', mark: /<title>[^<]{0,100}MARIJUANA[^<]{0,60}<\/title>[\s\S]{0,4000}(?:uname|Upload)/i },
  { name: 'Gecko', mark: /<title>\s*Gecko (?:\[|shell)[^<]{0,100}<\/title>/i },
  { name: 'PhpSpy', mark: /PhpSpy Ver: ?\d|<title>[^<]{0,100}PhpSpy/i },
  { name: 'ASPXSpy', mark: /ASPXSpy(?:2014)? Ver: ?\d|<title>ASPXSpy/i },
  { name: 'JspSpy', mark: /<title>JspSpy|JspSpy Ver: ?\d/i },
  { name: 'AnonymousFox', mark: /<title>[^<]{0,100}(?:AnonymousFox|FoxAuto)/i },
  { name: 'uploader', mark: /<input name="_upl" type="submit" id="_upl" value="Upload">/i },
  {
    name: 'cmd.jsp',
    mark: /<FORM METHOD=["']?GET["']? (?:NAME="myform" )?ACTION=["']?(?:cmdjsp\.jsp)?["']?>\s*<INPUT (?:NAME=['"]?cmd|TYPE="text" NAME="cmd")/i,
  },
  { name: 'cmd.asp', mark: /<form action="[^"]{0,100}" method="POST">\s*<input type=text name="?\.CMD"?/i },
]
