import { View } from '@tarojs/components'
import { ListRow } from '@/components/ListRow'
import { Pick } from '@/components/Pick'
import { Pressable } from '@/components/Pressable'
import { Sheet } from '@/components/Sheet'
import { useTranslate, type Translate } from '@/kit/i18n'
import { changeSettings, textSizes, useSettings, type Settings } from '@/kit/settings'
import './Settings.scss'

export type Setting = keyof Settings

/** How the app speaks and looks on this phone, with the present choice at the right. */
export function SettingRows({ onOpen }: { onOpen: (setting: Setting) => void }) {
  const t = useTranslate()
  const settings = useSettings()
  return (
    <>
      {(Object.keys(icons) as Setting[]).map((setting) => (
        <ListRow
          key={setting}
          id={`setting-${setting}`}
          icon={icons[setting]}
          title={t(`me.${setting}`)}
          value={choices(setting, t).find(({ value }) => value === settings[setting])?.label ?? ''}
          onPress={() => onOpen(setting)}
        />
      ))}
    </>
  )
}

/** The choices of one setting; it takes effect at once, so that the member sees what they choose. */
export function SettingSheet({ setting, onClose }: { setting: Setting; onClose: () => void }) {
  const t = useTranslate()
  const chosen = useSettings((settings) => settings[setting])
  return (
    <Sheet title={t(`me.${setting}`)} onClose={onClose}>
      <View className="setting">
        {choices(setting, t).map(({ value, label, change }) => (
          <Pressable
            key={value}
            id={`choice-${value}`}
            role="radio"
            checked={value === chosen}
            label={label}
            className="setting__choice"
            onPress={() => changeSettings(change)}
          >
            <View className={`grow b1 setting__label--${value} ${value === chosen ? 'w600' : ''}`}>{label}</View>
            <Pick on={value === chosen} behind />
          </Pressable>
        ))}
      </View>
    </Sheet>
  )
}

type Choice = { value: string; label: string; change: Partial<Settings> }

function choices(setting: Setting, t: Translate): Choice[] {
  if (setting === 'language') {
    return (['zh-CN', 'en'] as const).map((value) => ({
      value,
      label: t(`me.language.${value}`),
      change: { language: value },
    }))
  }
  if (setting === 'textSize') {
    return textSizes.map((value) => ({ value, label: t(`me.textSize.${value}`), change: { textSize: value } }))
  }
  return (['auto', 'light', 'dark'] as const).map((value) => ({
    value,
    label: t(`me.appearance.${value}`),
    change: { appearance: value },
  }))
}

const icons = { language: 'language', textSize: 'text', appearance: 'theme' } as const
