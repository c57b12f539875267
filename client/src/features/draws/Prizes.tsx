import { View } from '@tarojs/components'
import type { drawsRead, FixedPrize } from '@shared/draws/contract'
import type { OutputOf } from '@shared/kit/contract'
import { addMilliseconds, dayOf } from '@shared/kit/time'
import { Icon } from '@/components/Icon'
import { Sheet } from '@/components/Sheet'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import { shortDay } from '@/kit/time'
import { oddsText, prizeIcon } from './prizeWords'

type Read = OutputOf<typeof drawsRead>

/** Every prize with its odds, how many there are, and what is given when one is used up. */
export function PrizesSheet({ read, onClose }: { read: Read; onClose: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const { rules, weights, left } = read
  const fallback = rules.prizes.find(({ id }) => id === rules.fallback)
  return (
    <Sheet title={t('draw.prizes')} onClose={onClose}>
      {rules.tables.length > 1 && <View className="s1 c-ink-3 draw__sheet-line">{t('draw.prizes.mine')}</View>}
      {rules.prizes.map((prize, index) => (
        <View key={prize.id} className="draw__prize">
          <Icon name={prizeIcon(prize)} size={22} className="c-brand draw__prize-icon" />
          <View className="grow">
            <View className="b1">{inLanguage(prize.name, language)}</View>
            <View className="cap c-ink-3">{limitsOf(prize, left, t).join(' · ')}</View>
          </View>
          <View className="b1 num w600">{oddsText(weights[index] ?? 0, rules.outOf)}</View>
        </View>
      ))}
      {fallback && (
        <View className="s1 c-ink-2 draw__sheet-line">
          {t('draw.prizes.fallback', { prize: inLanguage(fallback.name, language) })}
        </View>
      )}
    </Sheet>
  )
}

function limitsOf({ id, stock, perDay, perMember }: FixedPrize, left: Read['left'], t: Translate): string[] {
  const now = left.find(({ prizeId }) => prizeId === id)
  return [
    ...(stock === null ? [] : [t('draw.prizes.stock', { n: countText(stock) })]),
    ...(perDay === null ? [] : [t('draw.prizes.perDay', { n: countText(perDay) })]),
    ...(perMember === null ? [] : [t('draw.prizes.perMember', { n: countText(perMember) })]),
    ...(now ? [t('draw.prizes.left', { n: countText(now.left) })] : []),
  ]
}

/** Who runs it, when, for whom; fixed before it opened. */
export function RulesSheet({ read, onClose }: { read: Read; onClose: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const { organiser, from, until, forVisitors, perMember, rules } = read.rules
  const days = `${shortDay(dayOf(from), language)} – ${shortDay(dayOf(addMilliseconds(until, -1)), language)}`
  const lines: [string, string][] = [
    [t('draw.rules.organiser'), organiser],
    [t('draw.rules.period'), days],
    [t('draw.rules.who'), forVisitors ? t('draw.rules.who.all') : t('draw.rules.who.members')],
  ]
  if (perMember) lines.push([t('draw.go'), t(`draw.limit.${perMember.per}`, { n: perMember.times })])
  if (rules) lines.push([t('draw.rules.more'), inLanguage(rules, language)])
  return (
    <Sheet title={t('draw.rules')} onClose={onClose}>
      {lines.map(([name, value]) => (
        <View key={name} className="draw__rule">
          <View className="s1 c-ink-3 draw__rule-name">{name}</View>
          <View className="b2 grow">{value}</View>
        </View>
      ))}
      <View className="s1 c-ink-2 draw__sheet-line">{t('draw.rules.fixed')}</View>
      <View className="s1 c-ink-3 draw__sheet-line">{t('draw.rules.wechat')}</View>
    </Sheet>
  )
}
