import { View } from '@tarojs/components'
import type { RunView } from '@shared/journeys/contract'
import type { Instant } from '@shared/kit/time'
import { ListRow } from '@/components/ListRow'
import { Pressable } from '@/components/Pressable'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { momentWords } from '@/kit/time'
import './RunCard.scss'

type Step = RunView['steps'][number]

/** One journey of a member: its dates, whose it is, and everything that is promised with how far it is. */
export function RunCard(props: { run: RunView; now: Instant; onAnchor: (code: string) => void; onStop: () => void }) {
  const { run, now, onAnchor, onStop } = props
  const t = useTranslate()
  const language = useLanguage()
  const runs = run.state === 'running'
  const people = run.people.flatMap(({ name, person }) =>
    person ? [`${inLanguage(name, language)} ${person.name}`] : [],
  )
  return (
    <View className="run-card">
      <View className="row between run-card__head">
        <View className="h3 ellipsis">{inLanguage(run.name, language)}</View>
        <View className={`run-card__state ${runs ? 'run-card__state--on' : ''}`}>
          {t(`journey.state.${run.state}`)}
        </View>
      </View>
      {run.why && run.why !== 'end' && (
        <View className="s1 c-ink-2 run-card__people">{t(`journey.why.${run.why}`)}</View>
      )}
      {people.length > 0 && <View className="s1 c-ink-2 run-card__people">{people.join(' · ')}</View>}
      <View className="card till__card">
        {run.anchors.map(({ code, name, at }) => {
          const value = at ? momentWords(at, now, language) : t('journey.date.none')
          const row = { id: `anchor-${code}`, title: inLanguage(name, language), value }
          return runs ? <ListRow key={code} {...row} onPress={() => onAnchor(code)} /> : <ListRow key={code} {...row} />
        })}
      </View>
      <View className="card till__card run-card__steps">
        {run.steps.map((step) => (
          <StepRow key={step.key} step={step} now={now} />
        ))}
      </View>
      {runs && (
        <Pressable id="journey-stop" label={t('journey.stop')} className="b2 c-ink-2 run-card__stop" onPress={onStop}>
          {t('journey.stop')}
        </Pressable>
      )}
    </View>
  )
}

function StepRow({ step, now }: { step: Step; now: Instant }) {
  const t = useTranslate()
  const language = useLanguage()
  const { taskId } = step
  const name = inLanguage(step.name, language)
  const when =
    step.waitsFor !== null
      ? t('journey.waits', { name: inLanguage(step.waitsFor, language) })
      : step.startsAt && momentWords(step.startsAt, now, language)
  const who = step.by ?? inLanguage(step.role, language)
  const note = [when, who].filter(Boolean).join(' · ')
  const state = t(`journey.step.${step.state}`)
  const words = (
    <>
      <View className="grow run-step__words">
        <View className="b2 w500 ellipsis">{name}</View>
        <View className="s1 c-ink-3 num ellipsis">{note}</View>
      </View>
      <View className={`run-step__state run-step__state--${step.state}`}>{state}</View>
    </>
  )
  const className = 'run-step'
  if (!taskId) return <View className={className}>{words}</View>
  return (
    <Pressable
      id={`step-${step.key.replace(/[:!]+/g, '-')}`}
      label={[name, note, state].join('，')}
      className={className}
      onPress={() => open('task', { task: taskId })}
    >
      {words}
    </Pressable>
  )
}
