import { showClock, startClock } from './clock.js'
import { countFor, showInbox } from './inbox.js'
import { nameOf, openIn, phones, showPeople, startPhones } from './phones.js'
import { startScanning } from './scan.js'
import { control, make, say } from './shop.js'
import { showStatistics } from './statistics.js'
import { startSubscribing } from './subscribe.js'

// Two phones of the shop, and around them what the platform would do: messages, payments, time.
const lookEveryMs = 1_500
const asked = ['people', 'clock', 'outbox', 'statistics', 'templates', 'text-templates']
const silence = '本地云没有回答，正在重试。'
let outbox = { openapi: [], payments: [], templates: [], texts: [] }
let inboxOf = phones.left

startPhones(showMail)
startScanning()
startSubscribing()
startClock(look)
void lookOn()

async function lookOn() {
  await look()
  setTimeout(lookOn, lookEveryMs)
}

/** Asks the local cloud how things stand and shows it. */
async function look() {
  try {
    const [people, clock, sent, statistics, templates, texts] = await Promise.all(asked.map(ask))
    if (document.getElementById('said').textContent === silence) say('')
    const listed = (all) => (Array.isArray(all) ? all : [])
    outbox = { ...sent, templates: listed(templates), texts: listed(texts) }
    showPeople(people)
    showClock(clock)
    showStatistics(statistics)
    showMail()
  } catch {
    say(silence)
  }
}

function ask(path) {
  return control(path)
}

function showMail() {
  showWhose()
  showInbox(outbox, { openid: inboxOf.openid, name: nameOf(inboxOf.openid) }, (address) => openIn(inboxOf, address))
}

/** The choice of an inbox, one button for each phone's person with the number of things that have arrived. */
function showWhose() {
  const place = document.getElementById('inbox-of')
  for (const phone of Object.values(phones)) {
    const id = `inbox-${phone.side}`
    const button =
      document.getElementById(id) ?? place.appendChild(make('button', { id, onclick: () => choose(phone) }))
    const label = `${nameOf(phone.openid)} ${countFor(outbox, phone.openid)}`
    if (button.textContent !== label) button.textContent = label
    button.setAttribute('aria-pressed', String(phone === inboxOf))
  }
}

function choose(phone) {
  inboxOf = phone
  showMail()
}
