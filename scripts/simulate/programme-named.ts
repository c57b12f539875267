import { readFile } from 'node:fs/promises'
import { readDraft } from '../../shared/programme/draft'
import { presets } from '../../shared/programme/presets/presets'
import { programmeSchema, type Programme } from '../../shared/programme/schema'

/** A preset by its id, or the programme of a JSON file. Throws an Error that says what is wrong with it, place by place. */
export async function programmeNamed(name: string): Promise<Programme> {
  if (Object.hasOwn(presets, name)) return programmeSchema.parse(presets[name])
  if (!name.endsWith('.json')) {
    throw new Error(`There is no preset named ${name}. There are: ${Object.keys(presets).join(', ')}.`)
  }
  const text = await readFile(name, 'utf8').catch(() => {
    throw new Error(`There is no file ${name} that can be read. Mind where it lies and how its name is written.`)
  })
  const checked = readDraft(text)
  if (checked.ok) return checked.value
  const faults = checked.faults.map(({ path, en }) => `  ${path === '' ? '' : `${path}: `}${en}`)
  throw new Error([`${name} is no programme that can be run:`, ...faults].join('\n'))
}
