import { useState } from 'react'
import { View } from '@tarojs/components'
import { journeysBegin, type journeysOfMember } from '@shared/journeys/contract'
import type { OutputOf } from '@shared/kit/contract'
import type { Instant } from '@shared/kit/time'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { momentWords } from '@/kit/time'

type Answer = OutputOf<typeof journeysOfMember>
type Offered = Answer['offered'][number]

/** A journey that may begin: its dates, the first of them needed, and who does what; the caller does what nobody else is named for. */
export function BeginCard(props: {
  of: { scanId: string; accountId: string }
  answer: Answer
  onWhen: (about: { title: string; at: Instant | null; choose: (at: Instant) => void }) => void
  onBegun: () => void
}) {
  const { of, answer, onWhen, onBegun } = props
  const t = useTranslate()
  const language = useLanguage()
  const command = useCommand(journeysBegin)
  const { offered, colleagues, me, serverAt } = answer
  const [chosenId, setChosenId] = useState(offered[0]?.id ?? '')
  const [anchors, setAnchors] = useState<{ [code: string]: Instant }>({})
  const [people, setPeople] = useState<{ [role: string]: string }>({})
  const chosen = offered.find(({ id }) => id === chosenId)
  if (!chosen) return null
  const dates = datesOf(chosen, anchors, serverAt)
  const begin = async () => {
    const named = chosen.roles.map(({ code }) => ({ role: code, staffId: people[code] ?? me.id }))
    const dated = Object.entries(dates).map(([code, at]) => ({ code, at }))
    const heard = await command.run({ ...of, journeyId: chosen.id, anchors: dated, people: named })
    if (heard?.ok) onBegun()
  }
  return (
    <View className="till__part">
      <View className="h3 till__heading">{t('journey.begin.choose')}</View>
      {command.refusal && <Notice kind="danger" text={command.refusal.message || t('journey.unheard')} />}
      <Chips
        inset
        chips={offered.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) }))}
        chosen={chosen.id}
        onChoose={setChosenId}
      />
      <View className="card till__card">
        {chosen.anchors.map(({ code, name }) => {
          const at = dates[code] ?? null
          const title = inLanguage(name, language)
          const choose = (when: Instant) => setAnchors({ ...anchors, [code]: when })
          return (
            <ListRow
              key={code}
              id={`begin-${code}`}
              title={title}
              value={at ? momentWords(at, serverAt, language) : t('journey.date.none')}
              onPress={() => onWhen({ title, at, choose })}
            />
          )
        })}
      </View>
      {chosen.roles.map(({ code, name }) => (
        <View key={code}>
          <View className="s1 c-ink-2 till__label">{inLanguage(name, language)}</View>
          <Chips
            inset
            chips={colleagues.map((one) => ({ value: one.id, label: one.name }))}
            chosen={people[code] ?? me.id}
            onChoose={(id) => setPeople({ ...people, [code]: id })}
          />
        </View>
      ))}
      <Button
        id="journey-begin"
        size={52}
        className="till__confirm"
        label={t('journey.begin')}
        busyLabel={t('journey.begin.busy')}
        busy={command.busy}
        onPress={() => void begin()}
      />
    </View>
  )
}

/** What has been chosen; the date by which it begins is today until another is. */
function datesOf({ anchors }: Offered, chosen: { [code: string]: Instant }, now: Instant): { [code: string]: Instant } {
  const first = anchors.find(({ needed }) => needed)
  return first && !chosen[first.code] ? { ...chosen, [first.code]: now } : chosen
}
