import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Consent, type Document } from '@/components/Consent'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { useTranslate } from '@/kit/i18n'
import { phoneDigits, phoneFault } from '@/kit/phone-number'
import { useEnrolment } from './useEnrolment'
import './EnrolForm.scss'

/** What an employee fills in for a customer who is no member yet; the customer's consent is ticked, never presumed. */
export function EnrolForm({
  storeId,
  offset,
  onRead,
}: {
  storeId: string
  offset: number
  onRead: (document: Document) => void
}) {
  const t = useTranslate()
  const form = useEnrolment(storeId, offset)
  const [left, setLeft] = useState(false)
  const { refusal, tried } = form
  return (
    <View className="card enrol">
      <Chips
        chips={(['person', 'organisation'] as const).map((value) => ({ value, label: t(`staff.enrol.${value}`) }))}
        chosen={form.kind}
        onChoose={form.setKind}
      />
      {form.kind === 'organisation' && (
        <Field
          id="enrol-organisation"
          label={t('staff.enrol.organisation.name')}
          maxLength={40}
          value={form.organisation}
          error={tried && !form.named ? t('staff.enrol.needName') : null}
          onText={form.setOrganisation}
        />
      )}
      <Field
        id="enrol-phone"
        label={t('phone.number')}
        type="number"
        maxLength={14}
        value={form.phone}
        error={tried || left ? phoneFault(form.phone) : null}
        onText={(typed) => form.setPhone(phoneDigits(typed))}
        onLeave={() => setLeft(form.phone.length > 0)}
      />
      <Field
        id="enrol-name"
        label={t(form.kind === 'person' ? 'staff.enrol.name' : 'staff.enrol.contact')}
        maxLength={40}
        value={form.name}
        onText={form.setName}
      />
      <View className="enrol__consent">
        <Consent
          id="enrol-consent"
          before={t('staff.enrol.consent')}
          checked={form.agreed}
          onToggle={form.toggle}
          onRead={onRead}
          missing={tried && !form.agreed ? t('staff.enrol.needConsent') : undefined}
        />
      </View>
      {refusal && <Notice kind="danger" text={refusal.message || t('staff.enrol.lost')} className="enrol__refusal" />}
      <Button
        id="enrol-submit"
        size={52}
        label={t('staff.enrol.submit')}
        busyLabel={t('staff.enrol.busy')}
        busy={form.busy}
        onPress={() => void form.submit()}
      />
    </View>
  )
}
