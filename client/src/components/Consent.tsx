import { Text, View } from '@tarojs/components'
import { useTranslate } from '@/kit/i18n'
import { CheckBox } from './CheckBox'
import { Pressable } from './Pressable'
import { Region } from './Region'
import './Consent.scss'

export type Document = 'terms' | 'privacy'

/** The sentence by which somebody accepts the shop's two texts, never ticked beforehand; each text opens by its name. */
export function Consent(props: {
  id: string
  before: string
  checked: boolean
  onToggle: () => void
  onRead: (document: Document) => void
  /** What is said under the box when it was needed and not ticked. */
  missing?: string | undefined
}) {
  const t = useTranslate()
  const { id, before, checked, onToggle, onRead, missing } = props
  return (
    <View>
      <View className="consent">
        <CheckBox
          id={id}
          checked={checked}
          label={`${before}${t('join.terms')}${t('join.privacy')}`}
          onToggle={onToggle}
        />
        <View className="grow s1 c-ink-2 consent__words">
          <Text>{before}</Text>
          <Pressable
            id={`${id}-terms`}
            role="link"
            label={t('join.terms')}
            className="consent__link"
            onPress={() => onRead('terms')}
          >
            {t('join.terms')}
          </Pressable>
          <Text>{t('join.and')}</Text>
          <Pressable
            id={`${id}-privacy`}
            role="link"
            label={t('join.privacy')}
            className="consent__link"
            onPress={() => onRead('privacy')}
          >
            {t('join.privacy')}
          </Pressable>
        </View>
      </View>
      {missing && (
        <Region role="alert" live="polite" label={missing} className="s1 c-danger consent__missing">
          {missing}
        </Region>
      )}
    </View>
  )
}
