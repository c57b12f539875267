import { View } from '@tarojs/components'
import { addDays, dayOf, type Instant } from '@shared/kit/time'
import { obligationsKeep, type ObligationView } from '@shared/obligations/contract'
import { ListRow } from '@/components/ListRow'
import { LineSheet } from '@/components/LineSheet'
import type { IconName } from '@/components/icons'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { dayWords } from '@/kit/time'

/** What stands in rows of its own on a customer's page: rewards to hand out and what may be had each month. */
const shownElsewhere: readonly ObligationView['kind'][] = ['hand-out', 'entitlement']
const icons: { [kind in 'gift' | 'send' | 'birthday']: IconName } = { gift: 'gift', send: 'truck', birthday: 'cake' }

type Props = { obligations: readonly ObligationView[]; now: Instant; onKeep: (one: ObligationView) => void }

/** What the shop owes this customer, due first; what no entry proves is kept by a word of whoever did it. */
export function Owed({ obligations, now, onKeep }: Props) {
  const t = useTranslate()
  const language = useLanguage()
  const owed = obligations.filter(({ kind }) => !shownElsewhere.includes(kind))
  if (owed.length === 0) return null
  return (
    <View className="till__part">
      <View className="b1 w600 till__heading">{t('owed.head')}</View>
      <View className="card">
        {owed.map((one) => (
          <ListRow
            key={one.obligationId}
            id={`owed-${one.obligationId}`}
            icon={icons[one.kind as keyof typeof icons]}
            tile={one.state === 'late' ? 'warn' : 'brand'}
            height={66}
            title={inLanguage(one.name, language)}
            note={dueWords(one, now, t, language)}
            {...(one.byNote ? { value: t('owed.keep'), onPress: () => onKeep(one) } : {})}
          />
        ))}
      </View>
    </View>
  )
}

function dueWords({ kind, state, dueAt }: ObligationView, now: Instant, t: Translate, language: Language) {
  if (dueAt === null) return undefined
  const date = dayWords(addDays(dayOf(dueAt), endsAtMidnight(dueAt) ? -1 : 0), now, language)
  if (state === 'late') return t('owed.late', { date })
  return t(`owed.${kind as keyof typeof icons}`, { date })
}

/** What is due by the beginning of a day is good until the day before. */
function endsAtMidnight(dueAt: Instant): boolean {
  return dueAt.slice(11) === '16:00:00.000Z'
}

/** How a promise was kept, in a word of whoever did it. */
export function KeepSheet({ one, onDone, onClose }: { one: ObligationView; onDone: () => void; onClose: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const { run, busy, refusal } = useCommand(obligationsKeep)
  const confirm = async (note: string) => {
    const answer = await run({ obligationId: one.obligationId, note })
    if (answer?.ok) onDone()
  }
  return (
    <LineSheet
      title={t('owed.keep.title')}
      field={{
        id: 'owed-note',
        label: t('owed.keep.note'),
        placeholder: t('owed.keep.hint'),
        maxLength: 200,
        atLeast: 2,
      }}
      button={{ id: 'owed-confirm', label: t('owed.keep.confirm'), busyLabel: t('owed.keep.busy') }}
      busy={busy}
      fault={refusal && (refusal.message || t('groups.unheard'))}
      onSend={(note) => void confirm(note)}
      onClose={onClose}
    >
      <View className="b1 c-ink-2">{inLanguage(one.name, language)}</View>
    </LineSheet>
  )
}
