import * as z from 'zod/mini'
import { amountMaxFen } from './money'

/** Fields that many contracts share. Sizes are bounded and nothing unknown passes: `{ "$gt": "" }` is no string. */
export const idText = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/))
export const externalIdText = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[^\s$][^\u0000-\u001f$]*$/))
export const nameText = z.string().check(z.trim(), z.minLength(1), z.maxLength(40), z.regex(/^[^\u0000-\u001f<>]*$/))
export const reasonText = z.string().check(z.trim(), z.minLength(2), z.maxLength(200))
export const amountFen = z.int().check(z.nonnegative(), z.lte(amountMaxFen))
export const pointsCount = z.int().check(z.nonnegative(), z.lte(1_000_000_000))
export const instantText = z.iso.datetime()
export const cursorText = z.string().check(z.minLength(1), z.maxLength(120))
export const bilingual = z.strictObject({ zh: z.string(), en: z.string() })

/** A mainland mobile number, without country code. */
export const phoneText = z.string().check(z.regex(/^1[3-9]\d{9}$/))
/** What a mini-program code carries: at most 32 of the characters that WeChat allows. */
export const sceneText = z
  .string()
  .check(z.minLength(1), z.maxLength(32), z.regex(/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/))

/** What a phone says of itself: an id made on it once, and its make. Only ever a reason to look twice. */
export const deviceClaim = z.strictObject({
  installation: z.string().check(z.regex(/^[0-9A-Za-z-]{8,64}$/)),
  model: z.string().check(z.trim(), z.minLength(1), z.maxLength(120), z.regex(/^[^\u0000-\u001f<>]*$/)),
})
export type DeviceClaim = z.output<typeof deviceClaim>

export type Bilingual = { zh: string; en: string }
