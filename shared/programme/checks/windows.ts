import type { Bilingual } from '../../kit/fields'
import { pathText, type Fault } from '../fault'
import type { Programme } from '../schema'
import { walk } from './walk'

/** No window of days ends before it begins, and the parts of a budget are its whole. */
export function campaignWindows(programme: Programme): Fault[] {
  return [...walk(programme)].flatMap(({ path, value }) => {
    const why = isRecord(value) ? (backwards(value) ?? notWhole(value)) : null
    return why ? [{ path: pathText(path), ...why }] : []
  })
}

type Fields = { [field: string]: unknown }

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function backwards({ kind, from, to }: Fields): Bilingual | null {
  if (kind !== 'dates' || typeof from !== 'string' || typeof to !== 'string' || from <= to) return null
  return { zh: `结束（${to}）早于开始（${from}）`, en: `It ends (${to}) before it begins (${from})` }
}

function notWhole({ splitPercent }: Fields): Bilingual | null {
  if (!isRecord(splitPercent)) return null
  const sum = Object.values(splitPercent).reduce<number>((total, part) => total + Number(part), 0)
  return sum === 100
    ? null
    : { zh: `预算各部分加起来是 ${sum}%，不是 100%`, en: `The parts of the budget come to ${sum}% and not to 100%` }
}
