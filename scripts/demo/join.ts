import { homeRead, membersEnrol } from '../../shared/members/contract'
import { pointsAdjust } from '../../shared/points/contract'
import { shopWelcome } from '../../shared/shop/contract'
import { callDoor, DoorRefused, mintPhoneCode } from '../start/door'
import type { Founded } from '../start/found'
import type { DemoPerson } from './people'

/** Somebody joins by their phone number after scanning the store's code; their member number. */
export async function join(
  url: string,
  { manager, scene }: Founded & { scene: string },
  person: DemoPerson,
): Promise<string> {
  const { openid, carriedOver } = person
  const { accountId, memberNo } = (await knownMember(url, openid)) ?? (await enrol(url, person, scene))
  if (carriedOver !== undefined) {
    const input = { accountId, change: carriedOver, reason: '旧会员积分转入' }
    await callDoor({ url, openid: manager }, pointsAdjust, input, `demo-carry-${openid}`)
  }
  return memberNo
}

async function enrol(url: string, { openid, name, phone }: DemoPerson, scene: string) {
  const { terms } = await callDoor({ url, openid }, shopWelcome, { scene })
  const code = await mintPhoneCode(url, phone)
  const input = { consent: { ...terms, adult: true as const }, phone: { kind: 'wechat' as const, code }, name, scene }
  // The code of the phone's button is another each time, so a start that was cut off asks first who has joined.
  return (await callDoor({ url, openid }, membersEnrol, input, `demo-join-${openid}-${code}`)).member
}

async function knownMember(url: string, openid: string) {
  try {
    return (await callDoor({ url, openid }, homeRead, {})).member
  } catch (error) {
    if (error instanceof DoorRefused && error.code === 'not_enrolled') return null
    throw error
  }
}
