import type { InputOf } from '../../../shared/kit/contract'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import { wordsNow, type PreferenceChange } from '../../../shared/messages/preferences'
import type { messagesSetPreference } from '../../../shared/messages/settings-contract'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import { checkCode } from '../members/check-code'
import type { Profile } from '../members/profile'
import type { TextCode } from '../members/text-code'
import { unspentOf } from './acceptance'
import { forgetMailCode, readMailCode } from './mail-code'
import { decide, isDecided } from './preferences'
import { settingsOf } from './settings'

/** Writes down what the member decided about messages; it counts from the next message on. */
export const setPreference: Handler<typeof messagesSetPreference, EnrolledContext> = async (context, { change }) => {
  const { effects, account, request } = context
  if (!request) return refuse('request_id_missing')
  const [unspent, profile, proof] = await Promise.all([
    unspentOf(effects, context.terms.shop, account._id),
    effects.store.get<Profile>('profiles', account._id),
    'address' in change ? readMailProof(context, request.id, change) : null,
  ])
  const possible = hindrance(context, change, profile)
  if (!possible.ok) return possible
  const proved = proof ? await checkCode(effects, proof.code, proof.sent) : nothingToProve
  if (!proved.ok) return proved
  const kept = await decide(effects, account._id, {
    id: request.id,
    inputHash: request.inputHash,
    by: 'member',
    change: withoutProof(change),
    ...('address' in change ? { address: change.address } : {}),
  })
  if (typeof kept === 'string') return refuse(kept)
  forgetMailCode(effects, proved.value.codeId)
  return allow(settingsOf(context, { unspent, kept, profile }))
}

type Asked = InputOf<typeof messagesSetPreference>['change']
type Hindrance = 'texts_not_set_up' | 'mail_not_set_up' | 'number_missing' | 'words_changed'

/** To take something back nothing hinders. */
function hindrance({ terms }: EnrolledContext, change: Asked, profile: Profile | null): Ruling<null, Hindrance> {
  if (change.kind === 'topic' || !change.on) return allow(null)
  if (change.words !== wordsNow.version) return refuse('words_changed')
  if (change.kind === 'mail') return terms.shop.mail ? allow(null) : refuse('mail_not_set_up')
  if (Object.keys(terms.shop.texts ?? {}).length === 0) return refuse('texts_not_set_up')
  return profile?.verified ? allow(null) : refuse('number_missing')
}

const nothingToProve = allow({ codeId: null })

type MailProof = { code: string; sent: TextCode | null }

/** An address counts once its code is given; null for a request that has been carried out, which proves nothing again. */
async function readMailProof(
  { effects, account }: EnrolledContext,
  requestId: string,
  { address, code }: { address: string; code: string },
): Promise<MailProof | null> {
  const [isRepeated, sent] = await Promise.all([
    isDecided(effects, account._id, requestId),
    readMailCode(effects, account._id, address),
  ])
  return isRepeated ? null : { code, sent }
}

/** What is kept of a decision for good: neither the address nor its code. */
function withoutProof(change: Asked): PreferenceChange {
  if (!('address' in change)) return change
  const { address: _, code: __, ...rest } = change
  return rest
}
