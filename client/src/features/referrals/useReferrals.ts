import { useCallback, useEffect, useRef, useState } from 'react'
import type { OutputOf } from '@shared/kit/contract'
import { referralsLink, referralsRead, type FriendView } from '@shared/referrals/contract'
import { useCommand } from '@/kit/command'
import { deviceClaim } from '@/kit/device'
import { useReadPages } from '@/kit/read-pages'

export type Invitations = OutputOf<typeof referralsRead>
export type Offer = NonNullable<Invitations['offer']>
export type Link = OutputOf<typeof referralsLink>

/** What inviting brings, how far it is, and the friends, page by page. */
export function useReferrals() {
  const read = useReadPages(referralsRead, {}, ({ nextBefore }) =>
    nextBefore === null ? null : { before: nextBefore },
  )
  const friends: readonly FriendView[] = read.pages.flatMap((page) => page.friends)
  return { ...read, head: read.pages[0] ?? null, friends }
}

type Wish = { picture?: boolean; showName?: boolean }

/** The member's own link, asked for as soon as the page opens: WeChat wants to know it the moment one shares. */
export function useLink() {
  const command = useCommand(referralsLink)
  const [link, setLink] = useState<Link | null>(null)
  const run = useRef(command.run)
  run.current = command.run
  const first = useRef<Promise<unknown> | null>(null)
  const send = useCallback(async (wish: Wish) => {
    const answer = await run.current({ ...wish, device: deviceClaim() })
    if (!answer?.ok) return null
    setLink((before) => ({ ...answer.value, picture: answer.value.picture ?? before?.picture ?? null }))
    return answer.value
  }, [])
  useEffect(() => void (first.current = send({})), [send])
  // What is wished while the link itself is still on its way waits for it: one command at a time, and no tap is lost.
  const ask = useCallback(
    async (wish: Wish = {}) => {
      await first.current
      return send(wish)
    },
    [send],
  )
  return { link, ask, busy: command.busy, refusal: command.refusal }
}

/** The page that the link opens, and its whole address for a browser. */
export function linkPath({ page, scene }: Pick<Link, 'page' | 'scene'>): string {
  return `/${page}?scene=${encodeURIComponent(scene)}`
}

export function linkAddress(link: Link): string {
  return process.env.TARO_ENV === 'h5' ? `${location.origin}/#${linkPath(link)}` : linkPath(link)
}
