import type { PlatformParts } from './services'

/** The small word list by which the local cloud judges texts and addresses of media; the real one is WeChat's secret. */
export type WordList = { risky: string[]; review: string[] }

export const defaultWords: WordList = { risky: ['违规内容', 'risky-content'], review: ['疑似内容', 'review-content'] }

export type Verdict = { suggest: 'pass' | 'review' | 'risky'; label: number; keyword: string | null }

/** Labels of the platform: 100 normal, 20006 unlawful, 21000 other. */
export function judge(parts: PlatformParts, text: string): Verdict {
  const words = (parts.records.get('settings', 'words') as WordList | null) ?? defaultWords
  const risky = words.risky.find((word) => text.includes(word))
  if (risky !== undefined) return { suggest: 'risky', label: 20006, keyword: risky }
  const doubtful = words.review.find((word) => text.includes(word))
  if (doubtful !== undefined) return { suggest: 'review', label: 21000, keyword: doubtful }
  return { suggest: 'pass', label: 100, keyword: null }
}

/** Verdict and reasons in the form of version 2 of the interfaces. */
export function verdictFields(verdict: Verdict): Record<string, unknown> {
  const { suggest, label, keyword } = verdict
  const detail = [
    { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 },
    ...(keyword === null ? [] : [{ strategy: 'keyword', errcode: 0, suggest, label, keyword, level: 90 }]),
  ]
  return { result: { suggest, label }, detail }
}
