import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { countText, moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import type { Ladder, Step } from './useLadder'

/** The ladder in one line: what is reached, where the member stands, what each tier asks for. */
export function Steps({ ladder, onShow }: { ladder: Ladder; onShow: (index: number) => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const steps = ladder.ladder
  const at = steps.findIndex((step) => step.id === ladder.current.id)
  const done = steps.length > 1 ? (at + wayTo(steps[at + 1], steps[at])) / (steps.length - 1) : 1
  const half = `${50 / steps.length}%`
  return (
    <View className="ladder__steps">
      <View className="ladder__track" style={{ left: half, right: half }}>
        <View className="ladder__done" style={{ width: `${Math.round(done * 1000) / 10}%` }} />
      </View>
      {steps.map((step, index) => (
        <Pressable
          key={step.id}
          id={`step-${step.id}`}
          label={`${inLanguage(step.name, language)}，${needOf(step)}，${t(step.reached ? 'tiers.reached' : 'tiers.locked')}`}
          className="ladder__step"
          onPress={() => onShow(index)}
        >
          <View
            className={`ladder__mark ${step.reached ? 'ladder__mark--on' : ''} ${index === at ? 'ladder__mark--here' : ''}`}
          >
            <Icon name={step.reached ? 'check' : 'lock'} size={15} />
          </View>
          <View className={`s1 ladder__name ${index === at ? 'c-brand w600' : 'c-ink-2'}`}>
            {inLanguage(step.name, language)}
          </View>
          <View className="cap c-ink-3 num">{needOf(step)}</View>
        </Pressable>
      ))}
    </View>
  )
}

/** How far between two tiers, 0 to 1: counted from what the lower one asked, where both ask the same kind. */
function wayTo(next: Step | undefined, current: Step | undefined): number {
  const [need] = next?.requirements ?? []
  if (!need) return 0
  const from = current?.requirements.find(({ kind }) => kind === need.kind)?.need ?? 0
  return need.need > from ? Math.max(0, Math.min(1, (need.have - from) / (need.need - from))) : 0
}

/** The first thing a tier asks for, as short as it goes. */
function needOf({ requirements: [first] }: Step): string {
  if (!first) return moneyText(0)
  return first.kind === 'spend' ? moneyText(first.need) : countText(first.need)
}
