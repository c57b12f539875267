import { yuanText } from '@shared/kit/money'

/** A whole number with commas: `2,480`. */
export function countText(count: number): string {
  return `${count < 0 ? '−' : ''}${String(Math.abs(count)).replace(/\B(?=(\d{3})+$)/g, ',')}`
}

/** With its sign, as a movement: `+128`, `−320`. */
export function changeText(change: number): string {
  return change > 0 ? `+${countText(change)}` : countText(change)
}

/** Money with the sign in front: `¥24.80`; whole yuan without decimals unless `exact`. */
export function moneyText(fen: number, exact = false): string {
  const text = yuanText(fen)
  return `¥${exact && !text.includes('.') ? `${text}.00` : text}`
}

/** A member number in groups of four, as it is read aloud. */
export function memberNoText(memberNo: string): string {
  return memberNo.replace(/(\w{4})(?=\w)/g, '$1 ')
}
