import { View } from '@tarojs/components'
import { cardsLeave, cardsRemoveHolder } from '@shared/cards/shared-contract'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/components/Toast'
import { countText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'
import type { SharedHolder, Sharing } from './Holders'
import { useAsked } from './useAsked'

type Props = { sharing: Sharing; onDone: () => void; onClose: () => void }

/** Leaving a card, or closing one's own: what goes along, before it is done. */
export function LeaveSheet({ sharing, onDone, onClose }: Props) {
  const t = useTranslate()
  const leave = useAsked(cardsLeave)
  const { cardId, role } = sharing.card
  const confirm = async () => {
    const answer = await leave.ask({ cardId })
    if (!answer) return
    toast(answer.moved > 0 ? t('share.left.moved', { n: countText(answer.moved) }) : t('share.left'))
    onDone()
  }
  const share = countText(sharing.holders[0]?.share ?? 0)
  const body = role === 'main' ? t('share.close.body') : t('share.leave.body', { n: share })
  const title = t(role === 'main' ? 'share.close' : 'share.leave')
  return <Parting title={title} body={body} asked={leave} onConfirm={() => void confirm()} onClose={onClose} />
}

/** Letting a holder go, who takes their points along. */
export function HolderSheet({ sharing, holder, onDone, onClose }: Props & { holder: SharedHolder }) {
  const t = useTranslate()
  const remove = useAsked(cardsRemoveHolder)
  const name = holder.name ?? t('share.nameless')
  const confirm = async () => {
    const answer = await remove.ask({ cardId: sharing.card.cardId, holderId: holder.holderId })
    if (!answer) return
    toast(t('share.removed', { name }))
    onDone()
  }
  const body = t('share.remove.body', { name, n: countText(holder.share) })
  const title = t('share.remove', { name })
  return <Parting title={title} body={body} asked={remove} onConfirm={() => void confirm()} onClose={onClose} />
}

type Parted = {
  title: string
  body: string
  asked: { busy: boolean; refusal: { message: string } | null }
  onConfirm: () => void
  onClose: () => void
}

function Parting({ title, body, asked, onConfirm, onClose }: Parted) {
  const t = useTranslate()
  return (
    <Sheet title={title} locked={asked.busy} onClose={onClose}>
      {asked.refusal && <Notice kind="danger" text={asked.refusal.message || t('share.unheard')} />}
      <View className="b1 c-ink-2 shared__body">{body}</View>
      <Button
        id="part-confirm"
        kind="danger"
        size={52}
        label={t('share.confirm')}
        busyLabel={t('share.busy')}
        busy={asked.busy}
        onPress={onConfirm}
      />
    </Sheet>
  )
}
