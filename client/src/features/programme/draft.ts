import { forget, recall, remember } from '@/kit/storage'

/** What a manager is writing: the text of a programme and, in both languages, what it was begun from. */
export type Draft = { text: string; from: { zh: string; en: string } }

/** So many characters the cloud takes of a draft. */
export const draftMax = 200_000

/** The draft that this phone keeps between visits; null where there is none. */
export function keptDraft(): Draft | null {
  return recall<Draft>('programme-draft')
}

export function keepDraft(draft: Draft): void {
  remember('programme-draft', draft)
}

export function dropDraft(): void {
  forget('programme-draft')
}

/** A programme as an editor shows it. */
export function draftOf(programme: { name: { zh: string; en: string } }): Draft {
  return { text: JSON.stringify(programme, null, 2), from: programme.name }
}
