import { yuanText } from '../../kit/money'
import { pathText, type Fault } from '../fault'
import type { Programme } from '../schema'

/** A top-up credits at least what is paid for it. */
export function storedValuePlans({ storedValue }: Programme): Fault[] {
  return (storedValue?.plans ?? []).flatMap(({ payFen, creditFen }, index) => {
    if (creditFen >= payFen) return []
    const [pay, credit] = [yuanText(payFen), yuanText(creditFen)]
    const path = pathText(['storedValue', 'plans', index, 'creditFen'])
    return [{ path, zh: `付 ¥${pay}，只到账 ¥${credit}`, en: `¥${pay} is paid and only ¥${credit} is credited` }]
  })
}
