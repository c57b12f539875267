import type { Bilingual } from '../kit/fields'
import type { Message, OccasionName } from './parts/messages'

/** What a message's text may leave to be filled in. */
export const placeholders = ['name', 'tier', 'points', 'day', 'amount', 'coupon', 'event'] as const
export type Placeholder = (typeof placeholders)[number]
export type Values = { readonly [P in Placeholder]?: Bilingual }

/** What can be filled in on each occasion; who it is and their tier can always. */
export const placeholdersOf: { readonly [K in OccasionName]: readonly Placeholder[] } = {
  enrolled: ['name', 'tier', 'points'],
  arrived: ['name', 'tier', 'points'],
  'tier-reached': ['name', 'tier', 'day'],
  birthday: ['name', 'tier', 'day'],
  festival: ['name', 'tier', 'day'],
  'points-expiring': ['name', 'tier', 'points', 'day'],
  'coupon-expiring': ['name', 'tier', 'coupon', 'day'],
  'term-ending': ['name', 'tier', 'amount', 'day'],
  event: ['name', 'tier', 'event', 'day'],
  'points-short': ['name', 'tier', 'points', 'amount', 'day'],
  inactive: ['name', 'tier', 'points'],
  every: ['name', 'tier', 'points', 'day'],
}

const braces = /\{([^{}]*)\}/g

/** What a text leaves to be filled in, as it is written there. */
export function leftOpen(text: string): string[] {
  return [...text.matchAll(braces)].map(([, name = '']) => name)
}

/** A text with everything filled in; English begins with a capital whatever stands first. */
export function filled(text: Bilingual, values: Values): Bilingual {
  const fill = (language: keyof Bilingual) =>
    text[language].replace(braces, (_, name: string) => values[name as Placeholder]?.[language] ?? '')
  const en = fill('en')
  return { zh: fill('zh'), en: en.charAt(0).toUpperCase() + en.slice(1) }
}

/** How long a text may become, in characters, by what carries it. The member's own list takes the longest. */
export const textMax: { readonly [C in Message['channels'][number]]: number } = {
  subscription: 20,
  text: 60,
  inbox: 200,
  mail: 200,
}

/** Names longer than this are cut where they are filled in, so that they leave room for the text. */
export const nameMax = 6
export const thingNameMax = 8

/** The longest that each may become; what a tier is called is the programme's. */
export function longest(placeholder: Placeholder, tierNames: readonly string[]): number {
  if (placeholder === 'tier') return Math.max(0, ...tierNames.map((name) => [...name].length))
  return longestOf[placeholder]
}

const longestOf: { readonly [P in Exclude<Placeholder, 'tier'>]: number } = {
  name: nameMax,
  points: '999,999'.length,
  day: '12 月 31 日'.length,
  amount: '消费 9,999 元'.length,
  coupon: thingNameMax,
  event: thingNameMax,
}
