import type { Journal } from '../books/journal'
import { record } from '../books/journal'
import { birthdayAfterChange } from '../benefits/birthday'
import { dayOf, type Instant } from '../kit/time'
import type { Programme } from '../programme/schema'

/** The codes that every shop asks for; the others are the programme's. */
export const ownFields = ['name', 'birthday'] as const

/** What a shop asks of its members besides the phone number, by code. */
export function fieldsAsked({ profile }: Programme) {
  return profile?.fields ?? []
}

/** How many of the things asked for the member has told, and of how many. */
export function profileFilled(
  account: { name: string | null; birthday: string | null },
  details: { [code: string]: string },
  programme: Programme,
): { filled: number; of: number } {
  const told = [account.name, account.birthday, ...fieldsAsked(programme).map(({ code }) => details[code])]
  return { filled: told.filter(Boolean).length, of: told.length }
}

/** The member's birthday, without its year; the one that they have told already changes nothing. */
export function tellBirthday(journal: Journal, birthday: string, at: Instant): Journal {
  const { account } = journal
  if (account.birthday === birthday) return journal
  const from = birthdayAfterChange(account, dayOf(at))
  return record(journal, { kind: 'profile', birthday, ...(from ? { birthdayFrom: from } : {}) }, { at })
}
