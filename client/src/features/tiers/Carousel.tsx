import { Swiper, SwiperItem, View } from '@tarojs/components'
import { TierCard, type TierCardProps } from '@/components/TierCard'
import { inLanguage, translator, useLanguage } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { dayOf } from '@shared/kit/time'
import { dayWords } from '@/kit/time'
import { gapWords, needWords, shareOf } from '@/kit/tier-words'
import type { Ladder, Step } from './useLadder'

/** The tiers side by side; the neighbours peek in at the edges. */
export function Carousel({
  ladder,
  shown,
  onShow,
}: {
  ladder: Ladder
  shown: number
  onShow: (index: number) => void
}) {
  const language = useLanguage()
  return (
    <Swiper
      className="ladder__carousel"
      previousMargin="46px"
      nextMargin="46px"
      current={shown}
      onChange={(event) => onShow(event.detail.current)}
    >
      {ladder.ladder.map((step) => (
        <SwiperItem key={step.id} className="ladder__slide">
          <View className="ladder__card">
            <TierCard {...faceOf(step, ladder, language)} />
          </View>
        </SwiperItem>
      ))}
    </Swiper>
  )
}

function faceOf(step: Step, ladder: Ladder, language: Language): TierCardProps {
  const t = translator(language)
  const base = { slot: step.slot, form: 'peek' as const, name: t('tier.name', { t: inLanguage(step.name, language) }) }
  if (step.id === ladder.current.id) {
    const since = dayWords(dayOf(ladder.current.since), ladder.serverAt, language)
    return {
      ...base,
      lines: [t('tier.since', { date: since })],
      corner: { label: t('tiers.current') },
      gap: gapWords(ladder.progress, language),
      share: ladder.progress ? shareOf(ladder.progress) : null,
    }
  }
  return {
    ...base,
    lines: [t('tiers.count', { n: step.benefits.length })],
    locked: !step.reached,
    gap: needsOf(step, language),
    share: step.reached ? 1 : shareOf({ next: step, match: step.match ?? 'all', requirements: step.requirements }),
  }
}

function needsOf(step: Step, language: Language): string {
  const t = translator(language)
  if (step.requirements.length === 0) return t('tiers.needs.none')
  const joint = t(step.match === 'any' ? 'tier.gap.or' : 'tier.gap.and')
  return step.requirements.map((requirement) => needWords(requirement, language)).join(joint)
}
