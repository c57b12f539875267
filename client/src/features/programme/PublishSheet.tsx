import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import { dayOf } from '@shared/kit/time'
import { programmesPublish, type programmesCheck } from '@shared/programme/contract'
import { Button } from '@/components/Button'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { WhenSheet } from '@/components/WhenSheet'
import { useCommand } from '@/kit/command'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { momentWords } from '@/kit/time'
import { cloudNow } from './now'
import { soonestSlot } from './soonest'
import './Programme.scss'

/** When the draft takes effect, what that changes, and the button that publishes it. */
export function PublishSheet(props: {
  draft: string
  /** The highest number of a version that the manager was shown. */
  newest: number
  checked: OutputOf<typeof programmesCheck> & { earliestAt: string }
  onDone: () => void
  onClose: () => void
}) {
  const { draft, newest, checked, onDone, onClose } = props
  const { earliestAt, differences } = checked
  const t = useTranslate()
  const language = useLanguage()
  const { run, busy, refusal } = useCommand(programmesPublish)
  const [effectiveAt, setEffectiveAt] = useState(() => soonestSlot(earliestAt))
  const [choosing, setChoosing] = useState(false)
  const now = cloudNow()
  const adverse = differences.filter((one) => one.adverse).length
  const soonest = momentWords(earliestAt, now, language)
  const publish = async () => {
    const answer = await run({ draft, effectiveAt, basedOn: newest })
    if (answer?.ok) onDone()
  }
  if (choosing)
    return (
      <WhenSheet
        title={t('whatif.publish.when')}
        at={effectiveAt}
        now={now}
        from={dayOf(earliestAt)}
        onChoose={(at) => {
          setEffectiveAt(at)
          setChoosing(false)
        }}
        onClose={() => setChoosing(false)}
      />
    )
  return (
    <Sheet title={t('whatif.publish.title')} locked={busy} onClose={onClose}>
      {refusal && <Notice kind="danger" text={refusal.message || t('programme.unheard')} />}
      <View className="programme-sheet__rows">
        <ListRow title={t('whatif.publish.differences')} value={t('whatif.publish.count', { n: differences.length })} />
        {adverse > 0 && (
          <ListRow title={t('whatif.publish.adverse')} value={t('whatif.publish.count', { n: adverse })} />
        )}
        <ListRow
          id="publish-when"
          height={66}
          title={t('whatif.publish.at')}
          note={t('whatif.publish.soonest', { at: soonest })}
          value={momentWords(effectiveAt, now, language)}
          onPress={() => setChoosing(true)}
        />
      </View>
      {effectiveAt < earliestAt ? (
        <Notice kind="danger" text={t('whatif.publish.soon', { at: soonest })} />
      ) : (
        <View className="s1 c-ink-3">{t('whatif.publish.body')}</View>
      )}
      <Button
        id="publish-confirm"
        size={52}
        className="programme-sheet__button"
        label={t('whatif.publish.confirm')}
        busyLabel={t('whatif.publish.busy')}
        busy={busy}
        disabled={effectiveAt < earliestAt}
        onPress={() => void publish()}
      />
    </Sheet>
  )
}
