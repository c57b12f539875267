import type { TierEvent } from '@shared/tiers/contract'
import { countText, moneyText } from '@/kit/figures'
import { inLanguage, translator } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { needWords } from '@/kit/tier-words'
import type { History } from './useHistory'

type Counts = History['counts']
type Words = { title: string; note: string }

/** What happened and why, in words: of a change of tier the condition that was met, of an order what it comes to by then. */
export function historyWords(event: TierEvent, counts: Counts, language: Language): Words {
  const t = translator(language)
  switch (event.code) {
    case 'enrol':
      return {
        title: t('tiers.history.enrol', { t: inLanguage(event.tier.name, language) }),
        note: joined(event, language),
      }
    case 'order':
      return { title: t('tiers.history.order'), note: ordered(event, soFar(event, counts, language), language) }
    case 'refund': {
      const amount = moneyText(event.amountFen, true)
      const note = t('tiers.history.taken', { amount, sofar: soFar(event, counts, language) })
      return { title: t('tiers.history.refund'), note }
    }
    case 'tier': {
      const name = inLanguage(event.to.name, language)
      return {
        title: event.up ? t('reason.tier.up', { t: name }) : t('reason.tier.down', { t: name }),
        note: decided(event, counts, language),
      }
    }
  }
}

function joined({ via, storeName }: Extract<TierEvent, { code: 'enrol' }>, language: Language): string {
  const t = translator(language)
  if (!storeName) return t(via === 'wechat' ? 'tiers.history.by.self' : 'tiers.history.by.shop')
  const by = { wechat: 'code', staff: 'staff', pos: 'order' } as const
  return t(`tiers.history.by.${by[via]}`, { store: storeName })
}

function ordered(event: Extract<TierEvent, { code: 'order' }>, sofar: string, language: Language): string {
  const t = translator(language)
  const [amount, store] = [moneyText(event.amountFen, true), event.storeName]
  return store
    ? t('tiers.history.counted', { amount, store, sofar })
    : t('tiers.history.counted.nowhere', { amount, sofar })
}

function decided(event: Extract<TierEvent, { code: 'tier' }>, counts: Counts, language: Language): string {
  const t = translator(language)
  if (event.cause === 'refund') return t('tiers.history.recounted', { sofar: soFar(event, counts, language) })
  const met = event.because.filter(({ have, need }) => have >= need)
  if (event.cause !== 'qualified') return t(`reason.tier.${event.cause}`)
  if (met.length === 0) return t('reason.tier.programme')
  return met.map((requirement) => needWords(requirement, language)).join(t('tier.gap.and'))
}

/** What counted by then, of the kinds that this programme's tiers go by. */
function soFar(
  { counted }: { counted: { spendFen: number; orders: number; pointsEarned: number } },
  counts: Counts,
  language: Language,
): string {
  const t = translator(language)
  const figures = {
    spend: moneyText(counted.spendFen).slice(1),
    orders: countText(counted.orders),
    'points-earned': countText(counted.pointsEarned),
  }
  return counts.map((kind) => t(`tiers.history.sofar.${kind}`, { n: figures[kind] })).join(t('tier.gap.and'))
}
