import { followAppearance } from './appearance.js'
import { make } from './shop.js'

const roles = { member: '会员', visitor: '顾客', staff: '店员', manager: '店长' }
const bezel = 10
const names = { left: '左边的手机 Left phone', right: '右边的手机 Right phone' }
let people = []
let visits = 0

/** The two phones, by side. Each holds its parts, the `openid` of its person and the code it is `showing`. */
export const phones = { left: phone('left'), right: phone('right') }

/** Puts the phones onto the page; `changed` is told when one goes to another person. */
export function startPhones(changed) {
  for (const one of Object.values(phones)) {
    const { person, reload, dark, screen } = one.parts
    person.addEventListener('change', () => {
      give(one, person.value === 'new' ? `o-guest-${Date.now().toString(36)}` : person.value)
      changed()
    })
    reload.addEventListener('click', () => reloadOrReturn(one))
    followAppearance(screen, dark)
  }
  const two = document.getElementById('two')
  const arrange = () => {
    phones.right.place.hidden = !two.checked
    fitPhones()
  }
  two.addEventListener('change', arrange)
  addEventListener('resize', fitPhones)
  document.getElementById('phones').append(phones.left.place, phones.right.place)
  arrange()
}

/** Takes the people whom the local cloud knows; on first sight gives each phone to somebody. */
export function showPeople(known) {
  if (JSON.stringify(known) === JSON.stringify(people)) return
  people = known
  const asked = new URLSearchParams(location.search)
  const of = (...wanted) => wanted.map((role) => people.find((person) => person.role === role)).find(Boolean)?.openid
  const first = { left: of('member', 'visitor', 'manager'), right: of('staff', 'manager', 'visitor') }
  for (const one of Object.values(phones)) {
    if (one.openid === null) give(one, asked.get(one.side) ?? first[one.side] ?? 'o-guest-1')
    else listPeople(one)
  }
}

export function nameOf(openid) {
  return people.find((person) => person.openid === openid)?.name ?? '新顾客'
}

/** Whether a text to a number arrives at somebody's phone: at their own number, or where nobody has it at every phone whose number is not known. */
export function receivesAt(openid, number) {
  const own = people.find((person) => person.openid === openid)?.phone
  return own ? own === number : !people.some((person) => person.phone === number)
}

/** Shows an address in a phone: `#/pages/…` of the client, or a page of the gateway that leads back to the client. */
export function openIn(one, address) {
  const { screen } = one.parts
  const home = homeOf(one)
  // A tapped message opens the app anew; another end of the same address would be no new visit.
  visits += 1
  screen.src = address.startsWith('#')
    ? `${home}&visit=${visits}${address}`
    : `${address}?back=${encodeURIComponent(home)}`
  screen.focus()
}

/** A phone that a link has led to another site comes back. */
function reloadOrReturn(one) {
  const { screen } = one.parts
  if (screen.contentDocument) screen.contentWindow.location.reload()
  else screen.src = homeOf(one)
}

function phone(side) {
  const place = document.getElementById('phone').content.cloneNode(true).firstElementChild
  const parts = Object.fromEntries([...place.querySelectorAll('[data-part]')].map((part) => [part.dataset.part, part]))
  parts.screen.title = names[side]
  parts.person.setAttribute('aria-label', `${names[side]}：谁在用`)
  place.id = side
  return { side, place, parts, openid: null, showing: null, byCamera: false }
}

function give(one, openid) {
  one.openid = openid
  one.parts.screen.src = homeOf(one)
  one.parts.alone.href = `/?as=${openid}`
  listPeople(one)
  const asked = new URLSearchParams(location.search)
  asked.set(one.side, openid)
  history.replaceState(null, '', `?${asked}`)
}

/** The path is the phone's own, so that it finds its own storage again. */
function homeOf({ side, openid }) {
  return `/__local/phone/screen/${side}/${openid}?as=${openid}`
}

function listPeople({ openid, parts }) {
  const groups = Object.entries(roles).map(([role, label]) => {
    const own = people.filter((person) => person.role === role)
    return make('optgroup', { label }, ...own.map((person) => option(person.openid, `${label} · ${person.name}`)))
  })
  const stranger = people.some((person) => person.openid === openid) ? [] : [option(openid, `新顾客 · ${openid}`)]
  const filled = groups.filter((group) => group.hasChildNodes())
  parts.person.replaceChildren(...filled, ...stranger, option('new', '＋ 一部新手机'))
  parts.person.value = openid
}

function option(value, label) {
  return make('option', { value }, label)
}

/** A phone is 390 × 844 to the client at any size; what is seen shrinks to the height of the window. */
function fitPhones() {
  const { place } = phones.left
  const room = innerHeight - place.querySelector('.row').offsetHeight - 44
  document.documentElement.style.setProperty('--scale', Math.min(1, room / (844 + 2 * bezel)).toFixed(4))
}
