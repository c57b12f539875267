import type { OutputOf } from '@shared/kit/contract'
import type { homeRead } from '@shared/members/contract'
import { countText, moneyText } from './figures'
import { inLanguage, translator } from './i18n'
import type { Language } from './settings'

export type Progress = NonNullable<OutputOf<typeof homeRead>['progress']>
export type Requirement = Progress['requirements'][number]

/** What is still missing to the next tier as one sentence, `<b>` around its figures: 再消费 ¥320 升级金卡. */
export function gapWords(progress: Progress | null, language: Language): string {
  const t = translator(language)
  if (!progress) return t('tier.top')
  const open = progress.requirements.filter(({ have, need }) => have < need)
  const parts = open.map((requirement, index) => {
    const words = missing(requirement, language)
    return index < open.length - 1 ? words.trimEnd() : words
  })
  const gap = parts.join(t(progress.match === 'all' ? 'tier.gap.and' : 'tier.gap.or'))
  return t('tier.gap', { gap, t: inLanguage(progress.next.name, language) })
}

/**
 * How much of the way to the next tier is done: of several needs the one least met when all count, the one best met
 * when any counts.
 */
export function shareOf(progress: Progress): number {
  const shares = progress.requirements.map(({ have, need }) => Math.min(1, need > 0 ? have / need : 1))
  return progress.match === 'all' ? Math.min(...shares) : Math.max(...shares)
}

/** `¥680 / ¥1,000` where one need decides; with several the sentence says it all. */
export function figuresOf(progress: Progress): string | undefined {
  const [only, ...others] = progress.requirements
  if (!only || others.length > 0) return undefined
  const show = (amount: number) => (only.kind === 'spend' ? moneyText(amount) : countText(amount))
  return `${show(only.have)} / ${show(only.need)}`
}

/** What a tier asks for, as on the ladder: 累计消费满 ¥1,000. */
export function needWords({ words }: Pick<Requirement, 'words'>, language: Language): string {
  return inLanguage(words, language)
}

/** 10% off is 9 折 in Chinese: what is left to pay, in tenths. */
export function discountWords(percent: number, language: Language): string {
  return translator(language)('benefit.discount', { n: language === 'en' ? percent : (100 - percent) / 10 })
}

function missing({ kind, have, need, words }: Requirement, language: Language): string {
  const t = translator(language)
  if (kind === 'spend') return t('tier.gap.spend', { n: amountText(need - have) })
  if (kind === 'orders') return t('tier.gap.orders', { n: countText(need - have) })
  return kind === 'points-earned' ? t('tier.gap.points', { n: countText(need - have) }) : inLanguage(words, language)
}

function amountText(fen: number): string {
  return moneyText(fen).slice(1)
}
