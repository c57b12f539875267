import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import { staffJoin, staffMe } from '@shared/staff/contract'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { OutcomeMark } from '@/components/Outcome'
import { Screen } from '@/components/Screen'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'
import { openInstead } from '@/kit/open'
import { useParams } from '@/kit/params'
import { queryClient } from '@/kit/query'
import '@/i18n/staff'
import './till.scss'

/** An invitation is taken up by the person's own tap; a link only fills the code in. */
export default function JoinStaffPage() {
  const t = useTranslate()
  const [code, setCode] = useState(codeIn(useParams().code ?? ''))
  const join = useCommand(staffJoin)
  const submit = async () => {
    const answer = await join.run({ code })
    if (!answer?.ok) return
    // Who this person is at the till was heard before they were anybody there.
    queryClient.removeQueries({ queryKey: [staffMe.name] })
    toast(t('staff.join.done', { role: t(`staff.role.${answer.value.role}`) }))
    openInstead('till')
  }
  return (
    <Screen back title={t('staff.join.title')}>
      <View className="till__outcome till__outcome--refused">
        <OutcomeMark kind="done" icon="key" />
        <View className="h2 till__title">{t('staff.join.head')}</View>
        <View className="c-ink-2 till__body">{t('staff.join.body')}</View>
        <View className="s1 c-ink-2 till__label">{t('staff.join.code')}</View>
        <Input
          id="join-code"
          className="till__input num"
          placeholderClass="c-ink-3"
          placeholder={t('staff.join.placeholder')}
          maxlength={20}
          value={code}
          onInput={(event) => setCode(codeIn(event.detail.value))}
        />
        {join.refusal && <Notice kind="danger" text={join.refusal.message || t('staff.pay.lost')} />}
        <BottomBar>
          <Button
            id="join-staff"
            size={52}
            label={t('staff.join.button')}
            busyLabel={t('staff.join.busy')}
            busy={join.busy}
            disabled={code.length !== 10}
            onPress={() => void submit()}
          />
        </BottomBar>
      </View>
    </Screen>
  )
}

/** What of a text can stand in an invitation: it is often typed with blanks or in small letters. */
function codeIn(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^A-Z2-9]/g, '')
    .slice(0, 10)
}
