export type MailText = { from: string; subject: string; messageId: string; text: string; wayOut: string }

/** What a plain mail says: its headers that people see, and its text. Mails of several parts are shown as they are. */
export function readMail(raw: string): MailText {
  const end = raw.search(/\r?\n\r?\n/)
  const headers = end < 0 ? raw : raw.slice(0, end)
  const body = end < 0 ? '' : raw.slice(end).replace(/^(\r?\n){2}/, '')
  const header = (name: string) => headerOf(headers, name)
  return {
    from: words(header('From')),
    subject: words(header('Subject')),
    messageId: header('Message-ID'),
    text: decoded(body, header('Content-Transfer-Encoding').toLowerCase()).trimEnd(),
    wayOut: header('List-Unsubscribe'),
  }
}

/** A header goes on in the next line where that begins with a space. */
function headerOf(headers: string, name: string): string {
  const found = new RegExp(`^${name}:[ \\t]*((?:.|\\r?\\n[ \\t])*)$`, 'im').exec(headers)
  return (found?.[1] ?? '').replace(/\r?\n[ \t]+/g, ' ').trim()
}

/** Words outside ASCII travel as `=?UTF-8?B?…?=`; the space between two of them is none of the text. */
function words(header: string): string {
  const encoded = /=\?utf-8\?([BQ])\?([^?]*)\?=/gi
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(encoded, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : quotedPrintable(text.replaceAll('_', ' ')),
    )
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding === 'quoted-printable') return quotedPrintable(body.replace(/=\r?\n/g, ''))
  return Buffer.from(body, 'latin1').toString('utf8')
}

function quotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
