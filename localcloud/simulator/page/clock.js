import { attempt, control, say, shopTime } from './shop.js'

const byId = (id) => document.getElementById(id)
let heard = { now: Date.now(), frozen: false, at: performance.now() }

/** Lets the buttons move the shop's clock; `moved` is told when it has been moved. */
export function startClock(moved) {
  const move = (change) =>
    attempt(async () => {
      say('正在拨动，到期的任务会先跑完……')
      showClock(await control('clock', change))
      say(`时钟现在是 ${shopTime(heard.now)}`)
      moved()
    })
  for (const button of document.querySelectorAll('[data-minutes]')) {
    button.addEventListener('click', () => move({ advanceMs: Number(button.dataset.minutes) * 60_000 }))
  }
  byId('clock-real').addEventListener('click', () => move({ set: Date.now(), frozen: false }))
  byId('clock-freeze').addEventListener('click', () => move({ frozen: !heard.frozen }))
  byId('clock-run').addEventListener('click', () => attempt(() => runTimers(moved)))
  byId('clock-set').addEventListener('submit', (event) => {
    event.preventDefault()
    void move({ set: `${event.target.elements.at.value}+08:00` })
  })
  setInterval(tick, 250)
}

/** Takes over the time that the local cloud has told. */
export function showClock({ now, frozen }) {
  heard = { now: Date.parse(now), frozen, at: performance.now() }
  const freeze = byId('clock-freeze')
  freeze.setAttribute('aria-pressed', String(frozen))
  freeze.textContent = frozen ? '继续走' : '冻结'
  const field = byId('clock-set').elements.at
  if (field.value === '') field.value = shopTime(heard.now).replace(' ', 'T')
  tick()
}

function tick() {
  const now = heard.frozen ? heard.now : heard.now + performance.now() - heard.at
  byId('clock-now').textContent = shopTime(now)
  byId('clock-now').dateTime = new Date(now).toISOString()
}

async function runTimers(moved) {
  say('正在跑定时任务……')
  const { outcomes } = await control('timers', { function: 'clock' })
  const failed = outcomes.filter(({ ok }) => !ok).length
  say(failed === 0 ? '定时任务跑完了。' : `${failed} 个定时任务失败，见函数日志。`)
  moved()
}
