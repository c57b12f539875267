import type { StatementEntry } from '@shared/points/contract'
import type { Instant } from '@shared/kit/time'
import { moneyText, countText } from '@/kit/figures'
import { inLanguage, translator } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { momentWords, shortDay } from '@/kit/time'

type Names = { [tier: string]: { zh: string; en: string } }
type Reasons = { [Code in StatementEntry['reason']['code']]: Extract<StatementEntry['reason'], { code: Code }> }
type Words = { title: string; details: (string | null)[] }
type Context = { names: Names; language: Language }

/** An entry as a person reads it: why the balance changed, then when, where and at which rate. */
export function entryWords(entry: StatementEntry, now: Instant, context: Context): { title: string; note: string } {
  const { title, details } = wordsOf(entry.reason, context)
  return { title, note: [momentWords(entry.at, now, context.language), ...details].filter(Boolean).join(' · ') }
}

function wordsOf<Code extends keyof Reasons>(reason: Reasons[Code], context: Context): Words {
  return (words[reason.code as Code] as (reason: Reasons[Code], context: Context) => Words)(reason, context)
}

/** A total map: a reason without its words does not compile. */
const words: { [Code in keyof Reasons]: (reason: Reasons[Code], context: Context) => Words } = {
  enrol: (_, { language }) => plain(translator(language)('reason.enrol')),
  'enrolment-gift': (_, { language }) => plain(translator(language)('reason.enrolment-gift')),
  purchase: (reason, context) => ({
    title: translator(context.language)('reason.purchase', { amount: moneyText(reason.amountFen, true) }),
    details: [
      reason.storeName,
      rateWords(reason, context),
      ...reason.campaigns.map((name) => inLanguage(name, context.language)),
    ],
  }),
  burn: (reason, { language }) => ({
    title: translator(language)('reason.burn'),
    details: [reason.storeName, orderWords(reason.orderId, language)],
  }),
  refund: (reason, { language }) => ({
    title: translator(language)('reason.refund'),
    details: [
      reason.storeName,
      orderWords(reason.orderId, language),
      reason.owed > 0 ? translator(language)('reason.owed', { n: countText(reason.owed) }) : null,
    ],
  }),
  'write-off': (reason, { language }) => ({
    title: translator(language)('reason.write-off'),
    details: [orderWords(reason.orderId, language)],
  }),
  adjust: (reason, { language }) => ({ title: translator(language)('reason.adjust'), details: [reason.text] }),
  exchange: (reason, { language }) =>
    plain(translator(language)('reason.exchange', { what: rewardWords(reason, language) })),
  'exchange-back': (reason, { language }) => ({
    title: translator(language)('reason.exchange-back', { what: rewardWords(reason, language) }),
    details: [translator(language)(`reason.exchange-back.${reason.because}`)],
  }),
  event: (reason, { language }) =>
    plain(
      translator(language)(reason.back ? 'reason.event.back' : 'reason.event', {
        what: inLanguage(reason.name, language),
      }),
    ),
  expire: (_, { language }) => plain(translator(language)('reason.expire')),
  settled: (reason, { language }) =>
    plain(translator(language)(reason.given ? 'reason.settled.given' : 'reason.settled.got')),
  right: (reason, { language }) => ({
    title: inLanguage(reason.name, language),
    details: [translator(language)(reason.given ? 'reason.right.given' : 'reason.right.withdrawn')],
  }),
  given: ({ why }, { language }) => plain(translator(language)(givenKey(why))),
  referral: ({ as, friends, undone }, { language }) => {
    const t = translator(language)
    return {
      title: t(`reason.referral.${as}`, { n: friends ?? 0 }),
      details: [undone ? t('reason.referral.undone') : null],
    }
  },
  'gift-undone': (_, { language }) => {
    const t = translator(language)
    return { title: t('reason.given.tier'), details: [t('reason.act.undone')] }
  },
  activate: (_, { language }) => plain(translator(language)('reason.activate')),
  'top-up': (_, { language }) => plain(translator(language)('reason.top-up')),
  'check-in': ({ streak, bonus }, { language }) => {
    const t = translator(language)
    const onTop = bonus > 0 ? t('reason.check-in.bonus', { n: countText(bonus) }) : null
    return { title: t('reason.check-in'), details: [t('reason.check-in.streak', { n: streak }), onTop] }
  },
  'make-up': ({ day }, { language }) =>
    plain(translator(language)('reason.make-up', { date: shortDay(day, language) })),
  act: ({ act, undone }, { language }) => {
    const t = translator(language)
    return { title: t(`reason.act.${act}`), details: [undone ? t('reason.act.undone') : null] }
  },
  'tier-bought': (reason, { names, language }) =>
    plain(translator(language)('reason.tier-bought', { t: nameOf(reason.tierId, names, language) })),
  'chance-bought': ({ name }, { language }) => ({
    title: translator(language)('reason.chance-bought'),
    details: [inLanguage(name, language)],
  }),
  tier: (reason, { names, language }) => {
    const t = translator(language)
    const name = nameOf(reason.to, names, language)
    return {
      title: reason.up ? t('reason.tier.up', { t: name }) : t('reason.tier.down', { t: name }),
      details: [t(`reason.tier.${reason.cause}`)],
    }
  },
}

const givers = ['birthday', 'tier', 'referral', 'draw', 'reward'] as const

function givenKey(why: string) {
  const giver = givers.find((one) => one === why)
  return giver ? (`reason.given.${giver}` as const) : 'reason.given.other'
}

function plain(title: string): Words {
  return { title, details: [] }
}

function rewardWords({ name, count }: Reasons['exchange'] | Reasons['exchange-back'], language: Language): string {
  const words = inLanguage(name, language)
  return count === 1 ? words : `${words} × ${count}`
}

/** The rate is worth saying only where the tier made it differ from one point per yuan. */
function rateWords({ pointsPerYuan, tierId }: Reasons['purchase'], { names, language }: Context): string | null {
  if (pointsPerYuan === 1) return null
  return translator(language)('reason.rate', { t: nameOf(tierId, names, language), n: pointsPerYuan })
}

function orderWords(orderId: string, language: Language): string {
  return translator(language)('reason.order', { tail: orderId.slice(-4) })
}

function nameOf(tier: string, names: Names, language: Language): string {
  const name = names[tier]
  return name ? inLanguage(name, language) : tier
}
