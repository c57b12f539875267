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
          {(['terms', 'privacy'] as const).map((document) => (
            <Pressable
              key={document}
              id={`${id}-${document}`}
              role="link"
              label={t(`join.${document}`)}
              className="consent__link"
              onPress={() => onRead(document)}
            >
              {t(`join.${document}`)}
            </Pressable>
          ))}
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
