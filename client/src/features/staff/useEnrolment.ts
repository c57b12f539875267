import { useState } from 'react'
import type { OutputOf } from '@shared/kit/contract'
import { shopWelcome } from '@shared/shop/contract'
import { staffEnrol } from '@shared/staff/contract'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { haptic } from '@/kit/haptic'
import { useTranslate } from '@/kit/i18n'
import { openInstead } from '@/kit/open'
import { isPhone } from '@/kit/phone-number'
import { useRead } from '@/kit/read'
import { changeTill } from './till'

export type Kind = 'person' | 'organisation'

/** Enrolling a customer at the counter: what was filled in, what is still wrong with it, and the one command. */
export function useEnrolment(storeId: string, offset: number) {
  const t = useTranslate()
  const terms = useRead(shopWelcome, {})
  const enrol = useCommand(staffEnrol)
  const [kind, setKind] = useState<Kind>('person')
  const [phone, setPhone] = useState('')
  const [name, setName] = useState('')
  const [organisation, setOrganisation] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [tried, setTried] = useState(false)
  const named = kind === 'person' || organisation.trim() !== ''

  async function submit(): Promise<void> {
    setTried(true)
    if (!terms.value) return terms.again()
    if (!isPhone(phone) || !named || !agreed) return
    const answer = await enrol.run({
      storeId,
      phone,
      ...(name.trim() ? { name: name.trim() } : {}),
      ...(kind === 'organisation' ? { organisation: organisation.trim() } : {}),
      consent: { ...terms.value.terms, adult: true },
    })
    if (!answer) return
    if (answer.ok) return serve(answer.value)
    haptic('heavy')
    if (answer.refusal.code !== 'consent_outdated') return
    setAgreed(false)
    await terms.again()
  }

  function serve({ customer, existing }: OutputOf<typeof staffEnrol>): void {
    haptic('medium')
    changeTill({ customer: { sheet: customer, storeId, offset }, receipt: null, refused: null })
    toast(t(existing ? 'staff.enrol.existing' : 'staff.enrol.done'))
    openInstead('customer')
  }

  return {
    kind,
    setKind,
    phone,
    setPhone,
    name,
    setName,
    organisation,
    setOrganisation,
    agreed,
    toggle: () => setAgreed(!agreed),
    tried,
    named,
    submit,
    busy: enrol.busy,
    refusal: enrol.refusal ?? (tried ? terms.refusal : null),
  }
}
