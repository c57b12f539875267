import { phones } from './phones.js'
import { attempt, control, make } from './shop.js'

/**
 * Stands in for WeChat's question whether messages may be sent: over the phone that asks, a tick for each template. What is
 * allowed the platform counts; the phone is only told which.
 */
export function startSubscribing() {
  addEventListener('message', ({ origin, source, data }) => {
    const phone = Object.values(phones).find(({ parts }) => parts.screen.contentWindow === source)
    if (origin !== location.origin || !phone || typeof data !== 'object' || data === null) return
    if (data.type === 'subscribe' && Array.isArray(data.templateIds)) void attempt(() => ask(phone, data.templateIds))
  })
  for (const phone of Object.values(phones)) {
    const { consent, refuse, screen } = phone.parts
    consent.addEventListener('submit', (event) => {
      event.preventDefault()
      void attempt(() => allow(phone))
    })
    refuse.addEventListener('click', () => answer(phone, []))
    consent.addEventListener('keydown', ({ key }) => key === 'Escape' && answer(phone, []))
    // Whoever asked is gone with the page.
    screen.addEventListener('load', () => (consent.hidden = true))
  }
}

async function ask(phone, templateIds) {
  const { consent, templates } = phone.parts
  const known = await control('templates')
  const choices = templateIds.map(String).map((id) => {
    const box = make('input', { type: 'checkbox', name: 'template', value: id, checked: true })
    return make('li', {}, make('label', {}, box, ` ${titleOf(known, id)}`))
  })
  templates.replaceChildren(...choices)
  consent.hidden = false
  consent.querySelector('button.main').focus()
}

async function allow(phone) {
  const templateIds = [...phone.parts.consent.querySelectorAll('input:checked')].map(({ value }) => value)
  if (templateIds.length > 0) await control('subscribe', { openid: phone.openid, templateIds })
  answer(phone, templateIds)
}

function answer({ parts }, accepted) {
  parts.consent.hidden = true
  parts.screen.focus()
  parts.screen.contentWindow.postMessage({ type: 'subscribed', accepted }, location.origin)
}

/** The title that the merchant's template has on the platform. */
function titleOf(known, id) {
  return (Array.isArray(known) ? known : []).find((template) => template.id === id)?.title ?? `模板 ${id}`
}
