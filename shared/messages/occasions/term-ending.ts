import type { Requirement } from '../../books/account'
import type { Bilingual } from '../../kit/fields'
import { yuanText } from '../../kit/money'
import { addDays, startOfDay } from '../../kit/time'
import { leftOpen } from '../../programme/message-texts'
import { endingTier, type Ending } from '../../tiers/keep'
import type { Occasion, View } from './kind'
import { dayWords, numberWords } from './words'

/** A tier that its term ends, with what keeps it until when; once a term, and not where it is kept already. */
export const termEnding: Occasion<'term-ending'> = {
  ofMany: true,
  atOnce: false,
  occurrences: ({ daysBefore }, view) => {
    const top = view.account.held.at(-1)
    const ending = top?.until && endingTier(view.programme, view.account)
    if (!ending) return []
    const { lastDay } = ending
    return [
      {
        mark: lastDay,
        at: view.on(addDays(lastDay, -daysBefore)),
        until: startOfDay(addDays(lastDay, 1)),
        told: () => wordsOf(ending, view),
      },
    ]
  },
}

/** Words that ask for an amount are said to whom an amount keeps the tier. */
function wordsOf(ending: Ending, { message, text }: View) {
  const { tier, lastDay } = ending
  const amount = amountOf(ending)
  const facts = { tier: tier.name, on: lastDay }
  const day = dayWords(lastDay)
  if (message.builtIn)
    return { topic: 'term-ending' as const, facts: { ...facts, ...usualWords(tier.name, day, amount) } }
  const asks = [message.text.zh, message.text.en].some((words) => leftOpen(words).includes('amount'))
  if (asks && !amount) return null
  const words = text({ day, ...(amount ? { amount } : {}) })
  return { topic: 'term-ending' as const, facts: { ...facts, text: words } }
}

function usualWords(tier: Bilingual, day: Bilingual, amount: Bilingual | null) {
  if (!amount) return { text: { zh: `${tier.zh}有效期到 ${day.zh}`, en: `Your ${tier.en} term ends on ${day.en}` } }
  return {
    text: {
      zh: `再${amount.zh}，${day.zh}前可保住${tier.zh}`,
      en: `To keep ${tier.en}, ${amount.en} by ${day.en}`,
    },
    short: { zh: `再${amount.zh}可保住等级`, en: `To keep it, ${amount.en}` },
  }
}

/** What is missing as words; where one of several suffices, the one that is nearest. Null where no amount does. */
function amountOf({ match, missing }: Ending): Bilingual | null {
  const said = missing.map((one) => ({ one, words: amountWords(one) }))
  const sayable = said.flatMap(({ one, words }) => (words ? [{ words, done: one.have / one.need }] : []))
  if (sayable.length === 0 || (match === 'all' && sayable.length < said.length)) return null
  if (match === 'all')
    return {
      zh: sayable.map(({ words }) => words.zh).join('、'),
      en: sayable.map(({ words }) => words.en).join(' and '),
    }
  return sayable.reduce((nearest, other) => (other.done > nearest.done ? other : nearest)).words
}

function amountWords({ kind, have, need }: Requirement): Bilingual | null {
  const left = need - have
  const number = numberWords(left).zh
  switch (kind) {
    case 'spend':
      return { zh: `消费 ${yuanText(left)} 元`, en: `spend ¥${yuanText(left)}` }
    case 'points-earned':
      return { zh: `得 ${number} 积分`, en: `earn ${number} points` }
    case 'orders':
      return { zh: `消费 ${number} 次`, en: left === 1 ? 'come once more' : `come ${number} more times` }
    default:
      return null
  }
}
