import * as z from 'zod/mini'
import { bilingual } from '../../kit/fields'
import { codes, codeText, days } from './field'

const option = z.strictObject({ id: codeText, text: bilingual })

/** A question with one right answer, which the phone is never told. */
const question = z.strictObject({
  id: codeText,
  text: bilingual,
  options: z.array(option).check(z.minLength(2), z.maxLength(6)),
  answer: codeText,
})

/** What staff read and answer before they do something on their own. */
const piece = z.strictObject({
  id: codeText,
  /** Raised when what staff have to know changes: whoever passed an earlier one is asked again. */
  version: z.int().check(z.positive(), z.lte(1000)),
  title: bilingual,
  /** Who reads it: `staff`, `manager`, or whoever has something to do in a journey by a role of it. */
  roles: codes,
  /** How long somebody has for it, from the day they began or from `since`, whichever is later. */
  withinDays: days,
  since: z.optional(z.iso.date()),
  sections: z
    .array(
      z.strictObject({
        heading: z.optional(bilingual),
        text: bilingual,
        /** An address of a picture. */
        picture: z.optional(z.url({ protocol: /^https$/ })),
      }),
    )
    .check(z.minLength(1), z.maxLength(30)),
  quiz: z.optional(
    z.strictObject({
      /** How many have to be right. */
      passMark: z.int().check(z.positive(), z.lte(30)),
      questions: z.array(question).check(z.minLength(1), z.maxLength(30)),
    }),
  ),
})

export const training = z.array(piece).check(z.maxLength(50))
export type TrainingPiece = z.output<typeof piece>
export type TrainingQuestion = z.output<typeof question>
