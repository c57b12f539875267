const { execFileSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')

const root = path.resolve(__dirname, '../../..')
const dist = path.join(root, 'dist/client')

/**
 * The compiled mini-program in the platform's simulator: what runs here is what the phone gets, down to WXML. One
 * simulator a test file, since compiled modules live as long as the file.
 */
const stack = []
const loaded = new Map()
let simulate
let opening
let query

/** Replies of the cloud by operation, what the app has asked it for, and where the app went since it was started. */
const replies = readReplies()
const asked = []
const visited = []
const cloudStarted = jest.fn()
/** What the app has stored on the phone. */
const storage = new Map()

/** An interface of WeChat's that does what it is asked and gives a value. */
const good =
  (value = {}) =>
  (options) => {
    options?.success?.({ errMsg: 'ok', ...value })
    options?.complete?.({ errMsg: 'ok', ...value })
  }

/** One that leads somewhere, which is written down. */
const go = (kind) => (options) => {
  visited.push(`${kind} ${options?.url ?? ''}`.trim())
  good()(options)
}

/** What every phone has. `answer` is the cloud: what an operation's call comes back with. */
function phone(answer) {
  return {
    cloud: {
      init: cloudStarted,
      callFunction: async ({ name, data }) => {
        asked.push({ function: name, ...data })
        return { result: answer(data) }
      },
    },
    navigateTo: go('to'),
    redirectTo: go('instead'),
    switchTab: go('tab'),
    navigateBack: go('back'),
    getStorageSync: (key) => storage.get(key) ?? '',
    setStorageSync: (key, value) => void storage.set(key, value),
    removeStorageSync: (key) => void storage.delete(key),
    getWindowInfo: () => ({ statusBarHeight: 47, windowWidth: 390, windowHeight: 844, pixelRatio: 3 }),
    getMenuButtonBoundingClientRect: () => ({ top: 51, height: 32, left: 296, width: 87, right: 383, bottom: 83 }),
    getAppBaseInfo: () => ({ language: 'zh_CN', theme: 'light' }),
    vibrateShort: good(),
  }
}

const replied = ({ operation }) => ({ ok: true, value: replies[operation] })

/**
 * Starts the app on a phone that also has `more`. `wx.cloud` must be there before it, because the framework copies it when
 * it is first read.
 */
function startApp({ answer = replied, ...more } = {}) {
  if (!fs.existsSync(path.join(dist, 'app.js')))
    throw new Error('dist/client is missing: run npm run build:weapp first')
  simulate = require('miniprogram-simulate')
  const queries = { createSelectorQuery: () => stack.at(-1).createSelectorQuery() }
  Object.assign(global.wx, phone(answer), queries, more)
  global.getCurrentPages = () => stack
  let app
  global.App = (config) => {
    app = config
  }
  global.getApp = () => app
  global.Page = pageAsComponent
  require(path.join(dist, 'app.js'))
  const launch = { path: 'pages/home/index', query: {}, scene: 1001 }
  app.onLaunch?.(launch)
  app.onShow?.(launch)
}

/** Renders a page, opened with `params`, and waits until `ready` says that it shows what the test is about. */
async function openPage(route, ready, params = {}) {
  opening = route
  query = params
  const page = simulate.render(load(path.join(dist, route)))
  page.attach(document.body.appendChild(document.createElement('div')))
  await until(() => ready(page))
  return page
}

async function tap(page, selector) {
  await send(page, selector, 'tap')
}

/** An event of a component, such as what was typed or what a button of WeChat's own gives. */
async function send(page, selector, event, detail = {}) {
  page.querySelector(selector).dispatchEvent(event, { detail })
  await simulate.sleep(0)
}

/** Types into a field, and waits until the page holds what was typed. */
async function type(page, selector, value) {
  await send(page, selector, 'input', { value })
  await until(() => JSON.stringify(page.instance.data).includes(JSON.stringify(value)))
}

/** Waits for a condition, not for a time; the test runner's own limit ends a wait that is in vain. */
async function until(condition) {
  while (!condition()) await simulate.sleep(10)
}

/** The simulator knows components only: a page becomes one that lives through a page's life. */
function pageAsComponent({ data = {}, ...rest }) {
  const methods = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'function'))
  global.Component({
    data,
    methods,
    options: { classPrefix: '' },
    lifetimes: {
      attached() {
        Object.assign(this, { route: opening, __route__: opening, options: query })
        stack.push(this)
        this.onLoad?.(query)
      },
      ready() {
        this.onShow?.()
        this.onReady?.()
      },
      detached() {
        this.onHide?.()
        this.onUnload?.()
        stack.splice(stack.indexOf(this), 1)
      },
    },
  })
}

function load(file) {
  if (loaded.has(file)) return loaded.get(file)
  const { usingComponents = {} } = JSON.parse(fs.readFileSync(`${file}.json`, 'utf8'))
  const parts = Object.entries(usingComponents)
    .map(([tag, reference]) => [
      tag,
      reference.startsWith('/') ? path.join(dist, reference) : path.resolve(path.dirname(file), reference),
    ])
    .filter(([, target]) => target !== file)
    .map(([tag, target]) => [tag, load(target)])
  const id = simulate.load(file, {
    rootPath: dist,
    compiler: 'official',
    compilerOptions: { maxBuffer: 64 << 20 },
    usingComponents: Object.fromEntries(parts),
  })
  loaded.set(file, id)
  return id
}

/** Replies of the cloud, checked against the contracts by a process that reads TypeScript. */
function readReplies() {
  const script = path.join(__dirname, 'replies.ts')
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', script], { cwd: root, encoding: 'utf8' }))
}

const words = (page) => page.dom.textContent
const shows = (text) => (page) => words(page).includes(text)
const asks = (operation) => asked.filter((one) => one.operation === operation)

module.exports = {
  ...{ startApp, openPage, tap, send, type, until },
  ...{ replies, asked, visited, storage, cloudStarted, good, go, words, shows, asks },
}
