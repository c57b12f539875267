import { couponsChoose, couponsClaim } from '@shared/coupons/contract'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { useTranslate } from '@/kit/i18n'
import { walletChanged } from './useWallet'

/** Takes what the shop offers; whatever comes of it, the offers are asked for again, since others take them too. */
export function useClaim(onDone: () => void) {
  const t = useTranslate()
  const claim = useCommand(couponsClaim)
  const chosen = useCommand(couponsChoose)

  function done(answer: { ok: boolean } | null): void {
    if (!answer) return
    if (answer.ok) {
      toast(t('centre.claimed'))
      walletChanged()
    }
    onDone()
  }

  return {
    take: async (templateId: string) => done(await claim.run({ templateId })),
    choose: async (code: string, choice: number) => done(await chosen.run({ code, choice })),
    busy: claim.busy || chosen.busy,
    refusal: claim.refusal ?? chosen.refusal,
  }
}
