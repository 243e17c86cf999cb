import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Browser as Chromium } from 'playwright-core'
import { Unavailable } from '../../evidence.ts'

/** Where distributions and vendors put it, and how it is called on the path. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const LAUNCH_LIMIT = 30_000 // milliseconds
const LINGERS = 2_000 // milliseconds without any scan, after which the browser is closed: it keeps its process alive

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-dev-shm-usage', // containers give it 64 MB, on which pages die
  '--disable-quic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp', // the one way around a proxy
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1', // names are resolved by us
  '--disable-features=WebRtcHideLocalIpsWithMdns,OptimizationHints,MediaRouter,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  '--no-pings',
]

let running: Promise<Chromium> | undefined
let users = 0
let idle: NodeJS.Timeout | undefined

/** The path of a Chromium on this machine: `CHROME_PATH`, a usual place, or the path. Null where there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  if (environment.CHROME_PATH) return existsSync(environment.CHROME_PATH) ? environment.CHROME_PATH : null
  const onPath = (environment.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...PLACES, ...onPath].find((path) => existsSync(path)) ?? null
}

/** The browser that all scans of this process share, each in a context of its own. Throws `Unavailable` with the reason. */
export async function borrowChromium(): Promise<{ chromium: Chromium; giveBack: () => void }> {
  clearTimeout(idle)
  users++
  let isBack = false
  const giveBack = () => {
    if (isBack) return
    isBack = true
    users--
    if (users === 0) idle = setTimeout(() => void closeChromium(), LINGERS).unref()
  }
  try {
    running ??= launch()
    const browser = await running
    if (browser.isConnected()) return { chromium: browser, giveBack }
    running = launch() // it crashed since the last scan
    return { chromium: await running, giveBack }
  } catch (error) {
    running = undefined
    giveBack()
    throw error
  }
}

/** Ends the browser process, if there is one: for the end of this process, or of a test. */
export async function closeChromium(): Promise<void> {
  clearTimeout(idle)
  const closing = running
  running = undefined
  await closing?.then((browser) => browser.close()).catch(() => {})
}

async function launch(): Promise<Chromium> {
  const executablePath = findChromium()
  if (!executablePath) {
    const given = process.env.CHROME_PATH
    throw new Unavailable(
      given ? `there is nothing at CHROME_PATH (${given})` : 'no Chromium was found; CHROME_PATH may name one',
    )
  }
  // Loaded only where a browser is started: it takes 55 MB and a third of a second.
  const { chromium } = await import('playwright-core')
  const isRoot = process.getuid?.() === 0
  const start = (chromiumSandbox: boolean) =>
    chromium.launch({
      executablePath,
      chromiumSandbox,
      args: ARGUMENTS,
      timeout: LAUNCH_LIMIT,
      // Whoever started this process ends it; the browser notices by its closed pipe.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
  try {
    // Chromium refuses to run as root inside its sandbox; many containers have no means for one at all.
    return await (isRoot ? start(false) : start(true).catch(() => start(false)))
  } catch (error) {
    const [line = ''] = (error as Error).message.split('\n')
    throw new Unavailable(`Chromium did not start: ${line}`)
  }
}
