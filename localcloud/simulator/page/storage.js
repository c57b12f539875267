// Runs before the client in a phone: what this phone keeps, no other phone of the simulator finds.
const everyPhones = window.localStorage
const mark = `${location.pathname} `

Object.defineProperty(window, 'localStorage', {
  configurable: true,
  value: {
    getItem: (key) => everyPhones.getItem(mark + key),
    setItem: (key, value) => everyPhones.setItem(mark + key, value),
    removeItem: (key) => everyPhones.removeItem(mark + key),
    clear: () => ownKeys().forEach((key) => everyPhones.removeItem(mark + key)),
    key: (index) => ownKeys()[index] ?? null,
    get length() {
      return ownKeys().length
    },
  },
})

function ownKeys() {
  return Object.keys(everyPhones).flatMap((key) => (key.startsWith(mark) ? [key.slice(mark.length)] : []))
}
