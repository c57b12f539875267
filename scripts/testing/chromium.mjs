import fs from 'node:fs'
import { succeeds } from '../bootstrap/run.mjs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']
const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }

/**
 * Makes sure that there is a Chromium and a Chinese font, by apt-get where that is possible, and gives the browser's path.
 * Throws a sentence that says what to install.
 */
export async function ensureChromium() {
  if (!browser() || !(await hasChinese())) await installByApt()
  const found = browser()
  if (!found)
    throw new Error('Browser tests need Chromium. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH.')
  if (!(await hasChinese()))
    throw new Error('Browser tests need a Chinese font (Debian: apt-get install fonts-noto-cjk).')
  return found
}

function browser() {
  return [process.env.CHROMIUM_PATH, ...places].find((place) => place && fs.existsSync(place))
}

/** Without fontconfig (macOS, Windows) the system has Chinese fonts of its own. */
async function hasChinese() {
  if (process.platform !== 'linux') return true
  return succeeds('sh', ['-c', 'fc-list :lang=zh-cn | grep -q .'], quiet)
}

async function installByApt() {
  if (!(await succeeds('sh', ['-c', 'command -v apt-get'], quiet)) || process.getuid?.() !== 0) return
  console.log('Installing Chromium and a Chinese font …')
  await succeeds('apt-get', ['update'], quiet)
  await succeeds(
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fontconfig'],
    quiet,
  )
}
