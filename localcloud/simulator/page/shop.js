/** Asks the local cloud's control interface. Throws its own sentence when it refuses. */
export async function control(path, body) {
  const demand = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(`/__local/${path}`, demand)
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error)
  return answer
}

/** Says one sentence at the foot of the page, to screen readers as well. */
export function say(sentence) {
  const place = document.getElementById('said')
  if (place.textContent !== sentence) place.textContent = sentence
}

/** Does what a button asks for, and says so when it does not work. */
export async function attempt(work) {
  try {
    await work()
  } catch (error) {
    say(`没有成功：${error.message}`)
  }
}

/** An element with its properties and what is in it; texts stay texts. */
export function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** `2026-11-22 15:04:05`, as the shop's clocks show it. */
export function shopTime(instant) {
  return shanghai.format(new Date(instant))
}
