import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import type { programmesRead } from '@shared/programme/contract'
import { Button } from '@/components/Button'
import { ListRow } from '@/components/ListRow'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { momentWords } from '@/kit/time'
import { cloudNow } from './now'
import './Programme.scss'

export type VersionShown = OutputOf<typeof programmesRead>['live']

/** The version in force, and those to come, the last of which can be taken back before the others. */
export function Versions(props: {
  versions: OutputOf<typeof programmesRead>
  onWithdraw: (version: VersionShown) => void
}) {
  const { live, toCome } = props.versions
  const t = useTranslate()
  const language = useLanguage()
  const at = ({ effectiveAt }: VersionShown) => momentWords(effectiveAt, cloudNow(), language)
  return (
    <View className="card programme__card">
      <View className="programme__live">
        <View className="s1 c-ink-2">{t('programme.live')}</View>
        <View className="h2">{inLanguage(live.programme.name, language)}</View>
        <View className="s1 c-ink-3 num">{t('programme.live.since', { n: live.version, what: at(live) })}</View>
      </View>
      <View className="s1 c-ink-3 programme__label">
        {t(toCome.length > 0 ? 'programme.come' : 'programme.come.none')}
      </View>
      {toCome.map((version) => (
        <ListRow
          key={version.version}
          height={66}
          title={inLanguage(version.programme.name, language)}
          note={t('programme.come.at', { n: version.version, at: at(version) })}
          end={
            <Button
              id={`withdraw-${version.version}`}
              kind="soft"
              size={32}
              label={t('programme.withdraw')}
              onPress={() => props.onWithdraw(version)}
            />
          }
        />
      ))}
    </View>
  )
}
