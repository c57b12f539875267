import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Builds the client for `weapp` or `h5` and gives the exit code. The builder redraws its progress line hundreds of times,
 * so its output is kept back and shown only when the build fails.
 */
export async function buildClient(platform) {
  const started = Date.now()
  const { code, output } = await run(platform)
  const failed = code !== 0 || /✖|ERROR in |Module not found/.test(output)
  if (failed) console.error(readable(output))
  else console.log(`client for ${platform} built in ${((Date.now() - started) / 1000).toFixed(0)} s`)
  return failed ? code || 1 : 0
}

function run(platform) {
  const taro = path.join(path.dirname(createRequire(import.meta.url).resolve('@tarojs/cli/package.json')), 'bin/taro')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [taro, 'build', '--type', platform, '--disable-global-config'], {
      cwd: path.join(root, 'client'),
      env: { ...process.env, NODE_ENV: 'production', TARO_ENV: platform, BROWSERSLIST_IGNORE_OLD_DATA: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Without the colours and the progress bar. */
function readable(output) {
  return output
    .replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
    .split('\n')
    .filter((line) => line.trim() && !/█|Webpack +\[|modules \d+ active|dependencies \d+\/\d+/.test(line))
    .slice(-120)
    .join('\n')
}
