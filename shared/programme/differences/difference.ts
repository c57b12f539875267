import type { Bilingual } from '../../kit/fields'
import { pathText } from '../fault'

/** One thing that another programme does otherwise: where, in words, and whether somebody may get less by it. */
export type Difference = { path: string; adverse: boolean } & Bilingual

/** What a change is to members. Where it cannot be told, somebody may get less. */
export type Bearing = 'better' | 'worse' | 'unclear' | 'neutral'

export type Place = { path: readonly PropertyKey[]; subject: Bilingual }

export function differs({ path, subject }: Place, from: Bilingual, to: Bilingual, bearing: Bearing): Difference {
  return differenceOf(path, bearing, {
    zh: `${subject.zh}：${from.zh} → ${to.zh}`,
    en: `${subject.en}: ${from.en} → ${to.en}`,
  })
}

/** Something that was not there before. */
export function isNew({ path, subject }: Place, bearing: Bearing = 'better'): Difference {
  return differenceOf(path, bearing, { zh: `新增：${subject.zh}`, en: `New: ${subject.en}` })
}

/** Something that is there no more. */
export function isGone({ path, subject }: Place, bearing: Bearing = 'worse'): Difference {
  return differenceOf(path, bearing, { zh: `取消：${subject.zh}`, en: `No longer: ${subject.en}` })
}

/** A change that has no figures to be told by. */
export function isOtherwise({ path, subject }: Place, bearing: Bearing): Difference {
  return differenceOf(path, bearing, { zh: `有改动：${subject.zh}`, en: `Changed: ${subject.en}` })
}

/** What more of something is, turned round where there is less. */
export function bearingOf(from: number, to: number, more: Bearing): Bearing {
  return to > from ? more : opposite[more]
}

export const opposite: { [B in Bearing]: Bearing } = {
  better: 'worse',
  worse: 'better',
  unclear: 'unclear',
  neutral: 'neutral',
}

/** A part of a subject: 「金卡」积分倍率. */
export function partOf({ path, subject }: Place, key: PropertyKey | readonly PropertyKey[], part: Bilingual): Place {
  return {
    path: [...path, ...[key].flat()],
    subject: { zh: `${subject.zh}${part.zh}`, en: `${subject.en}, ${part.en}` },
  }
}

export function quoted({ zh, en }: Bilingual): Bilingual {
  return { zh: `「${zh}」`, en }
}

export function figure(value: number): Bilingual {
  return { zh: String(value), en: String(value) }
}

export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

function differenceOf(path: readonly PropertyKey[], bearing: Bearing, words: Bilingual): Difference {
  return { path: pathText(path), ...words, adverse: bearing === 'worse' || bearing === 'unclear' }
}
