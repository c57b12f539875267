import { useRef, useState } from 'react'
import type { InputOf } from '@shared/kit/contract'
import { dayOf } from '@shared/kit/time'
import { messagesAccept, messagesReminders, type Reminder } from '@shared/messages/contract'
import type { Topic } from '@shared/messages/topics'
import { call, outcomeOpen } from '@/kit/call'
import { keepReply } from '@/kit/kept'
import { queryClient } from '@/kit/query'
import { useRead } from '@/kit/read'
import { recall, remember } from '@/kit/storage'
import { askToSubscribe, canSubscribe } from '@/kit/subscribe'

export type ReminderState = 'off' | 'asking' | 'on' | 'refused' | 'unasked' | 'unsaved' | 'elsewhere'

/**
 * Whether the member will be told of these topics, and the way to ask for it. WeChat is asked only for what is not agreed
 * to already, for so many messages as there will be, and not again on a day on which the member has said no.
 */
export function useReminder(
  topics: readonly Topic[],
  messages = 1,
): { state: ReminderState | null; turnOn: () => void } {
  const { value } = useRead(messagesReminders, {})
  const [trouble, setTrouble] = useState<'asking' | 'unasked' | 'unsaved' | null>(null)
  const busy = useRef(false)
  const offered = (value?.reminders ?? []).filter(({ topic }) => topics.includes(topic))
  const wanted = offered.filter(({ left, topic }) => left < messages && !refusedToday(topic))

  async function turnOn(): Promise<void> {
    const nothingToAsk = wanted.length === 0 && !kept().unsent
    if (busy.current || !canSubscribe() || nothingToAsk) return
    busy.current = true
    setTrouble('asking')
    setTrouble(await outcomeOf(wanted))
    busy.current = false
  }
  return { state: stateOf(offered, wanted, trouble), turnOn: () => void turnOn() }
}

function stateOf(
  offered: readonly Reminder[],
  wanted: readonly Reminder[],
  trouble: 'asking' | 'unasked' | 'unsaved' | null,
): ReminderState | null {
  if (offered.length === 0) return null
  if (trouble) return trouble
  if (kept().unsent) return 'unsaved'
  if (wanted.length === 0) return offered.some(({ left }) => left > 0) ? 'on' : 'refused'
  return canSubscribe() ? 'off' : 'elsewhere'
}

/** An answer that the cloud has not heard yet is told again instead of asking the member a second time. */
async function outcomeOf(wanted: readonly Reminder[]): Promise<'unasked' | 'unsaved' | null> {
  const unsent = kept().unsent
  if (unsent) return tell(unsent)
  const answers = await askToSubscribe(wanted.map(({ templateId }) => templateId))
  if (!answers) return 'unasked'
  const among = (ids: readonly string[]) =>
    wanted.filter(({ templateId }) => ids.includes(templateId)).map(({ topic, templateId }) => ({ topic, templateId }))
  const input = { accepted: among(answers.accepted), refused: among(answers.refused) }
  const today = Object.fromEntries(input.refused.map(({ topic }) => [topic, phoneDay()]))
  keep({ refused: { ...kept().refused, ...today }, unsent: input })
  return tell(input)
}

async function tell(input: Answered): Promise<'unasked' | 'unsaved' | null> {
  const answer = await call(messagesAccept, input)
  if (!answer.ok && outcomeOpen(answer.refusal)) return 'unsaved'
  keep({ refused: kept().refused })
  if (!answer.ok) return 'unasked'
  keepReply(messagesReminders, {}, answer.value)
  queryClient.setQueryData([messagesReminders.name, {}], answer.value)
  return null
}

type Answered = InputOf<typeof messagesAccept>
type Kept = { refused: { [topic: string]: string }; unsent?: Answered }

function kept(): Kept {
  return recall<Kept>('reminders') ?? { refused: {} }
}

function keep(next: Kept): void {
  remember('reminders', next)
}

function refusedToday(topic: Topic): boolean {
  return kept().refused[topic] === phoneDay()
}

function phoneDay(): string {
  return dayOf(new Date().toISOString())
}
