import { View } from '@tarojs/components'
import { cardsReportLost } from '@shared/cards/contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'
import { heardCards } from './useCards'

/** What reporting the card lost does, before it is done: frozen at once, and only a store can replace it. */
export function LostSheet({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const t = useTranslate()
  const report = useCommand(cardsReportLost)
  const confirm = async () => {
    const answer = await report.run({})
    if (!answer?.ok) return
    heardCards(answer.value)
    onDone()
  }
  return (
    <Sheet title={t('card.lost.title')} locked={report.busy} onClose={onClose}>
      {report.refusal && <Notice kind="danger" text={report.refusal.message || t('card.lost.unheard')} />}
      <View className="b1 c-ink-2 card-sheet__body">{t('card.lost.body')}</View>
      <Button
        id="card-lost-confirm"
        kind="danger"
        size={52}
        label={t('card.lost.confirm')}
        busyLabel={t('card.lost.busy')}
        busy={report.busy}
        onPress={() => void confirm()}
      />
    </Sheet>
  )
}
