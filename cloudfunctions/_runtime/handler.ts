import type { Entry } from '../../shared/books/entry'
import type { DoorRefusal, InputOf, Operation, OutputOf, RefusalOf } from '../../shared/kit/contract'
import type { Ruling } from '../../shared/kit/ruling'
import type { Language } from '../../shared/refusals'
import type { Effects } from './effects'
import type { StoredAccount } from './stored-account'
import type { Terms } from './terms'
import type { RequestMark } from './unit-of-work'

/** One handler: everything it may know and do comes in `context`. Typed from the contract both ways. */
export type Handler<O extends Operation, Context> = (
  context: Context,
  input: InputOf<O>,
) => Promise<Ruling<OutputOf<O>, RefusalOf<O> | DoorRefusal>>

/** A total map: an operation without its handler does not compile. */
export type Handlers<Operations extends readonly Operation[], Context> = {
  [Name in Operations[number]['name']]: Handler<Extract<Operations[number], { name: Name }>, Context>
}

export type BaseContext = {
  effects: Effects
  now: string
  language: Language
  /** The request's mark; null for queries. */
  request: RequestMark | null
}

/** A visitor or member on their own phone. `account` is null for a visitor. */
export type MemberContext = BaseContext & {
  terms: Terms
  account: StoredAccount | null
  openid: string
}

/** The same with an account for sure: what the door hands to operations that are for members only. */
export type EnrolledContext = MemberContext & { account: StoredAccount }

export type StaffGrant = {
  _id: string
  name: string
  role: 'manager' | 'staff'
  storeIds: string[] | 'all'
  active: boolean
  /** Since when they work here; absent in a grant from before this was kept. */
  joinedAt?: string
  /** Since when what they had to do is to be given to the head; null or absent when nothing is. */
  handOverAt?: string | null
}

/** Somebody whom the staff list names; both null only for founding the shop. */
export type ManagerContext = BaseContext & {
  terms: Terms | null
  grant: StaffGrant | null
  /** The member whom a command names by `accountId`, and what the same request wrote before; null when it names none. */
  member: { account: StoredAccount | null; receipt: Entry | null } | null
  openid: string
}
