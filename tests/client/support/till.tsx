import { fireEvent, screen, waitFor } from '@testing-library/react'
import { codeText } from '../../../shared/cards/member-code'
import WorkbenchPage from '../../../client/src/pages/staff/index'
import { openPage, takePhone, type Asked } from './phone'
import { me, replies } from './replies'

/** The cloud's time in these tests, at which the phone's own clock stands as well. */
export const cloudNow = Date.parse(me.serverAt)

/** A shop that answers everything, and one that refuses a single operation. */
export const shop = ({ operation }: Asked) => replies[operation as keyof typeof replies]
export const refusing = (name: string, refusal: unknown) => (asked: Asked) =>
  asked.operation === name ? refusal : shop(asked)

export const words = () => document.body.textContent ?? ''
export const press = (id: string) => fireEvent.click(document.getElementById(id)!)
export const type = (...keys: string[]) => keys.forEach((key) => press(`key-${key}`))
export const asks = (asked: Asked[], name: string) => asked.filter(({ operation }) => operation === name)

/** A code as a member's phone shows it now. */
export const code = codeText({ cardNo: '4021736658', secret: 's' }, Math.floor(cloudNow / 30_000), () =>
  'ab'.repeat(32),
)

/** At the workbench, with the camera on a code. */
export async function atTheWorkbench(cloud: (asked: Asked) => unknown = shop, seen: string = code) {
  const phone = takePhone(cloud)
  phone.see(seen)
  const page = openPage(WorkbenchPage)
  await screen.findByText('扫会员码')
  return { ...phone, page }
}

/** The customer was scanned; the page that the phone went to is open. */
export async function withCustomer(
  Page: () => React.JSX.Element,
  cloud: (asked: Asked) => unknown = shop,
  seen: string = code,
) {
  const phone = await atTheWorkbench(cloud, seen)
  press('staff-scan')
  await waitFor(() => expect(phone.visited).toHaveLength(1))
  phone.page.unmount()
  openPage(Page)
  return phone
}
