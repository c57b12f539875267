import { topicTerms, type NoticeFacts, type Topic } from './topics'

/** A text that the SMS service has approved: its words with {1}, {2} … and which arguments stand there, in that order. */
export type TextTemplate = { templateId: string; words: string; arguments: string[] }

/** Whether its words say how to be left alone, which promotion by text has to. */
export function hasWayOut({ words }: Pick<TextTemplate, 'words'>): boolean {
  return /回复?\s*[TRN]|退订/i.test(words)
}

/** Every place of the words has one of the topic's arguments, and no argument is without a place. */
export function placesFit(
  topic: Topic,
  { words, arguments: names }: Pick<TextTemplate, 'words' | 'arguments'>,
): boolean {
  const places = [...new Set([...words.matchAll(/\{(\d+)\}/g)].map(([, number]) => Number(number)))].sort(
    (a, b) => a - b,
  )
  const known = topicTerms[topic].arguments
  return places.length === names.length && places.every((n, i) => n === i + 1) && names.every((name) => name in known)
}

/** What stands in the places of a text, in order. */
export function textParameters<T extends Topic>(topic: T, facts: NoticeFacts[T], names: readonly string[]): string[] {
  const known = topicTerms[topic].arguments
  return names.map((name) => known[name]?.value(facts) ?? '')
}
