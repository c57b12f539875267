import { View } from '@tarojs/components'
import type { clockJobs } from '@shared/clock/contract'
import type { OutputOf } from '@shared/kit/contract'
import { useLanguage, useTranslate } from '@/kit/i18n'
import { momentWords } from '@/kit/time'
import './Findings.scss'

type Finding = OutputOf<typeof clockJobs>['findings'][number]

/** What does not add up, or did not come about. It stays until a later audit finds it gone. */
export function Findings({ findings, now }: { findings: readonly Finding[]; now: string }) {
  const t = useTranslate()
  const language = useLanguage()
  return (
    <View className="card findings">
      <View className="b1 w600">{t('jobs.findings')}</View>
      {findings.map(({ id, words, firstAt }) => (
        <View key={id} className="findings__one">
          <View className="s1 findings__words">{language === 'en' ? words.en : words.zh}</View>
          <View className="cap c-ink-3">{t('jobs.finding.since', { at: momentWords(firstAt, now, language) })}</View>
        </View>
      ))}
    </View>
  )
}
