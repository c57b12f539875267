import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import { programmesCheck, programmesRead, programmesTry } from '@shared/programme/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { PageState } from '@/components/PageState'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { toast } from '@/components/Toast'
import { Affected } from '@/features/programme/Affected'
import { Basis } from '@/features/programme/Basis'
import { CostTable } from '@/features/programme/CostTable'
import { dropDraft, keptDraft } from '@/features/programme/draft'
import { PublishSheet } from '@/features/programme/PublishSheet'
import { TierBars } from '@/features/programme/TierBars'
import { tiersOf, type Trial } from '@/features/programme/trial'
import { useAsk } from '@/kit/ask'
import { useTranslate } from '@/kit/i18n'
import { backTo } from '@/kit/open'
import '@/i18n/follow-ups'
import '@/i18n/programme'
import './manager.scss'

/** What the draft would have done over the shop's own history, beside the programme in force, and the way to publish it. */
export default function WhatIfPage() {
  const t = useTranslate()
  const [draft] = useState(keptDraft)
  if (draft) return <Tried draft={draft.text} />
  return (
    <Screen back title={t('whatif.title')}>
      <PageState
        picture="slip"
        title={t('whatif.none')}
        body={t('whatif.none.body')}
        action={{ label: t('whatif.none.go'), onPress: () => backTo('programme') }}
      />
    </Screen>
  )
}

function Tried({ draft }: { draft: string }) {
  const t = useTranslate()
  const trial = useAsk(programmesTry, { draft })
  const check = useAsk(programmesCheck, { draft })
  const versions = useAsk(programmesRead, {})
  const [publishing, setPublishing] = useState(false)
  const checked = check.value
  const earliestAt = checked?.earliestAt ?? null
  const published = () => {
    dropDraft()
    toast(t('whatif.published'))
    backTo('programme')
  }
  const again = () => [trial, check, versions].forEach((read) => void read.again())
  const refusal = trial.refusal ?? versions.refusal ?? check.refusal
  const shown = trial.value && versions.value
  return (
    <Screen
      back
      title={t('whatif.title')}
      over={
        publishing &&
        versions.value &&
        checked &&
        earliestAt && (
          <PublishSheet
            draft={draft}
            newest={versions.value.newest}
            checked={{ ...checked, earliestAt }}
            onDone={published}
            onClose={() => setPublishing(false)}
          />
        )
      }
    >
      <View className="manager">
        {!shown && refusal && <ReadFailed refusal={refusal} busy={trial.loading} onRetry={again} />}
        {!shown && !refusal && trial.slow && <Waiting />}
        {shown && !checked && check.refusal && (
          <Notice
            kind="danger"
            text={check.refusal.message || t('programme.failed')}
            action={{ id: 'check-again', label: t('action.retry'), onPress: () => void check.again() }}
            className="manager__notice"
          />
        )}
        {trial.value && versions.value && (
          <Result trial={trial.value} versions={versions.value} draft={draft} checked={checked} />
        )}
      </View>
      <BottomBar>
        <View className="programme__foot">
          <Button
            id="whatif-again"
            kind="outline"
            size={52}
            label={t('whatif.again')}
            className="programme__second"
            onPress={() => backTo('programme')}
          />
          <Button
            id="whatif-publish"
            size={52}
            className="programme__lead"
            disabled={!shown || !earliestAt}
            label={t('whatif.publish')}
            onPress={() => setPublishing(true)}
          />
        </View>
      </BottomBar>
    </Screen>
  )
}

function Result(props: {
  trial: Trial
  versions: OutputOf<typeof programmesRead>
  draft: string
  checked: OutputOf<typeof programmesCheck> | null
}) {
  const { trial, versions, draft, checked } = props
  const t = useTranslate()
  const tiers = tiersOf(versions.live.programme.tiers, draft)
  return (
    <>
      <Basis trial={trial} version={versions.live.version} differences={checked?.differences ?? []} />
      {trial.members === 0 ? (
        <PageState inline picture="slip" title={t('whatif.history.none')} body={t('whatif.history.none.body')} />
      ) : (
        <>
          <TierBars trial={trial} tiers={tiers} />
          <CostTable trial={trial} />
          <Affected trial={trial} tiers={tiers} />
        </>
      )}
    </>
  )
}

function Waiting() {
  return (
    <>
      <Skeleton className="whatif__waiting" />
      <Skeleton className="manager__waiting-list" />
    </>
  )
}
