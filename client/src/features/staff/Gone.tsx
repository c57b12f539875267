import { PageState } from '@/components/PageState'
import { useTranslate } from '@/kit/i18n'
import { backTo } from '@/kit/open'

/** A page of the till that was opened with nobody at the counter. */
export function Gone() {
  const t = useTranslate()
  return (
    <PageState
      picture="cup"
      title={t('staff.gone')}
      body={t('staff.gone.body')}
      action={{ label: t('staff.gone.action'), onPress: () => backTo('till') }}
    />
  )
}
