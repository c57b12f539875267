import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { root } from '../bootstrap/root.mjs'

const file = path.join(root, '.cache', 'test-full.json')

/** The stages that passed on exactly these sources, so that a long run that was stopped goes on where it was. */
export function openSlices({ fromStart }) {
  const sources = sourcesHash()
  const kept = fromStart ? undefined : readJson(file)
  const done = kept?.sources === sources ? kept.done : {}
  return {
    result: (name) => done[name],
    keep(name, result) {
      done[name] = result
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(file, JSON.stringify({ sources, done }))
    },
  }
}

function sourcesHash() {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  const hash = createHash('sha256')
  for (const name of list.split('\0').filter((one) => one && fs.existsSync(path.join(root, one)))) {
    hash
      .update(name)
      .update('\0')
      .update(fs.readFileSync(path.join(root, name)))
      .update('\0')
  }
  return hash.digest('hex')
}

function readJson(name) {
  try {
    return JSON.parse(fs.readFileSync(name, 'utf8'))
  } catch {
    return undefined
  }
}
