import { View } from '@tarojs/components'
import type { cardsHistory } from '@shared/cards/shared-contract'
import type { OutputOf } from '@shared/kit/contract'
import { Button } from '@/components/Button'
import { ListRow } from '@/components/ListRow'
import { countText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'

export type Sharing = OutputOf<typeof cardsHistory>
export type SharedHolder = Sharing['holders'][number]

/** Who holds the card with the member: what each brought and used. Whoever opened it invites here, and lets go. */
export function Holders({
  sharing,
  onHolder,
  onInvite,
}: {
  sharing: Sharing
  onHolder: (holder: SharedHolder) => void
  onInvite: () => void
}) {
  const t = useTranslate()
  const { card, holders } = sharing
  const main = card.role === 'main'
  const room = card.holdersMax - holders.length
  return (
    <>
      <View className="h3 shared__section">{t(main ? 'share.holders' : 'share.mine')}</View>
      {holders.length > 0 && (
        <View className="card">
          {holders.map((holder) => (
            <ListRow
              key={holder.holderId}
              id={`holder-${holder.holderId}`}
              icon="person"
              tile="brand"
              height={66}
              title={holder.name ?? t('share.nameless')}
              note={t('share.sums', { earned: countText(holder.earned), burned: countText(holder.burned) })}
              {...(holder.pending ? { value: t('card.pending.short') } : {})}
              {...(main ? { onPress: () => onHolder(holder) } : {})}
            />
          ))}
        </View>
      )}
      {main && holders.length === 0 && <View className="s1 c-ink-2 shared__note">{t('share.nobody')}</View>}
      {main && room > 0 && (
        <Button
          id="share-invite"
          kind="soft"
          icon="person-add"
          label={t('share.invite', { n: room })}
          className="shared__button"
          onPress={onInvite}
        />
      )}
    </>
  )
}
