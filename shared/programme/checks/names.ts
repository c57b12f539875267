import { pathText, type Fault } from '../fault'
import type { Programme } from '../schema'
import { walk } from './walk'

/** Whatever has a name has one in both languages. */
export function names(programme: Programme): Fault[] {
  return [...walk(programme)].flatMap(({ path, value }) => {
    const isBlank = path.at(-2) === 'name' && typeof value === 'string' && value.trim() === ''
    return isBlank ? [{ path: pathText(path), zh: '名称没有填', en: 'The name is empty' }] : []
  })
}
