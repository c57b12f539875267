import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/kit/contract'
import { programmesRead } from '@shared/programme/contract'
import { Button } from '@/components/Button'
import { ListRow } from '@/components/ListRow'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { draftOf, type Draft } from './draft'
import './Programme.scss'

/** What a draft is begun from: a version that stands, or a preset, which is read whole only once it is chosen. */
export function StartSheet(props: {
  versions: OutputOf<typeof programmesRead>
  /** Whether there is a draft that would be lost. */
  over: boolean
  onBegin: (draft: Draft) => void
  onDrop: () => void
  onClose: () => void
}) {
  const { versions, over, onBegin, onDrop, onClose } = props
  const t = useTranslate()
  const language = useLanguage()
  const { run, busy, refusal } = useCommand(programmesRead)
  const { live, toCome, presets } = versions
  const choose = async (preset: string) => {
    const answer = await run({ preset })
    if (answer?.ok && answer.value.preset) onBegin(draftOf(answer.value.preset))
  }
  return (
    <Sheet title={t('programme.start.title')} locked={busy} onClose={onClose}>
      {refusal && <Notice kind="danger" text={refusal.message || t('programme.unheard')} />}
      {over && <Notice kind="accent" icon="info" text={t('programme.start.over')} />}
      <View className="programme-start">
        <ListRow
          id="start-live"
          height={66}
          title={t('programme.start.live')}
          note={inLanguage(live.programme.name, language)}
          onPress={() => onBegin(draftOf(live.programme))}
        />
        {toCome.map(({ version, programme }) => (
          <ListRow
            key={version}
            id={`start-version-${version}`}
            height={66}
            title={t('programme.start.come', { n: version })}
            note={inLanguage(programme.name, language)}
            onPress={() => onBegin(draftOf(programme))}
          />
        ))}
        <View className="s1 c-ink-3 programme-start__label">{t('programme.start.presets')}</View>
        {presets.map(({ id, name }) => (
          <ListRow key={id} id={`start-${id}`} title={inLanguage(name, language)} onPress={() => void choose(id)} />
        ))}
      </View>
      {over && (
        <Button
          id="draft-drop"
          kind="danger"
          size={48}
          disabled={busy}
          label={t('programme.start.drop')}
          onPress={onDrop}
        />
      )}
    </Sheet>
  )
}
