import type { Account } from './account'
import type { Coupon } from './coupon'

/** How many of them an account remembers, the last ones. */
const owedMax = 100

/** By what a coupon is told from others where one stands for another: its template, or a gift's name. */
export function couponThing({ templateId, name }: Pick<Coupon, 'templateId' | 'name'>): string {
  return templateId === 'gift' ? `gift:${name.zh}` : `coupon:${templateId}`
}

/** The same of chances, which are told apart by their draw. */
export function chanceThing(drawId: string): string {
  return `chance:${drawId}`
}

/** The account after more was used of something that was taken back. */
export function withOwed({ owes = [] }: Pick<Account, 'owes'>, more: readonly string[] = []): Pick<Account, 'owes'> {
  return more.length > 0 ? { owes: [...owes, ...more].slice(-owedMax) } : {}
}

/** The account after some of it was paid for by others of the same. */
export function withoutOwed({ owes = [] }: Pick<Account, 'owes'>, paid: readonly string[]): Pick<Account, 'owes'> {
  return { owes: lessThings(owes, paid) }
}

/** What is left of some things when others have gone, each of which takes one of its kind with it. */
export function lessThings(things: readonly string[], gone: readonly string[]): string[] {
  const left = [...gone]
  return things.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
