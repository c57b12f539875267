import type { InputOf } from '../../../shared/kit/contract'
import { allow, refuse, type Ruling } from '../../../shared/kit/ruling'
import { wordsNow, type PreferenceChange } from '../../../shared/messages/preferences'
import type { messagesSetPreference } from '../../../shared/messages/settings-contract'
import type { EnrolledContext, Handler } from '../../_runtime/handler'
import type { Profile } from '../members/profile'
import { unspentOf } from './acceptance'
import { decide } from './preferences'
import { settingsOf } from './settings'

/** Writes down what the member decided about messages; it counts from the next message on. */
export const setPreference: Handler<typeof messagesSetPreference, EnrolledContext> = async (context, { change }) => {
  const { effects, account, request } = context
  if (!request) return refuse('request_id_missing')
  const [unspent, profile] = await Promise.all([
    unspentOf(effects, account._id),
    effects.store.get<Profile>('profiles', account._id),
  ])
  const possible = hindrance(context, change, profile)
  if (!possible.ok) return possible
  const kept = await decide(effects, account._id, {
    id: request.id,
    inputHash: request.inputHash,
    by: 'member',
    change: withoutAddress(change),
    ...('address' in change ? { address: change.address } : {}),
  })
  if (typeof kept === 'string') return refuse(kept)
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

function withoutAddress(change: Asked): PreferenceChange {
  if (!('address' in change)) return change
  const { address: _, ...rest } = change
  return rest
}
