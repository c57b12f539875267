import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import { dayOf } from '@shared/kit/time'
import { trainingPeople } from '@shared/training/contract'
import { Button } from '@/components/Button'
import { ListRow } from '@/components/ListRow'
import { PageState } from '@/components/PageState'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { useAsk } from '@/kit/ask'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { shortDay } from '@/kit/time'
import '@/features/obligations/Promises.scss'
import '@/i18n/duties'
import '@/i18n/staff'

type Person = OutputOf<typeof trainingPeople>['people'][number]
type Piece = Person['pieces'][number]

/** Who has read and passed what; employees a page at a time. */
export default function TrainingPeoplePage() {
  const t = useTranslate()
  const [after, setAfter] = useState<string | null>(null)
  const { value, refusal, loading, slow, again } = useAsk(trainingPeople, after === null ? {} : { after })
  const more = value?.nextAfter ?? null
  return (
    <Screen back title={t('people.training')}>
      {refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void again()} />}
      {!value && slow && <Skeleton className="promises__waiting" />}
      {value?.people.length === 0 && (
        <PageState picture="slip" title={t('people.training.empty')} body={t('people.training.empty.body')} />
      )}
      {value && value.people.length > 0 && (
        <View className="promises">
          {value.people.map((person) => (
            <PersonCard key={person.staffId} person={person} />
          ))}
          {more && (
            <Button
              id="people-more"
              kind="outline"
              size={44}
              label={t('people.more')}
              busy={loading}
              onPress={() => setAfter(more)}
            />
          )}
        </View>
      )}
    </Screen>
  )
}

function PersonCard({ person: { name, role, pieces } }: { person: Person }) {
  const t = useTranslate()
  const language = useLanguage()
  const done = pieces.filter(({ state }) => state === 'done').length
  return (
    <View className="promises__part">
      <View className="row between promises__heading">
        <View className="b1 w600">{`${name} · ${t(`staff.role.${role}`)}`}</View>
        <View className="s1 c-ink-3 num">{t('people.training.sum', { n: done, of: pieces.length })}</View>
      </View>
      <View className="card">
        {pieces.map((piece) => (
          <ListRow
            key={piece.id}
            height={66}
            icon={piece.state === 'done' ? 'check-circle' : 'receipt'}
            tile={piece.overdue ? 'warn' : 'brand'}
            title={inLanguage(piece.title, language)}
            note={pieceWords(piece, t, language)}
            value={piece.overdue ? t('people.training.late') : t(`training.${piece.state}`)}
          />
        ))}
      </View>
    </View>
  )
}

function pieceWords({ state, passedAt, readAt, tries, best, lastDay }: Piece, t: Translate, language: Language) {
  const tried = best ? t('people.training.tries', { n: tries, right: best.right, of: best.of }) : null
  if (state === 'done') {
    const date = shortDay(dayOf(passedAt ?? readAt ?? ''), language)
    return [passedAt ? t('training.passedAt', { date }) : t('training.readAt', { date }), tried]
      .filter(Boolean)
      .join(' · ')
  }
  const due = lastDay && t('people.training.by', { date: shortDay(lastDay, language) })
  return [state === 'read' ? t('people.training.read') : null, due, tried].filter(Boolean).join(' · ') || undefined
}
