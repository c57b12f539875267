import { View } from '@tarojs/components'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { Tiles } from '@/components/Tiles'
import { countText, memberNoText } from '@/kit/figures'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { signedMoney, type Tier, type Trial } from './trial'
import './WhatIf.scss'

/** How many members get more, less or the same, and those for whom it changes most. */
export function Affected({ trial: { comparison }, tiers }: { trial: Trial; tiers: readonly Tier[] }) {
  const t = useTranslate()
  const language = useLanguage()
  const { better, worse, same, mostAffected } = comparison
  const nameOf = (tierId: string) => {
    const tier = tiers.find(({ id }) => id === tierId)
    return tier ? inLanguage(tier.name, language) : tierId
  }
  const tierWords = (from: string, to: string) =>
    from === to
      ? t('whatif.affected.tier', { t: nameOf(to) })
      : t('whatif.affected.tiers', { from: nameOf(from), to: nameOf(to) })
  return (
    <>
      <Tiles
        tiles={[
          { id: 'whatif-better', label: t('whatif.better'), figure: countText(better) },
          { id: 'whatif-worse', label: t('whatif.worse'), figure: countText(worse) },
          { id: 'whatif-same', label: t('whatif.same'), figure: countText(same) },
        ]}
      />
      {worse > 0 && (
        <Notice
          kind="accent"
          icon="alert"
          className="whatif__notice"
          text={t('whatif.worse.note', { n: countText(worse) })}
        />
      )}
      {mostAffected.length > 0 && (
        <>
          <View className="h3 manager__heading">{t('whatif.affected')}</View>
          <View className="card">
            {mostAffected.map((one) => (
              <ListRow
                key={one.accountId}
                height={66}
                title={t('whatif.affected.member', { no: memberNoText(one.memberNo) })}
                note={tierWords(one.liveTier, one.draftTier)}
                end={
                  <View className={`b2 w600 num ${one.changeFen < 0 ? 'c-danger' : 'c-ok'}`}>
                    {signedMoney(one.changeFen)}
                  </View>
                }
              />
            ))}
          </View>
        </>
      )}
    </>
  )
}
