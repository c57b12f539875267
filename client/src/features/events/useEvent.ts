import {
  eventsBoards,
  eventsConfirm,
  eventsLeave,
  eventsList,
  eventsRemind,
  eventsReview,
  eventsSignUp,
  eventsVote,
} from '@shared/events/contract'
import { homeRead } from '@shared/members/contract'
import { pointsStatement } from '@shared/points/contract'
import { toast } from '@/components/Toast'
import { useCommand } from '@/kit/command'
import { countText } from '@/kit/figures'
import { useTranslate } from '@/kit/i18n'
import { outdated } from '@/kit/read'

/** What a member may do with one event. Seats and points change only when the cloud has said so. */
export function useEvent(eventId: string, again: () => Promise<void>) {
  const t = useTranslate()
  const signUp = useCommand(eventsSignUp)
  const confirm = useCommand(eventsConfirm)
  const leave = useCommand(eventsLeave)
  const vote = useCommand(eventsVote)
  const review = useCommand(eventsReview)
  const remind = useCommand(eventsRemind)
  const commands = [remind, signUp, confirm, leave, vote, review]
  const changed = async (words: string) => {
    toast(words)
    for (const read of [eventsList, eventsBoards, homeRead, pointsStatement]) outdated(read)
    await again()
  }
  return {
    busy: commands.some(({ busy }) => busy),
    leaving: leave.busy,
    refusal: commands.map(({ refusal }) => refusal).find((one) => one !== null) ?? null,
    async signUp(people: number, points: number) {
      const answer = await signUp.run({ eventId, guests: people - 1, points })
      if (answer?.ok) await changed(t(answer.value.state === 'waiting' ? 'event.done.wait' : 'event.done'))
      else if (answer) await again()
    },
    async remind() {
      const answer = await remind.run({ eventId })
      if (answer?.ok) toast(t('event.reminded'))
    },
    async confirm(points: number) {
      const answer = await confirm.run({ eventId, points })
      if (answer?.ok) await changed(t('event.done'))
      else if (answer) await again()
    },
    async leave() {
      const answer = await leave.run({ eventId })
      if (answer?.ok) await changed(t('event.left-it'))
      return answer?.ok ?? false
    },
    async vote(option: string) {
      const answer = await vote.run({ eventId, option })
      if (answer?.ok) await changed(t('vote.done'))
    },
    async review(stars: number, text: string) {
      const answer = await review.run({ eventId, stars, ...(text ? { text } : {}) })
      if (!answer?.ok) return
      const { earned } = answer.value
      await changed(earned > 0 ? t('event.review.got', { n: countText(earned) }) : t('event.review.done'))
    },
  }
}
export type EventActs = ReturnType<typeof useEvent>
