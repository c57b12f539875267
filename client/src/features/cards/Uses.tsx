import { View } from '@tarojs/components'
import type { CardUse } from '@shared/cards/shared-contract'
import type { Instant } from '@shared/kit/time'
import { Button } from '@/components/Button'
import { ListRow } from '@/components/ListRow'
import { changeText, moneyText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate, type Translate } from '@/kit/i18n'
import type { Language } from '@/kit/settings'
import { momentWords } from '@/kit/time'

/** What was done with the card, newest first, each with who did it. */
export function Uses({ uses, now, onMore }: { uses: readonly CardUse[]; now: Instant; onMore: (() => void) | null }) {
  const t = useTranslate()
  const language = useLanguage()
  if (uses.length === 0) return null
  return (
    <>
      <View className="h3 shared__section">{t('share.uses')}</View>
      <View className="card">
        {uses.map((use) => (
          <ListRow
            key={use.id}
            id={`use-${use.seq}`}
            height={66}
            title={titleOf(use, t, language)}
            note={[momentWords(use.at, now, language), use.storeName].filter(Boolean).join(' · ')}
            end={<Change use={use} />}
          />
        ))}
      </View>
      {onMore && <Button id="share-more" kind="text" size={44} label={t('share.more')} onPress={onMore} />}
    </>
  )
}

function titleOf(use: CardUse, t: Translate, language: Language): string {
  const who = use.holderName ?? t('share.nameless')
  return t(`share.use.${use.kind}`, {
    who,
    amount: moneyText(use.amountFen ?? 0, true),
    what: use.what ? inLanguage(use.what, language) : '',
  })
}

function Change({ use }: { use: CardUse }) {
  const change = use.earned - use.burned
  if (change === 0) return null
  return (
    <View className={`num w600 shared__points shared__end ${change > 0 ? 'c-brand' : ''}`}>{changeText(change)}</View>
  )
}
