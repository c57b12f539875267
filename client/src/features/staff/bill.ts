import { fenFromDecimal } from '@shared/kit/money'
import { pointsOf } from '@shared/points/earn'
import { hundredths } from '@shared/kit/hundredths'
import type { CustomerSheet } from '@shared/staff/contract'

export type Bill = {
  amountFen: number
  discountFen: number
  burnPoints: number
  burnFen: number
  /** What the customer pays: the amount less the member's discount and less points taken as money. */
  dueFen: number
  /** What the payment earns, by the cloud's own rule. */
  earns: number
}

/** What a receipt comes to for this customer. The discount is rounded down to the fen, so nobody pays less than due. */
export function billOf(amountText: string, sheet: CustomerSheet, withPoints: boolean): Bill {
  const read = fenFromDecimal(amountText.replace(/\.$/, ''))
  const amountFen = read.ok ? read.value : 0
  const discountFen = Math.floor((amountFen * sheet.tier.discountPercent) / 100)
  const { burnPoints, burnFen } = withPoints ? pointsTaken(amountFen - discountFen, sheet) : nothing
  const dueFen = amountFen - discountFen - burnFen
  const rate = hundredths(sheet.tier.pointsPerYuan) ?? 0
  return { amountFen, discountFen, burnPoints, burnFen, dueFen, earns: pointsOf(dueFen, rate) }
}

const nothing = { burnPoints: 0, burnFen: 0 }

/**
 * All points, or as many as the bill takes. The programme's points per yuan follow from what the balance is worth: exact
 * when all are taken, and to the fen when the bill is smaller than they are worth.
 */
function pointsTaken(upToFen: number, sheet: CustomerSheet): { burnPoints: number; burnFen: number } {
  const { balance, worthFen } = sheet.points
  if (!worthFen || balance <= 0) return nothing
  if (worthFen <= upToFen) return { burnPoints: balance, burnFen: worthFen }
  const pointsPerYuan = Math.round((balance * 100) / worthFen)
  const burnPoints = Math.floor((upToFen * pointsPerYuan) / 100)
  return { burnPoints, burnFen: Math.floor((burnPoints * 100) / pointsPerYuan) }
}

export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '00' | '.' | 'delete' | 'clear'

/** The amount after a key: at most two decimals, at most a million yuan, no zeros in front. */
export function amountAfter(text: string, key: Key): string {
  if (key === 'clear') return ''
  if (key === 'delete') return text.slice(0, -1)
  if (key === '.') return text.includes('.') ? text : `${text || '0'}.`
  const next = `${text}${key}`.replace(/^0+(?=\d)/, '')
  const tooFine = /\.\d{3,}$/.test(next)
  return tooFine || !fenFromDecimal(next).ok ? text : next
}
