import { doAct, isOpen } from '../../../shared/acts/act'
import type { actsCompleteProfile } from '../../../shared/acts/contract'
import { openJournal, type Journal } from '../../../shared/books/journal'
import type { InputOf } from '../../../shared/kit/contract'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import { isDay } from '../../../shared/kit/time'
import { fieldsAsked, profileFilled, tellBirthday } from '../../../shared/members/profile'
import { rename } from '../../../shared/members/rename'
import { expirePoints } from '../../../shared/points/expire'
import type { Programme } from '../../../shared/programme/schema'
import { reviewTiers } from '../../../shared/tiers/retier'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { commitTogether } from '../../_runtime/together'
import { openDetails, sealDetails, type Details, type ToldDetails } from './details'

type Told = InputOf<typeof actsCompleteProfile>

/** The member tells something about themselves; a profile that is complete by it brings what the programme says, once. */
export const completeProfile: Handler<typeof actsCompleteProfile, EnrolledContext> = async (context, input) => {
  const { effects, account: asker, terms, now, request } = context
  const { programme, programmeVersion } = terms
  if (!request) return refuse('request_id_missing')
  const asked = checkDetails(
    programme,
    Object.fromEntries((input.details ?? []).map(({ code, value }) => [code, value])),
  )
  if (!asked.ok) return asked
  const stamp = { recordedAt: now, programmeVersion, requestId: request.id }
  return commitTogether(effects, {
    asker,
    request,
    decide: async (transaction, account) => {
      const before = await transaction.get<ToldDetails>('details', account._id)
      const known = openDetails(effects, before)
      const details = { ...known, ...asked.value }
      const own = told(openJournal(account, stamp), programme, { ...input, details, at: now })
      const codes = Object.keys(asked.value).filter((code) => (known[code] ?? '') !== details[code])
      const next = sealDetails(effects, before, { accountId: account._id, details, codes, at: now })
      const earned = own.entries.reduce((sum, entry) => (entry.kind === 'act' ? sum + entry.earned : sum), 0)
      return allow({
        own,
        reply: { earned, ...profileFilled(own.account, details, programme) },
        ...(next ? { also: () => transaction.put('details', next) } : {}),
      })
    },
  })
}

/** Only what the programme asks for is kept, in the form that it asks for. */
function checkDetails(
  programme: Programme,
  details: Details,
): Ruling<Details, 'profile_field_unknown' | 'profile_field_wrong'> {
  const fields = fieldsAsked(programme)
  for (const [code, value] of Object.entries(details)) {
    const field = fields.find((one) => one.code === code)
    if (!field) return refuse('profile_field_unknown')
    const fits =
      value === '' || (field.kind === 'day' ? isDay(value) : field.kind !== 'yes-no' || /^(yes|no)$/.test(value))
    if (!fits) return refuse('profile_field_wrong', { zh: field.name.zh, en: field.name.en })
  }
  return allow(details)
}

function told(
  opened: Journal,
  programme: Programme,
  { name, birthday, details, at }: Omit<Told, 'details'> & { details: Details; at: string },
) {
  const named = name ? rename(opened, name, at) : opened
  const journal = birthday ? tellBirthday(named, birthday, at) : named
  const { filled, of } = profileFilled(journal.account, details, programme)
  if (filled < of || !isOpen(journal.account, programme, 'profile', at)) return journal
  return doAct(reviewTiers(expirePoints(journal, at), programme, at), programme, { act: 'profile', at })
}
