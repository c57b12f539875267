import { personPlayed, recall, remember } from './storage'

/** Somebody of the local cloud whose phone a developer's browser plays. */
export type LocalPerson = { openid: string; label: string }

/**
 * In WeChat the platform says who is asking. In a developer's browser it is the openid of `?as=…`, kept for the next
 * visit; the local cloud alone believes it.
 */
export function localPerson(): string | null {
  const person = personPlayed()
  if (person && person !== recall('person')) remember('person', person)
  return person
}

export function becomePerson(openid: string): void {
  remember('person', openid)
  location.replace(`${location.pathname}#/pages/home/index`)
  location.reload()
}

export async function localPeople(): Promise<LocalPerson[]> {
  try {
    const reply = await fetch('/__local/people')
    return reply.ok ? readPeople(await reply.json()) : []
  } catch {
    return []
  }
}

function readPeople(body: unknown): LocalPerson[] {
  const list = Array.isArray(body) ? body : ((body as { people?: unknown }).people ?? [])
  return (list as { openid?: string; label?: string; name?: string }[]).flatMap((person) =>
    person.openid ? [{ openid: person.openid, label: person.label ?? person.name ?? person.openid }] : [],
  )
}
