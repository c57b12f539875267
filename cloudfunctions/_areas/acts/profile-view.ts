import type { Account } from '../../../shared/books/account'
import { isOpen } from '../../../shared/acts/act'
import type { ProfileView } from '../../../shared/acts/contract'
import { dayOf } from '../../../shared/kit/time'
import { fieldsAsked, profileFilled } from '../../../shared/members/profile'
import type { Programme } from '../../../shared/programme/schema'
import type { Details } from './details'

/** What the shop asks of the member, and what they have told. */
export function profileView(account: Account, details: Details, programme: Programme, now: string): ProfileView {
  const { name, birthday, birthdayFrom } = account
  const points = programme.earning?.acts?.profile?.points ?? 0
  return {
    serverAt: now,
    name,
    birthday,
    birthdayFrom: birthdayFrom && birthdayFrom > dayOf(now) ? birthdayFrom : null,
    fields: fieldsAsked(programme).map(({ code, name: label, kind, needed = false, sensitive = false }) => ({
      code,
      name: label,
      kind,
      needed,
      sensitive,
      value: details[code] ?? '',
    })),
    ...profileFilled(account, details, programme),
    points: points > 0 && isOpen(account, programme, 'profile', now) ? points : null,
  }
}
