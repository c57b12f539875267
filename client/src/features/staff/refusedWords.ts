import { readCode, stepSeconds } from '@shared/cards/member-code'
import type { Sentences } from '@/i18n/zh-CN'
import type { IconName } from '@/components/icons'
import type { Refused } from './till'

/** Sentences without blanks to fill in. */
type Key = { [K in keyof Sentences]: Sentences[K] extends `${string}{${string}` ? never : K }[keyof Sentences]
type Words = { title: Key; icon: IconName; steps: readonly Key[] }

/** Head, picture and numbered steps of a refusal at the till; the sentence between them is the cloud's own. */
export function refusedWords(code: string): Words {
  return known[code] ?? other
}

/** When the code that was read was made and when it ended, in milliseconds; null for typed digits, which do not say. */
export function lifeOf({ text }: Pick<Refused, 'text'>): { made: number; ended: number } | null {
  const read = readCode(text)
  if (!read.ok || read.value.form !== 'scanned') return null
  const made = read.value.step * stepSeconds * 1000
  return { made, ended: made + 2 * stepSeconds * 1000 }
}

const known: { [code: string]: Words | undefined } = {
  code_expired: {
    title: 'staff.refused.code_expired',
    icon: 'timer-off',
    steps: ['staff.step.refresh', 'staff.step.bright', 'staff.step.digits'],
  },
  code_used: {
    title: 'staff.refused.code_used',
    icon: 'code-used',
    steps: ['staff.step.wait', 'staff.step.manager'],
  },
  code_malformed: {
    title: 'staff.refused.code_malformed',
    icon: 'code-used',
    steps: ['staff.step.open', 'staff.step.square', 'staff.step.digits'],
  },
  code_unknown: {
    title: 'staff.refused.code_unknown',
    icon: 'code-used',
    steps: ['staff.step.reopen', 'staff.step.join'],
  },
  member_unknown: {
    title: 'staff.refused.member_unknown',
    icon: 'person',
    steps: ['staff.step.number', 'staff.step.enrol'],
  },
  card_frozen: {
    title: 'staff.refused.card_frozen',
    icon: 'lock',
    steps: ['staff.step.find', 'staff.step.reissue'],
  },
  card_reissued: {
    title: 'staff.refused.card_reissued',
    icon: 'code-used',
    steps: ['staff.step.reopen', 'staff.step.manager'],
  },
  store_not_yours: {
    title: 'staff.refused.store_not_yours',
    icon: 'store',
    steps: ['staff.step.store', 'staff.step.right'],
  },
  too_many_wrong_codes: {
    title: 'staff.refused.too_many_wrong_codes',
    icon: 'lock',
    steps: ['staff.step.pause', 'staff.step.scan'],
  },
  coupon_used: {
    title: 'staff.refused.coupon_used',
    icon: 'ticket-off',
    steps: ['staff.step.coupon.look', 'staff.step.manager'],
  },
  scan_over: {
    title: 'staff.refused.scan_over',
    icon: 'timer-off',
    steps: ['staff.step.rescan', 'staff.step.amount'],
  },
  network: {
    title: 'staff.refused.network',
    icon: 'offline',
    steps: ['staff.step.network', 'staff.step.rescan'],
  },
}

const other: Words = { title: 'staff.refused.other', icon: 'alert', steps: ['staff.step.rescan', 'staff.step.digits'] }
