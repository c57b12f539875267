import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const folders = { linux: 'linux', darwin: 'mac', win32: 'windows' }

/**
 * Runs WeChat's WXML and WXSS compilers over a built mini-program. They are binaries of 2019 and 2020: a strong sign, no
 * proof. Where they do not run (another processor, say), the note says so and nothing is claimed.
 */
export function compile(dist, files) {
  const by = (end) => files.filter((file) => file.endsWith(end))
  const wxml = run(dist, 'wcc', ['-d', '-cc', '0', ...by('.wxml'), ...by('.wxs'), '-gn', '$gwx'])
  const wxss = run(dist, 'wcsc', ['-db', '-pc', '0', ...by('.wxss')])
  const ran = wxml.ran && wxss.ran
  return {
    problems: [...wxml.problems, ...wxss.problems],
    note: ran
      ? `WeChat's compilers read ${by('.wxml').length} WXML and ${by('.wxss').length} WXSS files.`
      : "WeChat's compilers do not run on this machine, so WXML and WXSS were not checked.",
  }
}

function run(dist, name, args) {
  const binary = binaryOf(name)
  if (!binary) return { ran: false, problems: [] }
  chmodSync(binary, 0o755)
  const { error, status, stderr } = spawnSync(binary, args, { cwd: dist, maxBuffer: 256 << 20, encoding: 'utf8' })
  if (error) return { ran: false, problems: [] }
  return { ran: true, problems: status === 0 ? [] : [`${name}: ${stderr.trim().slice(0, 2000)}`] }
}

function binaryOf(name) {
  const simulate = createRequire(createRequire(import.meta.url).resolve('miniprogram-simulate'))
  const folder = path.join(path.dirname(simulate.resolve('miniprogram-compiler/package.json')), 'bin')
  const file = path.join(folder, folders[process.platform] ?? '', process.platform === 'win32' ? `${name}.exe` : name)
  return folders[process.platform] && existsSync(file) ? file : null
}
