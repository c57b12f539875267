const { useEffect, useRef } = require('react')

/**
 * The part of Taro that the client uses, for pages rendered without a phone: storage in a map, navigation as a list of
 * calls, page events as the test fires them, and a cloud whose function the test gives.
 */
const storage = new Map()
const events = new Map()
const visited = []
const screen = []
let camera = () => ({})
let consent = () => 'accept'
const prompts = []
let query = {}
let shared = () => ({})
let phoneGiven = {}
let privacy = () => undefined
let album = null
let canvasDraws = true
const written = []

/** A canvas of the page: what is written on it is kept, and a picture is loaded at once. */
function canvas() {
  const pen = new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'createLinearGradient')
          return () => {
            if (!canvasDraws) throw new Error('createLinearGradient:fail not supported')
            return { addColorStop: () => undefined }
          }
        return name === 'fillText' ? (text) => void written.push(text) : drawn(name)
      },
    },
  )
  return {
    getContext: () => pen,
    createImage: () => ({
      set src(_) {
        this.onload()
      },
    }),
  }
}
const drawn = (name) => (name === 'measureText' ? (text) => ({ width: text.length * 8 }) : () => undefined)
let answer = async () => ({ result: undefined })

const listen = (name) => (callback) => {
  const latest = useRef(callback)
  latest.current = callback
  useEffect(() => {
    const run = (...args) => latest.current(...args)
    const all = events.get(name) ?? new Set()
    events.set(name, all.add(run))
    if (name === 'show' || name === 'launch') run()
    return () => all.delete(run)
  }, [])
}
const go = (kind) => async (options) => {
  visited.push({ kind, ...options })
  return {}
}

const Taro = {
  setKeepScreenOn: async ({ keepScreenOn }) => void screen.push(`keep ${keepScreenOn}`),
  getScreenBrightness: async () => ({ value: 0.4 }),
  setScreenBrightness: async ({ value }) => void screen.push(`bright ${value}`),
  onUserCaptureScreen: (callback) => void events.set('capture', new Set([callback])),
  offUserCaptureScreen: () => void events.delete('capture'),
  getUserCryptoManager: () => ({
    getRandomValues: ({ length, success }) =>
      success({ randomValues: new Uint8Array(length).map((_, n) => (n * 37 + 11) % 256).buffer }),
  }),
  setClipboardData: async ({ data }) => void screen.push(`copy ${data}`),
  onNeedPrivacyAuthorization: (handler) => {
    privacy = handler
  },
  openPrivacyContract() {},
  vibrateShort: async () => ({}),
  scanCode: async () => camera(),
  requestSubscribeMessage: async ({ tmplIds }) => {
    prompts.push(tmplIds)
    return Object.fromEntries(tmplIds.map((id) => [id, consent(id)]))
  },
  createSelectorQuery: () => {
    const query = { select: () => query, fields: () => query, exec: (done) => done([{ node: canvas() }]) }
    return query
  },
  canvasToTempFilePath: async () => ({ tempFilePath: 'poster.png' }),
  saveImageToPhotosAlbum: async ({ filePath }) => {
    if (album) throw album
    screen.push(`album ${filePath}`)
  },
  openSetting: async () => void screen.push('settings'),
  getDeviceInfo: () => ({ brand: 'Apple', model: 'iPhone 15', system: 'iOS 18' }),
  hideShareMenu: async () => ({}),
  useShareAppMessage: (answer) => {
    shared = answer
  },
  useRouter: () => ({ params: query }),
  cloud: { init() {}, callFunction: (call) => answer(call) },
  getStorageSync: (key) => structuredCloneOf(storage.get(key)) ?? '',
  setStorageSync: (key, value) => void storage.set(key, structuredCloneOf(value)),
  removeStorageSync: (key) => void storage.delete(key),
  getWindowInfo: () => ({ statusBarHeight: 47, windowWidth: 390, windowHeight: 844, pixelRatio: 2 }),
  getMenuButtonBoundingClientRect: () => ({ top: 51, height: 32, left: 296, width: 87, right: 383, bottom: 83 }),
  getAppBaseInfo: () => ({ language: 'zh_CN', theme: 'light' }),
  getCurrentPages: () => [{}],
  navigateTo: go('to'),
  navigateBack: go('back'),
  redirectTo: go('instead'),
  switchTab: go('tab'),
  stopPullDownRefresh() {},
  useDidShow: listen('show'),
  useDidHide: listen('hide'),
  useUnload: listen('unload'),
  useLaunch: listen('launch'),
  usePullDownRefresh: listen('pull'),
  useReachBottom: listen('bottom'),
  usePageScroll: listen('scroll'),
  /** For tests alone. */
  test: {
    storage,
    visited,
    screen,
    see: (text) => {
      camera = typeof text === 'string' ? () => ({ result: text }) : () => Promise.reject(text)
    },
    prompts,
    /** What was written on the page's canvas, and whether the album may be written to. */
    written,
    refuseAlbum: (fault) => {
      album = fault
    },
    breakCanvas: () => {
      canvasDraws = false
    },
    /** How the member answers WeChat's question about messages; a thrown fault is WeChat's own. */
    consent: (answer) => {
      consent = answer
    },
    /** What WeChat's phone button gives at its next tap. */
    gives: (answer) => {
      phoneGiven = answer
    },
    phoneGiven: () => phoneGiven,
    /** WeChat holds a call back until its question about privacy is answered. */
    askPrivacy: (resolve) => privacy(resolve, { referrer: 'getPhoneNumber' }),
    /** What WeChat would send if the member shared this page now. */
    shares: () => shared(),
    /** As an address carries it: encoded, as both platforms hand it over. */
    openedWith: (params) => {
      query = Object.fromEntries(Object.entries(params).map(([name, text]) => [name, encodeURIComponent(text)]))
    },
    fire: (name, ...args) => [...(events.get(name) ?? [])].forEach((run) => run(...args)),
    answerWith(handler) {
      answer = async (call) => ({ result: await handler(call.name, call.data) })
    },
    reset() {
      storage.clear()
      events.clear()
      visited.length = 0
      screen.length = 0
      prompts.length = 0
      written.length = 0
      album = null
      canvasDraws = true
      consent = () => 'accept'
      query = {}
      phoneGiven = {}
    },
  },
}

function structuredCloneOf(value) {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

module.exports = Object.assign(Taro, { default: Taro, __esModule: true })
