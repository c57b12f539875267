import { localPeople } from './door'
import type { Founded } from './found'

/** Tells a person where everything is. */
export async function announce(url: string, founded: Founded, client: 'built' | 'left out'): Promise<void> {
  const people = await localPeople(url)
  const shop = founded.demonstration ? 'demonstration shop' : 'empty shop'
  const lines = [
    '',
    `常来 Changlai · ${shop} · programme ${founded.programme}`,
    '',
    `  Client    ${url}/${client === 'built' ? '' : '  (not built: start without --no-client)'}`,
    `  Phones    ${url}/__local/phone  two at a time, with inbox and clock`,
    ...people.map(({ openid, name, role }) => `  ${role.padEnd(9)} ${url}/?as=${openid}  ${name}`),
    `  Till key  ${founded.keyId}, handed out at ${url}/__local/values/pos-key`,
    `  Orders    npm run pos -- --orders FILE.csv --store S1 --url ${url}`,
    '',
    'Ctrl-C stops it; everything is kept.',
  ]
  console.log(lines.join('\n'))
}
