import { readFile } from 'node:fs/promises'
import { presets } from '../../shared/programme/presets/presets'
import { programmeSchema, type Programme } from '../../shared/programme/schema'

/** A preset by its id, or the programme of a JSON file. Throws an Error that says what is wrong with it. */
export async function programmeNamed(name: string): Promise<Programme> {
  if (Object.hasOwn(presets, name)) return programmeSchema.parse(presets[name])
  if (!name.endsWith('.json')) {
    throw new Error(`There is no preset named ${name}. There are: ${Object.keys(presets).join(', ')}.`)
  }
  const text = await readFile(name, 'utf8').catch(() => {
    throw new Error(`There is no file ${name} that can be read.`)
  })
  const parsed = programmeSchema.safeParse(jsonOf(name, text))
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.') || '(whole)'}: ${issue.message}`)
  throw new Error(`${name} is no programme:\n${faults.join('\n')}`)
}

function jsonOf(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${name} is not JSON.`)
  }
}
