import { nameOf, openIn, phones } from './phones.js'
import { make, say } from './shop.js'

const heardMax = 4
const askEveryMs = 1_000
/** Codes that phones have shown, the latest first: an old one may be scanned as well, to see it refused. */
let heard = []

/**
 * Answers the phones' wish to scan by the code that the other phone shows, or by any text. A phone's own camera, as WeChat
 * has it, opens the page that a store's code leads to.
 */
export function startScanning() {
  addEventListener('message', ({ origin, source, data }) => {
    const phone = Object.values(phones).find(({ parts }) => parts.screen.contentWindow === source)
    if (origin !== location.origin || !phone || typeof data !== 'object' || data === null) return
    if (data.type === 'scan') openScan(phone, false)
    // A phone answers with its code when it is asked, or tells by itself what it shows from now on.
    if (data.type === 'code') hear(phone, data.text)
    if (data.type === 'showing') show(phone, data.text)
  })
  for (const phone of Object.values(phones)) {
    const { camera, scan, cancel, screen } = phone.parts
    camera.addEventListener('click', () => openScan(phone, true))
    scan.addEventListener('submit', (event) => {
      event.preventDefault()
      const text = scan.elements.text.value.trim()
      if (text === '') say('先选一个码，或粘贴一个。')
      else scanned(phone, text)
    })
    screen.addEventListener('load', () => (phone.showing = null))
    cancel.addEventListener('click', () => closeScan(phone))
    scan.addEventListener('keydown', ({ key }) => key === 'Escape' && closeScan(phone))
  }
  setInterval(askForCodes, askEveryMs)
}

function openScan(phone, byCamera) {
  phone.byCamera = byCamera
  phone.parts.scan.hidden = false
  phone.parts.scan.elements.text.value = ''
  phone.parts.scan.elements.text.focus()
  askForCodes()
  listCodes(phone)
}

function closeScan(phone) {
  phone.parts.scan.hidden = true
  phone.parts.screen.focus()
}

function scanned(phone, text) {
  closeScan(phone)
  if (!phone.byCamera) return send(phone, { type: 'scanned', text })
  const client = `${location.origin}/#/`
  if (text.startsWith(client)) openIn(phone, `#/${text.slice(client.length)}`)
  else say('这个码不是店码，要在小程序里扫。')
}

function askForCodes() {
  for (const phone of Object.values(phones)) {
    if (phone.parts.scan.hidden) continue
    const other = phone === phones.left ? phones.right : phones.left
    send(other, { type: 'show-code' })
    show(other, other.showing)
    listCodes(phone)
  }
}

function show(phone, text) {
  phone.showing = text
  if (text) hear(phone, text)
}

function hear(phone, text) {
  if (typeof text !== 'string' || text === '') return
  const code = heard.find((one) => one.text === text) ?? { text, of: nameOf(phone.openid), label: make('small') }
  code.at = performance.now()
  heard = [code, ...heard.filter((one) => one !== code)].slice(0, heardMax)
  for (const one of Object.values(phones)) if (!one.parts.scan.hidden) listCodes(one)
}

/** Buttons stay the same elements while their age runs on, so that none loses the focus. */
function listCodes(phone) {
  const { codes } = phone.parts
  const listed = new Map([...codes.children].map((item) => [item.dataset.text, item]))
  const wanted = heard.map(({ text }) => text)
  for (const [text, item] of listed) if (!wanted.includes(text)) item.remove()
  heard.forEach((code, index) => {
    const item = listed.get(code.text) ?? codeItem(phone, code)
    item.querySelector('small').textContent = `${code.of} · ${ageOf(code)}`
    if (codes.children[index] !== item) codes.insertBefore(item, codes.children[index] ?? null)
  })
}

function codeItem(phone, { text }) {
  const button = make('button', { type: 'button', title: text, onclick: () => scanned(phone, text) })
  button.append(make('small'), make('code', {}, text))
  const item = make('li', {}, button)
  item.dataset.text = text
  return item
}

function ageOf({ at }) {
  const seconds = Math.round((performance.now() - at) / 1000)
  return seconds <= 1 ? '正在出示' : `${seconds} 秒前`
}

function send(phone, message) {
  phone.parts.screen.contentWindow.postMessage(message, location.origin)
}
