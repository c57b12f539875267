import { create } from 'zustand'
import type { OutputOf } from '@shared/kit/contract'
import { homeRead, type membersEnrol } from '@shared/members/contract'
import { toast } from '@/components/Toast'
import { translator } from '@/kit/i18n'
import { keepReply } from '@/kit/kept'
import { open } from '@/kit/open'
import { queryClient } from '@/kit/query'
import { forgetScene } from '@/kit/scene'
import { currentLanguage } from '@/kit/settings'
import type { Welcome } from './useWelcome'

export type Joined = NonNullable<OutputOf<typeof membersEnrol>['joined']> & { welcome: Welcome }

/** What joining has just brought, for the page that welcomes; nobody is welcomed twice. */
export const useJoined = create<{ joined: Joined | null }>(() => ({ joined: null }))

/**
 * The phone belongs to a member from here on: their home is known, and a new member is welcomed first, unless they have
 * joined for something that waits on the page where they are.
 */
export async function becomeMember(
  reply: OutputOf<typeof membersEnrol>,
  welcome: Welcome,
  { welcomed = true } = {},
): Promise<void> {
  const { joined, ...home } = reply
  await queryClient.cancelQueries({ queryKey: [homeRead.name] })
  keepReply(homeRead, {}, home)
  forgetScene()
  useJoined.setState({ joined: joined && { ...joined, welcome } })
  if (joined && welcomed) open('welcome')
  queryClient.setQueryData([homeRead.name, {}], home)
  if (!joined) toast(translator(currentLanguage())('join.already'))
}
