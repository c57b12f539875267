import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/components/Pressable'
import { useTranslate } from '@/kit/i18n'
import './Counter.scss'

/** The largest thing on the workbench: scan. Below it what is done when there is nothing to scan. */
export function Counter(props: { busy: boolean; onScan: () => void; onType: () => void; onEnrol: () => void }) {
  const { busy, onScan, onType, onEnrol } = props
  const t = useTranslate()
  return (
    <View>
      <Pressable
        id="staff-scan"
        label={`${t('staff.scan')}，${t('staff.scan.hint')}`}
        disabled={busy}
        className="counter__scan"
        onPress={onScan}
      >
        <View className="counter__disc">
          <Icon name={busy ? 'spinner' : 'scan'} size={36} spin={busy} />
        </View>
        <View className="counter__title">{t(busy ? 'staff.scan.busy' : 'staff.scan')}</View>
        <View className="s1 counter__hint">{t('staff.scan.hint')}</View>
      </Pressable>
      <View className="counter__others">
        <Pressable id="staff-type" label={t('staff.type')} className="card counter__other b2 w500" onPress={onType}>
          <Icon name="keyboard" size={20} className="c-brand counter__icon" />
          <View>{t('staff.type')}</View>
        </Pressable>
        <Pressable id="staff-enrol" label={t('staff.enrol')} className="card counter__other b2 w500" onPress={onEnrol}>
          <Icon name="person-add" size={20} className="c-brand counter__icon" />
          <View>{t('staff.enrol')}</View>
        </Pressable>
      </View>
    </View>
  )
}
