import { allow, refuse, type Ruling } from '../kit/ruling'
import type { Journey, Question, Touchpoint } from '../programme/parts/journeys'
import type { Dated } from './run'

/** What a call's result asks where the journey asks nothing of its own. */
export const usualForm: Question[] = [
  {
    code: 'reached',
    name: { zh: '电话', en: 'The call' },
    choices: [
      { code: 'connected', name: { zh: '已接通', en: 'Reached' } },
      { code: 'missed', name: { zh: '没接', en: 'No answer' }, means: 'missed' },
      { code: 'later', name: { zh: '改约', en: 'Later' }, means: 'later' },
    ],
    needed: true,
  },
  {
    code: 'wish',
    name: { zh: '意向', en: 'Interest' },
    choices: [
      { code: 'keen', name: { zh: '有意向', en: 'Keen' } },
      { code: 'thinking', name: { zh: '再看看', en: 'Thinking' } },
      { code: 'no-contact', name: { zh: '不再联系', en: 'No contact' }, means: 'no-contact' },
    ],
  },
]

export type Answers = { [question: string]: string }
export type Meaning = 'reached' | 'missed' | 'later' | 'no-contact'

/** What the result of a touchpoint asks: a call its questions, anything else nothing but words. */
export function formOf(journey: Journey, one: Dated): Question[] {
  return isCall(touchpointOf(journey, one)) ? (journey.form ?? usualForm) : []
}

/** Whether its result has to say something in words. */
export function needsNote(journey: Journey, one: Dated): boolean {
  const touchpoint = touchpointOf(journey, one)
  return touchpoint?.result === 'record' && !isCall(touchpoint)
}

export function touchpointOf({ touchpoints }: Journey, { kind, touchpointId }: Dated): Touchpoint | undefined {
  return kind === 'anchor' ? undefined : touchpoints.find(({ id }) => id === touchpointId)
}

/** What the answers mean for the task; the gravest holds. */
export function meaningOf(
  form: readonly Question[],
  answers: Answers,
): Ruling<Meaning, 'answer_unknown' | 'answer_missing'> {
  const asked = new Map(form.map((one) => [one.code, one]))
  for (const [code, answer] of Object.entries(answers))
    if (!asked.get(code)?.choices.some((choice) => choice.code === answer))
      return refuse('answer_unknown', { question: code })
  const missing = form.find(({ code, needed }) => needed && !(code in answers))
  if (missing) return refuse('answer_missing', { zh: missing.name.zh, en: missing.name.en })
  const means = form.map(({ code, choices }) => choices.find((one) => one.code === answers[code])?.means)
  return allow(gravestFirst.find((one) => means.includes(one)) ?? 'reached')
}

const gravestFirst = ['no-contact', 'later', 'missed'] as const

function isCall(touchpoint: Touchpoint | undefined): boolean {
  return touchpoint?.channel === 'call' || touchpoint?.channel === 'call-and-message'
}
