import { useState } from 'react'
import { usePullDownRefresh } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { Card } from '@shared/cards/contract'
import { cardsHistory } from '@shared/cards/shared-contract'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { ReadFailed } from '@/components/ReadState'
import { Screen } from '@/components/Screen'
import { Skeleton } from '@/components/Skeleton'
import { AddShared } from '@/features/cards/AddShared'
import { cardTitle } from '@/features/cards/cardWords'
import { Holders, type SharedHolder, type Sharing } from '@/features/cards/Holders'
import { InviteSheet } from '@/features/cards/InviteSheet'
import { HolderSheet, LeaveSheet } from '@/features/cards/PartSheet'
import { SharedHead } from '@/features/cards/SharedHead'
import { useCards } from '@/features/cards/useCards'
import { Uses } from '@/features/cards/Uses'
import { ReminderRow } from '@/features/messages/ReminderRow'
import { useTranslate } from '@/kit/i18n'
import { useParams } from '@/kit/params'
import { afterPull } from '@/kit/read'
import { useReadPages } from '@/kit/read-pages'
import './cards.scss'

const used = ['card-used'] as const
type Over = { sheet: 'invite' } | { sheet: 'leave' } | { sheet: 'holder'; holder: SharedHolder } | null

/** The cards that a member shares: who holds each, what they did with it, and the ways in and out. */
export default function SharedCardsPage() {
  const t = useTranslate()
  const { code = '', card: asked } = useParams()
  const { read, cards } = useCards()
  const [chosen, setChosen] = useState(code ? 'add' : (asked ?? ''))
  const shared = cards.filter((card) => card.shared)
  const card = chosen === 'add' ? null : (shared.find(({ cardId }) => cardId === chosen) ?? shared[0] ?? null)
  const chips = [
    ...shared.map((one) => ({ value: one.cardId, label: cardTitle(one, t) })),
    { value: 'add', label: t('share.add') },
  ]
  if (card) return <Shared key={card.cardId} card={card} chips={chips} onChoose={setChosen} />
  return (
    <Screen back title={t('share.title')}>
      {!read.value && read.refusal && (
        <ReadFailed refusal={read.refusal} busy={read.loading} onRetry={() => void read.again()} />
      )}
      <View className="page-pad shared">
        {shared.length > 0 && <Chips chips={chips} chosen="add" onChoose={setChosen} />}
        {read.value && <AddShared code={code} offers={read.value.offers} onCard={setChosen} />}
      </View>
    </Screen>
  )
}

type Chip = { value: string; label: string }

function Shared({ card, chips, onChoose }: { card: Card; chips: Chip[]; onChoose: (value: string) => void }) {
  const t = useTranslate()
  const { cardId } = card
  const [over, setOver] = useState<Over>(null)
  const read = useReadPages(cardsHistory, { cardId }, ({ nextBefore }) =>
    nextBefore === null ? null : { cardId, before: nextBefore },
  )
  usePullDownRefresh(() => void afterPull(read))
  const [sharing] = read.pages
  const main = sharing?.card.role === 'main'
  const done = () => {
    setOver(null)
    if (over?.sheet === 'holder') void read.again()
  }
  return (
    <Screen
      back
      title={t('share.title')}
      over={sharing && over && <Sheets sharing={sharing} over={over} onDone={done} onClose={() => setOver(null)} />}
    >
      <View className="page-pad shared">
        <Chips chips={chips} chosen={cardId} onChoose={onChoose} />
        <SharedHead card={card} />
        {!sharing && read.refusal && (
          <ReadFailed refusal={read.refusal} busy={read.loading} onRetry={() => void read.again()} />
        )}
        {!sharing && !read.refusal && <Skeleton className="shared__waiting" />}
        {sharing && (
          <>
            <Holders
              sharing={sharing}
              onHolder={(holder) => setOver({ sheet: 'holder', holder })}
              onInvite={() => setOver({ sheet: 'invite' })}
            />
            {main && <ReminderRow topics={used} className="shared__button" />}
            <Uses
              uses={read.pages.flatMap((page) => page.uses)}
              now={sharing.serverAt}
              onMore={read.hasMore ? read.more : null}
            />
            {(!main || sharing.holders.length === 0) && (
              <Button
                id="share-leave"
                kind="text"
                size={44}
                label={t(main ? 'share.close' : 'share.leave')}
                className="shared__button"
                onPress={() => setOver({ sheet: 'leave' })}
              />
            )}
          </>
        )}
      </View>
    </Screen>
  )
}

/** What stands over the page: an invitation, letting somebody go, leaving. */
function Sheets(props: { sharing: Sharing; over: NonNullable<Over>; onDone: () => void; onClose: () => void }) {
  const { sharing, over, onDone, onClose } = props
  if (over.sheet === 'invite')
    return <InviteSheet cardId={sharing.card.cardId} now={sharing.serverAt} onClose={onClose} />
  if (over.sheet === 'leave') return <LeaveSheet sharing={sharing} onDone={onDone} onClose={onClose} />
  return <HolderSheet sharing={sharing} holder={over.holder} onDone={onDone} onClose={onClose} />
}
