import { useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import { programmesRead } from '@shared/programme/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { PageState } from '@/components/PageState'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { toast } from '@/components/Toast'
import { Words } from '@/components/Words'
import { Checked } from '@/features/programme/Checked'
import { draftMax, dropDraft, keepDraft, keptDraft, type Draft } from '@/features/programme/draft'
import { StartSheet } from '@/features/programme/StartSheet'
import { Versions, type VersionShown } from '@/features/programme/Versions'
import { WithdrawSheet } from '@/features/programme/WithdrawSheet'
import { useAsk } from '@/kit/ask'
import { countText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { open } from '@/kit/open'
import { afterPull } from '@/kit/read'
import '@/i18n/programme'
import './manager.scss'

/** The rules that the shop runs, those to come, and the draft of the next ones. */
export default function ProgrammePage() {
  const t = useTranslate()
  const read = useAsk(programmesRead, {})
  const { value, refusal } = read
  usePullDownRefresh(() => void afterPull(read))
  if (value) return <Editor versions={value} onChange={() => void read.again()} />
  return (
    <Screen back title={t('programme.title')}>
      <View className="manager">
        {refusal && <ReadFailed refusal={refusal} busy={read.loading} onRetry={() => void read.again()} />}
        {!refusal && read.slow && <Skeleton className="manager__waiting-list" />}
      </View>
    </Screen>
  )
}

function Editor({ versions, onChange }: { versions: OutputOf<typeof programmesRead>; onChange: () => void }) {
  const t = useTranslate()
  const [draft, setDraft] = useState(keptDraft)
  /** The text that was checked, and which check of it this is. */
  const [checked, setChecked] = useState({ text: '', times: 0 })
  const [sheet, setSheet] = useState<'start' | VersionShown | null>(null)
  useDidShow(() => setDraft(keptDraft()))
  const close = () => setSheet(null)
  const write = (next: Draft) => {
    keepDraft(next)
    setDraft(next)
  }
  const over =
    sheet === 'start' ? (
      <StartSheet
        versions={versions}
        over={draft !== null}
        onBegin={(next) => {
          write(next)
          close()
        }}
        onDrop={() => {
          dropDraft()
          setDraft(null)
          toast(t('programme.dropped'))
          close()
        }}
        onClose={close}
      />
    ) : (
      sheet && (
        <WithdrawSheet
          version={sheet}
          onDone={() => {
            close()
            onChange()
          }}
          onClose={close}
        />
      )
    )
  const mayAsk = draft !== null && draft.text.length >= 2 && draft.text.length <= draftMax
  return (
    <Screen back title={t('programme.title')} over={over}>
      <View className="manager">
        <Versions versions={versions} onWithdraw={setSheet} />
        {draft ? (
          <DraftCard draft={draft} onText={(text) => write({ ...draft, text })} onRestart={() => setSheet('start')} />
        ) : (
          <PageState
            inline
            picture="slip"
            title={t('programme.draft.none')}
            body={t('programme.draft.none.body')}
            action={{ label: t('programme.draft.start'), onPress: () => setSheet('start') }}
          />
        )}
        {mayAsk && checked.text === draft.text && <Checked key={checked.times} draft={checked.text} />}
      </View>
      {draft && (
        <BottomBar>
          <View className="programme__foot">
            <Button
              id="draft-check"
              kind="outline"
              size={52}
              disabled={!mayAsk}
              label={t('programme.check')}
              className="programme__second"
              onPress={() => setChecked({ text: draft.text, times: checked.times + 1 })}
            />
            <Button
              id="draft-try"
              size={52}
              disabled={!mayAsk}
              label={t('programme.try')}
              className="programme__lead"
              onPress={() => open('whatIf')}
            />
          </View>
        </BottomBar>
      )}
    </Screen>
  )
}

function DraftCard(props: { draft: Draft; onText: (text: string) => void; onRestart: () => void }) {
  const { draft, onText, onRestart } = props
  const t = useTranslate()
  const language = useLanguage()
  const from = t('programme.draft.from', { name: inLanguage(draft.from, language) })
  return (
    <View className="card programme__draft">
      <View className="row between">
        <View className="cap w500 programme__state">{t('programme.draft.state')}</View>
        <Button id="draft-restart" kind="soft" size={32} label={t('programme.draft.restart')} onPress={onRestart} />
      </View>
      <View className="s1 c-ink-3 programme__from">{[from, t('programme.draft.kept')].join(' · ')}</View>
      <Words
        id="draft-text"
        label={t('programme.draft.label')}
        placeholder={t('programme.draft.hint')}
        maxLength={-1}
        value={draft.text}
        className="programme__text"
        onText={onText}
      />
      {draft.text.length > draftMax && (
        <Notice
          kind="danger"
          text={t('programme.draft.long', { n: countText(draftMax) })}
          className="programme__notice"
        />
      )}
    </View>
  )
}
