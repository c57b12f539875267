import { useState } from 'react'
import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { journeysOfMember, journeysSetAnchor } from '@shared/journeys/contract'
import type { OutputOf } from '@shared/kit/contract'
import type { Instant } from '@shared/kit/time'
import { Notice } from '@/components/Notice'
import { PageState } from '@/components/PageState'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { toast } from '@/components/Toast'
import { WhenSheet } from '@/components/WhenSheet'
import { BeginCard } from '@/features/journeys/BeginCard'
import { RunCard } from '@/features/journeys/RunCard'
import { StopSheet } from '@/features/journeys/StopSheet'
import { useTill } from '@/features/staff/till'
import { useAsk } from '@/kit/ask'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { useParams } from '@/kit/params'
import { afterPull } from '@/kit/read'
import '@/i18n/follow-ups'
import '@/i18n/staff'
import './till.scss'

/** A member's journeys: what is promised and when, whose it is, and a way to begin one or to change a date. */
export default function JourneysPage() {
  const t = useTranslate()
  const { member: accountId = '' } = useParams()
  const customer = useTill((till) => till.customer)
  const scanId = customer?.sheet.accountId === accountId ? customer.sheet.scanId : undefined
  const read = useAsk(journeysOfMember, { accountId, ...(scanId === undefined ? {} : { scanId }) })
  const { value, refusal, loading } = read
  usePullDownRefresh(() => void afterPull(read))
  if (value)
    return <Journeys answer={value} of={{ accountId, scanId: scanId ?? '' }} onChanged={() => void read.again()} />
  return (
    <Screen back title={t('journey.title')}>
      {refusal && <ReadFailed refusal={refusal} busy={loading} onRetry={() => void read.again()} />}
      {!refusal && <Skeleton className="till__waiting" />}
    </Screen>
  )
}

type Asking = { title: string; at: Instant | null; choose: (at: Instant) => void }
type Props = {
  answer: OutputOf<typeof journeysOfMember>
  of: { accountId: string; scanId: string }
  onChanged: () => void
}

function Journeys({ answer, of, onChanged }: Props) {
  const t = useTranslate()
  const language = useLanguage()
  const set = useCommand(journeysSetAnchor)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [stopping, setStopping] = useState<string | null>(null)
  const { runs, offered, member, serverAt } = answer
  const move = async (runId: string, code: string, at: Instant) => {
    const heard = await set.run({ runId, code, at })
    if (!heard?.ok) return
    toast(t('journey.date.moved'))
    onChanged()
  }
  const ask = (run: (typeof runs)[number], code: string) => {
    const anchor = run.anchors.find((one) => one.code === code)
    const name = anchor ? inLanguage(anchor.name, language) : code
    const choose = (at: Instant) => void move(run.runId, code, at)
    setAsking({ title: t('journey.date.set', { name }), at: anchor?.at ?? null, choose })
  }
  const done = (words: 'journey.begun' | 'journey.stopped') => {
    setStopping(null)
    toast(t(words))
    onChanged()
  }
  const chosen = (at: Instant) => {
    asking?.choose(at)
    setAsking(null)
  }
  return (
    <Screen
      back
      title={member.name ?? member.memberNo}
      over={
        asking ? (
          <WhenSheet
            title={asking.title}
            at={asking.at}
            now={serverAt}
            onChoose={chosen}
            onClose={() => setAsking(null)}
          />
        ) : (
          stopping && (
            <StopSheet runId={stopping} onDone={() => done('journey.stopped')} onClose={() => setStopping(null)} />
          )
        )
      }
    >
      <View className="till">
        {set.refusal && <Notice kind="danger" text={set.refusal.message || t('journey.unheard')} />}
        {runs.map((run) => (
          <RunCard
            key={run.runId}
            run={run}
            now={serverAt}
            onAnchor={(code) => ask(run, code)}
            onStop={() => setStopping(run.runId)}
          />
        ))}
        {offered.length > 0 && (
          <BeginCard of={of} answer={answer} onWhen={setAsking} onBegun={() => done('journey.begun')} />
        )}
        {runs.length + offered.length === 0 && (
          <PageState picture="slip" title={t('journey.none')} body={t('journey.none.body')} />
        )}
      </View>
    </Screen>
  )
}
