import { homeRead, membersEnrol } from '../../shared/members/contract'
import { messagesAccept } from '../../shared/messages/contract'
import { topics } from '../../shared/messages/topics'
import { shopWelcome } from '../../shared/shop/contract'
import { staffEnrol, staffStoreCode } from '../../shared/staff/contract'
import { allowMessages, callDoor, DoorRefused, mintPhoneCode } from '../start/door'
import type { Founded } from '../start/found'
import { templateIdOf } from '../start/templates'
import type { DemoPerson } from './people'
import { clerks } from './staff'

/** `resumed` when a first start was cut off, so that some have joined already. */
export type Load = { url: string; founded: Founded; resumed: boolean }
export type Joined = { accountId: string; memberNo: string }

/** The store's code on the counter, and the terms that whoever scans it agrees to. */
export async function openToMembers(url: string, { manager }: Founded) {
  const caller = { url, openid: manager }
  const { scene } = await callDoor(caller, staffStoreCode, { storeId: 'S1', mine: false }, 'demo-store-code-S1')
  const { terms } = await callDoor(caller, shopWelcome, {})
  return { scene, consent: { ...terms, adult: true as const } }
}

type Way = Load & Awaited<ReturnType<typeof openToMembers>>

/** Somebody joins by their phone number after scanning the store's code, at the counter before if for an organisation. */
export async function join(way: Way, person: DemoPerson): Promise<Joined> {
  const { openid } = person
  // The code of the phone's button is another each time, so the same joining cannot be sent again.
  const known = way.resumed ? await knownMember(way.url, openid) : null
  if (!known && person.organisation) await enrolAtCounter(way, person, person.organisation)
  const { accountId, memberNo } = known ?? (await enrol(way, person))
  if (person.agrees) await agree(way.url, openid)
  return { accountId, memberNo }
}

async function enrol({ url, scene, consent }: Way, { openid, name, phone }: DemoPerson) {
  const code = await mintPhoneCode(url, phone)
  const input = { consent, phone: { kind: 'wechat' as const, code }, name, scene }
  return (await callDoor({ url, openid }, membersEnrol, input, `demo-join-${openid}-${code}`)).member
}

async function enrolAtCounter({ url, consent }: Way, { openid, name, phone }: DemoPerson, organisation: string) {
  const input = { storeId: clerks[0].storeId, phone, name, organisation, consent }
  await callDoor({ url, openid: clerks[0].openid }, staffEnrol, input, `demo-counter-${openid}`)
}

async function agree(url: string, openid: string): Promise<void> {
  const accepted = topics.map((topic) => ({ topic, templateId: templateIdOf(topic) }))
  await allowMessages(url, { openid, templateIds: accepted.map(({ templateId }) => templateId) })
  await callDoor({ url, openid }, messagesAccept, { accepted, refused: [] }, `demo-agree-${openid}`)
}

async function knownMember(url: string, openid: string): Promise<Joined | null> {
  try {
    return (await callDoor({ url, openid }, homeRead, {})).member
  } catch (error) {
    if (error instanceof DoorRefused && error.code === 'not_enrolled') return null
    throw error
  }
}
