import { View } from '@tarojs/components'
import type { ParcelAddress } from '@shared/rewards/contract'
import { Field } from '@/components/Field'
import { useTranslate } from '@/kit/i18n'

const parts = [
  { part: 'name', maxLength: 40 },
  { part: 'phone', maxLength: 11 },
  { part: 'region', maxLength: 40 },
  { part: 'street', maxLength: 120 },
] as const

/** Where the parcel goes, with what becomes of it. */
export function AddressFields(props: { address: ParcelAddress; onChange: (address: ParcelAddress) => void }) {
  const t = useTranslate()
  const { address, onChange } = props
  return (
    <View className="swap__address">
      {parts.map(({ part, maxLength }) => (
        <View key={part} className={`swap__part swap__part--${part}`}>
          <Field
            id={`address-${part}`}
            label={t(`swap.address.${part}`)}
            type={part === 'phone' ? 'number' : 'text'}
            maxLength={maxLength}
            value={address[part]}
            onText={(text) => onChange({ ...address, [part]: text })}
          />
        </View>
      ))}
      <View className="cap c-ink-3 swap__why">{t('swap.address.why')}</View>
    </View>
  )
}
