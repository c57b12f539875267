import { useState } from 'react'
import { View } from '@tarojs/components'
import type { cardsMine } from '@shared/cards/contract'
import { cardsJoin, cardsOpenShared } from '@shared/cards/shared-contract'
import type { OutputOf } from '@shared/kit/contract'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { toast } from '@/components/Toast'
import { useTranslate } from '@/kit/i18n'
import { useAsked } from './useAsked'

type Offers = OutputOf<typeof cardsMine>['offers']

/** Two ways to a shared card: with somebody's code, or by opening one. */
export function AddShared(props: { code: string; offers: Offers; onCard: (cardId: string) => void }) {
  return (
    <>
      <JoinByCode code={props.code} onCard={props.onCard} />
      {props.offers.length > 0 && <OpenOne offers={props.offers} onCard={props.onCard} />}
    </>
  )
}

function JoinByCode({ code: given, onCard }: { code: string; onCard: (cardId: string) => void }) {
  const t = useTranslate()
  const [code, setCode] = useState(codeIn(given))
  const join = useAsked(cardsJoin)
  const submit = async () => {
    const joined = await join.ask({ code })
    if (!joined) return
    toast(t(joined.pending ? 'share.joined.pending' : 'share.joined'))
    onCard(joined.cardId)
  }
  return (
    <View className="card shared__form">
      <View className="h3">{t('share.join')}</View>
      <View className="s1 c-ink-2 shared__note">{t('share.join.body')}</View>
      <Field
        id="share-join-code"
        label={t('share.join.code')}
        placeholder={t('share.join.placeholder')}
        maxLength={20}
        value={code}
        error={join.refusal ? join.refusal.message || t('share.unheard') : null}
        onText={(text) => setCode(codeIn(text))}
      />
      <Button
        id="share-join"
        label={t('share.join')}
        busyLabel={t('share.busy')}
        busy={join.busy}
        disabled={code.length !== 10}
        className="shared__button"
        onPress={() => void submit()}
      />
    </View>
  )
}

/** One row for each card that the member may open, and for each way to share its points. */
function OpenOne({ offers, onCard }: { offers: Offers; onCard: (cardId: string) => void }) {
  const t = useTranslate()
  const open = useAsked(cardsOpenShared)
  const choices = offers.flatMap(({ kind, modes }) => modes.map((mode) => ({ kind, mode })))
  const choose = async (choice: (typeof choices)[number]) => {
    const opened = await open.ask(choice)
    if (opened) onCard(opened.cardId)
  }
  return (
    <>
      <View className="h3 shared__section">{t('share.open')}</View>
      {open.refusal && <Notice kind="danger" text={open.refusal.message || t('share.unheard')} />}
      <View className="card">
        {choices.map((choice) => (
          <ListRow
            key={`${choice.kind}-${choice.mode}`}
            id={`open-${choice.kind}-${choice.mode}`}
            icon="people"
            tile="brand"
            height={66}
            title={t(`card.open.${choice.kind}`)}
            note={t(`share.mode.${choice.mode}`)}
            {...(open.busy ? {} : { onPress: () => void choose(choice) })}
          />
        ))}
      </View>
    </>
  )
}

/** What of a text can stand in a code: it is often typed with blanks or in small letters. */
function codeIn(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^A-Z2-9]/g, '')
    .slice(0, 10)
}
