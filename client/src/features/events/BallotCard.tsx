import { View } from '@tarojs/components'
import type { EventView } from '@shared/events/contract'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { ProgressBar } from '@/components/ProgressBar'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { timeWords } from './eventWords'

type Props = { event: EventView; now: string; chosen: string | null; onChoose: (code: string) => void }

/** What is voted on: one may be chosen while the vote is open; afterwards how many each has. */
export function BallotCard({ event, now, chosen, onChoose }: Props) {
  const t = useTranslate()
  const language = useLanguage()
  const { ballot, state, endsAt } = event
  if (!ballot) return null
  const { options, given, changeable, total } = ballot
  const open = state === 'open' && (given === null || changeable)
  const line =
    total === null
      ? [t('vote.until', { time: timeWords(endsAt, now, language) }), t(changeable ? 'vote.changeable' : 'vote.final')]
      : [t('vote.closed', { n: countText(total) })]
  return (
    <View className="card event__card">
      <View className="s1 c-ink-2">{line.join(' · ')}</View>
      {options.map(({ code, name, votes }) => {
        const words = inLanguage(name, language)
        const isChosen = code === (chosen ?? given)
        return (
          <Pressable
            key={code}
            id={`option-${code}`}
            role="radio"
            checked={isChosen}
            disabled={!open}
            label={votes === null ? words : `${words}，${t('vote.count', { n: countText(votes) })}`}
            className="ballot__option"
            onPress={() => onChoose(code)}
          >
            <View className="row between">
              <View className={`b1 grow ${isChosen ? 'w600 c-brand' : ''}`}>{words}</View>
              {votes !== null && <View className="s1 num c-ink-2">{t('vote.count', { n: countText(votes) })}</View>}
              {isChosen && <Icon name="check" size={20} className="c-brand ballot__tick" />}
            </View>
            {votes !== null && <ProgressBar share={total ? votes / total : 0} className="ballot__bar" />}
          </Pressable>
        )
      })}
    </View>
  )
}
