import { useState } from 'react'
import { View } from '@tarojs/components'
import { actsCompleteProfile, type ProfileView } from '@shared/acts/contract'
import { isDay } from '@shared/kit/time'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { inLanguage, useLanguage, useTranslate } from '@/kit/i18n'
import { shortDay } from '@/kit/time'
import { actDone } from './useWays'

/** What the shop asks, filled in with what is known. Only what was changed is sent. */
export function ProfileForm({ profile, onSaved }: { profile: ProfileView; onSaved: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const { run, busy, refusal } = useCommand(actsCompleteProfile)
  const [name, setName] = useState(profile.name ?? '')
  const [birthday, setBirthday] = useState(profile.birthday ?? '')
  const [details, setDetails] = useState<{ [code: string]: string }>({})
  const [left, setLeft] = useState(false)
  const wrong = birthday !== '' && !isDay(`2024-${birthday}`)
  const changed = changesOf(profile, { name, birthday, details })
  const save = async () => {
    const answer = await run(changed)
    if (!answer?.ok) return
    actDone()
    onSaved()
    const { earned } = answer.value
    toast(earned > 0 ? t('profile.saved.earned', { n: earned }) : t('profile.saved'))
  }
  return (
    <View className="card profile__card">
      <Field id="profile-name" label={t('profile.name')} maxLength={40} value={name} onText={setName} />
      <Field
        id="profile-birthday"
        label={t('profile.birthday')}
        placeholder={t('profile.birthday.hint')}
        maxLength={5}
        value={birthday}
        error={wrong && left ? t('profile.birthday.wrong') : null}
        onText={setBirthday}
        onLeave={() => setLeft(true)}
      />
      {profile.birthdayFrom && (
        <View className="s1 c-ink-3">
          {t('profile.birthday.from', {
            date: `${profile.birthdayFrom.slice(0, 4)} · ${shortDay(profile.birthdayFrom, language)}`,
          })}
        </View>
      )}
      {profile.fields.map((field) => (
        <Detail
          key={field.code}
          field={field}
          label={inLanguage(field.name, language)}
          value={details[field.code] ?? field.value}
          onText={(text) => setDetails({ ...details, [field.code]: text })}
        />
      ))}
      {refusal && <Notice kind="danger" text={refusal.message || t('profile.unheard')} className="profile__refusal" />}
      <Button
        id="profile-save"
        size={52}
        label={t('profile.save')}
        busyLabel={t('profile.busy')}
        busy={busy}
        disabled={wrong || Object.keys(changed).length === 0}
        className="profile__save"
        onPress={() => void save()}
      />
    </View>
  )
}

type DetailProps = {
  field: ProfileView['fields'][number]
  label: string
  value: string
  onText: (text: string) => void
}

function Detail({ field, label, value, onText }: DetailProps) {
  const t = useTranslate()
  if (field.kind === 'yes-no')
    return (
      <View className="field">
        <View className="s1 c-ink-2 field__label">{label}</View>
        <Chips
          inset
          chips={[
            { value: 'yes', label: t('profile.yes') },
            { value: 'no', label: t('profile.no') },
          ]}
          chosen={value}
          onChoose={onText}
        />
      </View>
    )
  const hint = field.kind === 'day' ? { placeholder: t('profile.day.hint') } : {}
  return <Field id={`profile-${field.code}`} label={label} {...hint} maxLength={200} value={value} onText={onText} />
}

type Filled = { name: string; birthday: string; details: { [code: string]: string } }

function changesOf(profile: ProfileView, { name, birthday, details }: Filled) {
  const known = new Map(profile.fields.map(({ code, value }) => [code, value]))
  const told = Object.entries(details).filter(([code, value]) => value.trim() !== known.get(code))
  return {
    ...(name.trim() !== '' && name.trim() !== profile.name ? { name: name.trim() } : {}),
    ...(birthday !== '' && birthday !== profile.birthday ? { birthday } : {}),
    ...(told.length > 0 ? { details: told.map(([code, value]) => ({ code, value: value.trim() })) } : {}),
  }
}
