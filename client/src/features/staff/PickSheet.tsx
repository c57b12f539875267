import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import { useTranslate } from '@/kit/i18n'
import { CouponRows } from './CouponRows'
import { SentHome } from './SentHome'
import type { Customer } from './till'
import type { Chosen } from './useChosen'

/** Which coupons this bill takes; ticks count at once, the button only leads back to the bill. */
export function PickSheet(props: { customer: Customer; chosen: Chosen; now: number; onClose: () => void }) {
  const { customer, chosen, now, onClose } = props
  const t = useTranslate()
  return (
    <Sheet title={t('staff.coupons.pick')} onClose={onClose}>
      <SentHome customer={customer} />
      <CouponRows customer={customer} chosen={chosen} now={new Date(now).toISOString()} />
      <Button
        id="pick-done"
        size={52}
        label={t(chosen.ids.length > 0 ? 'staff.coupons.pick.done' : 'staff.coupons.pick.none')}
        className="coupon-rows__done"
        onPress={onClose}
      />
    </Sheet>
  )
}
