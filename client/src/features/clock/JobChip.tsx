import { View } from '@tarojs/components'
import type { JobView } from '@shared/clock/contract'
import { useTranslate } from '@/kit/i18n'
import './JobChip.scss'

/** How a job is, in a word. */
export function JobChip({ state }: Pick<JobView, 'state'>) {
  const t = useTranslate()
  return <View className={`job-chip job-chip--${state} cap w500`}>{t(`jobs.state.${state}`)}</View>
}
