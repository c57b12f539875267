import * as z from 'zod/mini'
import { bilingual } from '../kit/fields'

/** What the contracts about journeys and about their tasks share. */
export const runId = z.string().check(z.maxLength(160), z.regex(/^journey:[A-Za-z0-9][A-Za-z0-9:._-]*$/))
export const staffId = z.string().check(z.regex(/^staff-[0-9a-f]{1,64}$/))
export const scanId = z.string().check(z.maxLength(600))
export const noteText = z.string().check(z.trim(), z.maxLength(500), z.regex(/^[^\u0000-\u0009\u000b-\u001f<>]*$/))
export const person = z.strictObject({ id: z.string(), name: z.string() })
/** Why a journey is over. */
export const overWhy = z.enum([
  'end',
  'tier-reached',
  'no-contact',
  'cancelled',
  'left',
  'other',
  'anchor-missing',
  'programme',
])
export const kind = z.enum(['touchpoint', 'follow-up', 'anchor'])
export const anchorView = z.strictObject({ code: z.string(), name: bilingual, at: z.nullable(z.string()) })
export const journeyFace = z.strictObject({
  runId: z.string(),
  name: bilingual,
  state: z.enum(['running', 'ended', 'stopped']),
  begunAt: z.string(),
  anchors: z.array(anchorView),
})
