import { pathText, type Fault } from '../fault'
import type { Programme } from '../schema'
import { walk } from './walk'

/** Within one list no two things have the same id or code. */
export function repeated(programme: Programme): Fault[] {
  return [...walk(programme)].flatMap(({ path, value }) => {
    if (!Array.isArray(value) || path.at(-1) === 'conditions') return []
    const seen = new Set<string>()
    return value.flatMap((one: unknown, index) => {
      const id = idOf(one)
      if (id === null || !seen.has(id)) {
        if (id !== null) seen.add(id)
        return []
      }
      return [{ path: pathText([...path, index]), zh: `编号重复：${id}`, en: `The id ${id} stands twice` }]
    })
  })
}

function idOf(one: unknown): string | null {
  if (typeof one !== 'object' || one === null) return null
  const { id, code } = one as { id?: unknown; code?: unknown }
  if (typeof id === 'string') return id
  return typeof code === 'string' ? code : null
}
