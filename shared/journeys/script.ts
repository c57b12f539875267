import type { Bilingual } from '../kit/fields'
import { clockText, dayOf, type Instant } from '../kit/time'
import type { Touchpoint } from '../programme/parts/journeys'

/** Whom a script speaks of. */
export type Speaking = {
  member: string
  staff: string
  shop: string
  store: string
  anchors: { [code: string]: Instant }
}

/** `{name}` in a script. */
const placeInScript = /\{([a-z][a-z0-9-]*)\}/g

/** The parts of a script in order, with what its places stand for. An anchor without a date is told as one to agree on. */
export function scriptWords(script: Touchpoint['script'], about: Speaking): { part: ScriptPart; text: Bilingual }[] {
  return scriptParts.flatMap((part) => {
    const text = script[part]
    return text ? [{ part, text: { zh: filled(text.zh, about, 'zh'), en: filled(text.en, about, 'en') } }] : []
  })
}

export const scriptParts = ['opening', 'points', 'closing'] as const
export type ScriptPart = (typeof scriptParts)[number]

function filled(text: string, { anchors, ...names }: Speaking, language: keyof Bilingual): string {
  return text.replace(placeInScript, (whole, name: string) => {
    if (name in names) return names[name as keyof typeof names]
    const at = anchors[name]
    return at ? momentText(at, language) : (toAgree[language] ?? whole)
  })
}

const toAgree: Bilingual = { zh: '（日期待定）', en: '(date to be agreed)' }

function momentText(at: Instant, language: keyof Bilingual): string {
  const [, month = 1, date = 1] = dayOf(at).split('-').map(Number)
  return language === 'zh'
    ? `${month} 月 ${date} 日 ${clockText(at)}`
    : `${date} ${months[month - 1]}, ${clockText(at)}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
