import type { Bilingual } from '../kit/fields'
import type { Instant } from '../kit/time'
import type { Topic } from './topics'

/** What a member decided about messages: which ways beside WeChat are open, and what is not to be told at all. */
export type Preferences = { text: Agreed | null; mail: Agreed | null; optedOut: Topic[] }

/** When it was agreed to, and to which words. */
export type Agreed = { at: Instant; words: string }

/** Nobody has agreed to anything, and nobody has turned anything off. */
export const noPreferences: Preferences = { text: null, mail: null, optedOut: [] }

export type PreferenceChange =
  { kind: 'text' | 'mail'; on: true; words: string } | { kind: 'text' | 'mail'; on: false } | TopicChange
type TopicChange = { kind: 'topic'; topic: Topic; on: boolean }

/** The preferences after one change; what was said before about the same thing no longer counts. */
export function changePreferences(before: Preferences, change: PreferenceChange, now: Instant): Preferences {
  if (change.kind !== 'topic') return { ...before, [change.kind]: change.on ? { at: now, words: change.words } : null }
  const others = before.optedOut.filter((topic) => topic !== change.topic)
  return { ...before, optedOut: change.on ? others : [...others, change.topic] }
}

/** What a member agrees to, word for word, by the version that is kept with their consent. */
export type ConsentWords = { version: string; text: Bilingual; mail: Bilingual }

/** The words that are shown now. When a sentence changes these go to `earlierWords` and a new version stands here. */
export const wordsNow: ConsentWords = {
  version: '2026-11',
  text: {
    zh: '同意本店把活动、优惠和提醒发到我的手机号，随时可以回复 T 退订，或在「我的 - 消息设置」关闭。',
    en: 'The shop may text me offers, events and reminders. I can answer T or turn it off here at any time.',
  },
  mail: {
    zh: '同意本店把活动、优惠和提醒发到我的邮箱，随时可以在「我的 - 消息设置」关闭。',
    en: 'The shop may mail me offers, events and reminders. I can turn it off here at any time.',
  },
}

/** What was agreed to before, so that it can be told what anybody agreed to. */
export const earlierWords: readonly ConsentWords[] = []
