import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import { programmesCheck } from '@shared/programme/contract'
import { Notice } from '@/components/Notice'
import { PageState } from '@/components/PageState'
import { ListRow } from '@/components/ListRow'
import { Skeleton } from '@/components/Skeleton'
import { useAsk } from '@/kit/ask'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { momentWords } from '@/kit/time'
import { cloudNow } from './now'
import './Programme.scss'

type Answer = OutputOf<typeof programmesCheck>

/** What the cloud says of a draft: what is wrong with it, or what it does otherwise and how soon it could. */
export function Checked({ draft }: { draft: string }) {
  const t = useTranslate()
  const { value, refusal, slow, again } = useAsk(programmesCheck, { draft })
  if (value) return <Findings answer={value} />
  if (refusal)
    return (
      <Notice
        kind="danger"
        text={refusal.message || t('programme.failed')}
        action={{ id: 'check-again', label: t('action.retry'), onPress: () => void again() }}
        className="programme__notice"
      />
    )
  return slow ? <Skeleton className="programme__waiting" /> : null
}

function Findings({ answer }: { answer: Answer }) {
  const t = useTranslate()
  const language = useLanguage()
  const { faults, warnings, differences, against, earliestAt } = answer
  const adverse = differences.filter((one) => one.adverse).length
  return (
    <>
      {faults.length > 0 && <Told title={t('programme.faults', { n: faults.length })} tone="danger" told={faults} />}
      {warnings.length > 0 && (
        <Told title={t('programme.warnings', { n: warnings.length })} tone="accent" told={warnings} />
      )}
      {faults.length === 0 && differences.length === 0 && (
        <PageState inline picture="slip" title={t('programme.same', { v: against })} body={t('programme.same.body')} />
      )}
      {differences.length > 0 && (
        <View className="card programme__told">
          <View className="b1 w600">{t('programme.differences', { v: against, n: differences.length })}</View>
          {differences.map((one) => (
            <View key={`${one.path} ${one.zh}`} className="programme__fault">
              <View className="b2">{inLanguage(one, language)}</View>
              {one.adverse && <View className="cap w500 programme__adverse">{t('programme.adverse')}</View>}
            </View>
          ))}
        </View>
      )}
      {earliestAt && differences.length > 0 && (
        <View className="card programme__card">
          <ListRow
            icon="clock"
            title={t('programme.earliest')}
            {...(adverse > 0 ? { note: t('programme.earliest.adverse', { n: adverse }), height: 66 as const } : {})}
            value={momentWords(earliestAt, cloudNow(), language)}
          />
        </View>
      )}
    </>
  )
}

function Told(props: { title: string; tone: 'danger' | 'accent'; told: Answer['faults'] }) {
  const t = useTranslate()
  const language = useLanguage()
  return (
    <View className="card programme__told">
      <View className={`b1 w600 c-${props.tone}`}>{props.title}</View>
      {props.told.map((one, n) => (
        <View key={`${n} ${one.path}`} className="programme__fault">
          <View className="b2">{inLanguage(one, language)}</View>
          <View className="cap c-ink-3 num programme__path">{one.path || t('programme.faults.whole')}</View>
        </View>
      ))}
    </View>
  )
}
