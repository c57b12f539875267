import type { Bilingual } from '../../kit/fields'
import type { Day } from '../../kit/time'

/** The platform's kinds of template arguments that ours need; the key in a template begins with its kind. */
export type ArgumentKind = 'thing' | 'date' | 'number'

export type Argument<Facts> = {
  kind: ArgumentKind
  /** The key that the template has unless the manager names another. */
  key: string
  label: Bilingual
  value(facts: Facts): string
}

/** What a message of one topic says: on the platform's template, and in the member's own list. */
export type TopicTerms<Facts> = {
  name: Bilingual
  /** The page that the message opens. */
  page: string
  /** What of it, where the page shows one of many. */
  query?(facts: Facts): string
  arguments: { [name: string]: Argument<Facts> }
  /** How the member's own list of messages puts it. */
  words(facts: Facts): { title: Bilingual; text: Bilingual }
}

/** A name or a few words, cut to what the platform takes. */
export function thingArgument<Facts>(
  key: `thing${number}`,
  label: Bilingual,
  of: (facts: Facts) => string,
): Argument<Facts> {
  return { kind: 'thing', key, label, value: (facts) => thing(of(facts)) }
}

export function dateArgument<Facts>(
  key: `date${number}`,
  label: Bilingual,
  of: (facts: Facts) => Day,
): Argument<Facts> {
  return { kind: 'date', key, label, value: (facts) => dateText(of(facts)) }
}

/** A whole number, such as of points. */
export function numberArgument<Facts>(
  key: `number${number}`,
  label: Bilingual,
  of: (facts: Facts) => number,
): Argument<Facts> {
  return { kind: 'number', key, label, value: (facts) => String(of(facts)) }
}

/** The line at the end of a template that says what to do. */
export function noteArgument<Facts>(key: `thing${number}`, of: (facts: Facts) => string): Argument<Facts> {
  return thingArgument(key, { zh: '说明', en: 'Note' }, of)
}

/** What a message of the programme says, in its own words, and the day that it is about. */
export type TextFacts = { text: Bilingual; on: Day }

/** A topic whose messages are the programme's own words under one heading. */
export function textTopic({ name, page, title }: Pick<TopicTerms<TextFacts>, 'name' | 'page'> & { title: Bilingual }) {
  return {
    name,
    page,
    arguments: {
      text: textArgument<TextFacts>('thing1', ({ text }) => text.zh),
      on: dateArgument<TextFacts>('date2', { zh: '日期', en: 'Day' }, ({ on }) => on),
    },
    words: ({ text }: TextFacts) => ({ title, text }),
  } satisfies TopicTerms<TextFacts>
}

/** The programme's own words, where a template has a place for them. */
export function textArgument<Facts>(key: `thing${number}`, of: (facts: Facts) => string): Argument<Facts> {
  return thingArgument(key, { zh: '提醒内容', en: 'Message' }, of)
}

/** The longest `thing` that the platform takes, in characters. */
export const thingMax = 20

/** The platform takes one line of at most twenty characters: a longer name is cut and shows that it was. */
export function thing(text: string): string {
  const line = [...text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()]
  if (line.length === 0) return '会员'
  return line.length > thingMax ? `${line.slice(0, thingMax - 1).join('')}…` : line.join('')
}

/** A day as the platform's `date` wants it, such as 2026年7月31日. */
export function dateText(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
