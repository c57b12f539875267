// Runs before the client in a phone. The phones of one page share the browser's history, so that going back in one of them
// could take the other back: each has a list of its own instead, and in the browser's it stays where it is.
{
  const put = history.replaceState.bind(history)
  const place = () => ({ state: history.state, url: location.href })
  let places = [place()]
  let here = 0

  const add = () => {
    places = [...places.slice(0, here + 1), place()]
    here += 1
  }
  const moveTo = (index) => {
    const { state, url } = places[index] ?? {}
    if (!url) return
    here = index
    put(state, '', url)
    dispatchEvent(new PopStateEvent('popstate', { state }))
  }

  Object.assign(history, {
    pushState(state, title, url) {
      put(state, title, url)
      add()
    },
    replaceState(state, title, url) {
      put(state, title, url)
      places[here] = place()
    },
    go: (delta) => setTimeout(() => moveTo(here + delta)),
    back: () => history.go(-1),
    forward: () => history.go(1),
  })
  // A link within the page, or an address that was set from outside.
  addEventListener('hashchange', () => location.href !== places[here].url && add())
}
