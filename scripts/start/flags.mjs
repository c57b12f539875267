import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../bootstrap/root.mjs'

const usage = `npm start -- [flags]
  --empty              a founded shop without members, instead of the demonstration shop
  --programme PRESET   the programme of an empty shop: ${presetIds().join(', ')}
  --port PORT          the port on this machine (8787, or the next free one)
  --data DIR           where the shop is kept (.data/local)
  --fresh              forget what is kept there and begin anew
  --day YYYY-MM-DD     on the first start: the day that the shop's clock shows then
  --no-client          do not build the H5 client`

/** What was asked for on the command line; throws an Error with a sentence for a person. Needs no package. */
export function readFlags(argv) {
  const values = parse(argv)
  if (values.programme !== undefined && !values.empty) throw new Error(`--programme goes with --empty.\n\n${usage}`)
  const programme = values.empty ? (values.programme ?? 'express-courier') : 'demo-tea'
  if (!presetIds().includes(programme)) {
    throw new Error(`There is no programme ${programme}. There are: ${presetIds().join(', ')}.`)
  }
  return {
    empty: values.empty ?? false,
    programme,
    port: portOf(values.port),
    data: path.resolve(values.data ?? path.join(root, '.data/local')),
    fresh: values.fresh ?? false,
    client: !values['no-client'],
    at: values.day === undefined ? null : afternoonOf(values.day),
  }
}

/** A preset is a file of its own, named by its id; beside it lie files with parts of several. */
function presetIds() {
  const folder = path.join(root, 'shared/programme/presets')
  const names = fs.readdirSync(folder).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []))
  return names
    .filter((name) => fs.readFileSync(path.join(folder, `${name}.ts`), 'utf8').includes(`\n  id: '${name}',`))
    .sort()
}

function parse(argv) {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }]
  const options = { empty: flag, programme: text, port: text, data: text, fresh: flag, day: text, 'no-client': flag }
  try {
    return parseArgs({ args: argv, options }).values
  } catch (error) {
    throw new Error(`${error.message}\n\n${usage}`)
  }
}

/** Null when any port will do. */
function portOf(text) {
  if (text === undefined) return null
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`${text} is no port.\n\n${usage}`)
  return port
}

/** Half past two in the shop, when orders of the day have been taken already. */
function afternoonOf(day) {
  const at = new Date(`${day}T06:30:00.000Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day)) {
    throw new Error(`${day} is no day.\n\n${usage}`)
  }
  return at.toISOString()
}
