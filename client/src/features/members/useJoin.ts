import { useEffect, useState } from 'react'
import { homeRead, membersEnrol } from '@shared/members/contract'
import { shopWelcome } from '@shared/shop/contract'
import { useCommand } from '@/kit/command'
import { queryClient } from '@/kit/query'
import { useRead } from '@/kit/read'
import { wearShopFace } from '@/kit/shop'

/** Joining in its plainest form: terms seen, box ticked by the person's own hand, a name if they like. */
export function useJoin() {
  const welcome = useRead(shopWelcome, {})
  const enrol = useCommand(membersEnrol)
  const [agreed, setAgreed] = useState(false)
  const [name, setName] = useState('')
  const [termsOpen, setTermsOpen] = useState(false)
  const terms = welcome.value?.terms
  const shop = welcome.value?.shop
  useEffect(() => {
    if (shop) wearShopFace(shop)
  }, [shop])

  async function join(): Promise<boolean> {
    if (!terms || !agreed) return false
    const answer = await enrol.run({
      consent: { ...terms, adult: true },
      ...(name.trim() ? { name: name.trim() } : {}),
    })
    if (!answer) return false
    if (answer.ok) {
      await queryClient.cancelQueries({ queryKey: [homeRead.name] })
      queryClient.setQueryData([homeRead.name, {}], answer.value)
    } else if (answer.refusal.code === 'consent_outdated') {
      setAgreed(false)
      await welcome.again()
    }
    return answer.ok
  }

  return {
    welcome,
    agreed,
    setAgreed,
    name,
    setName,
    termsOpen,
    setTermsOpen,
    join,
    busy: enrol.busy,
    refusal: enrol.refusal,
  }
}
