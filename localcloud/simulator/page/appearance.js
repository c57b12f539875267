const asked = /prefers-color-scheme:\s*(dark|light)/
const written = new WeakMap()

/**
 * Lets the client in a phone believe that the phone is dark, or not, as the button says. A browser has one such wish for all
 * its pages, so the rules of the client that ask for it are answered here.
 */
export function followAppearance(screen, button) {
  const dress = () => {
    const dark = button.getAttribute('aria-pressed') === 'true'
    const { contentDocument } = screen
    // A link may have led the phone to another site, whose pages are out of reach.
    if (!contentDocument) return
    contentDocument.documentElement.style.colorScheme = dark ? 'dark' : 'light'
    answerAll(contentDocument, dark)
  }
  button.setAttribute('aria-pressed', String(matchMedia('(prefers-color-scheme: dark)').matches))
  button.addEventListener('click', () => {
    button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'))
    dress()
  })
  screen.addEventListener('load', () => {
    dress()
    // Styles of pages that are opened later.
    screen.contentDocument?.addEventListener('load', dress, true)
  })
}

function answerAll(document, dark) {
  for (const { cssRules } of document.styleSheets) for (const rule of cssRules) answerRule(rule, dark)
}

function answerRule(rule, dark) {
  for (const inner of rule.cssRules ?? []) answerRule(inner, dark)
  if (!rule.media) return
  const text = written.get(rule) ?? rule.media.mediaText
  const wish = asked.exec(text)?.[1]
  if (!wish) return
  written.set(rule, text)
  rule.media.mediaText = text.replace(asked, (wish === 'dark') === dark ? 'min-width: 0' : 'max-width: 0')
}
