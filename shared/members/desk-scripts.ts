import type { Account } from '../books/account'
import type { Bilingual } from '../kit/fields'
import type { scriptSources } from '../programme/parts/service'
import type { Programme } from '../programme/schema'
import { originOf } from './origin'

type DeskScript = { source: (typeof scriptSources)[number]; text: Bilingual }

/**
 * What the desk says to a customer: by where they came from, the script that names the most of it, and another where
 * something that they won waits for them. Nothing where the programme has no script for it.
 */
export function deskScripts(account: Account, { service }: Programme): DeskScript[] {
  const scripts = service?.scripts ?? []
  const origin = originOf(account.source)
  // Whoever no friend brought came by themselves, however they then joined, where the shop says nothing of its own to them.
  const named = scripts.some(({ source }) => source === origin) || origin === 'referral' ? origin : 'self'
  const fitting = scripts.filter(
    ({ source, storeId, channel }) =>
      source === named &&
      (storeId === undefined || storeId === account.source.storeId) &&
      (channel === undefined || channel === account.source.kind),
  )
  const exactness = ({ storeId, channel }: (typeof scripts)[number]) =>
    Number(storeId !== undefined) * 2 + Number(!!channel)
  const [best] = [...fitting].sort((one, other) => exactness(other) - exactness(one))
  const won = hasWon(account) ? scripts.find(({ source }) => source === 'draw') : undefined
  return [...(won ? [won] : []), ...(best ? [best] : [])].map(({ source, text }) => ({ source, text }))
}

/** Whether a prize of a draw waits to be handed out. */
function hasWon({ exchanges = [], coupons = [] }: Account): boolean {
  const prize = coupons.some(
    ({ source, worth }) => worth.kind === 'gift' && source.by === 'rule' && source.why === 'draw',
  )
  return prize || exchanges.some((one) => one.prize !== undefined)
}
