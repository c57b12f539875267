type HttpEvent = {
  path: string
  httpMethod: string
  body: string
  isBase64Encoded: boolean
  queryStringParameters: Record<string, string>
}

/** Answers in the forms that HTTP access knows; the last path segment chooses. */
export function main(event: HttpEvent): unknown {
  const form = event.path.split('/')[2] ?? ''
  if (form === 'text') return 'plain'
  if (form === 'object') return { plain: true }
  if (form === 'bytes')
    return { statusCode: 200, headers: { 'content-type': 'image/png' }, body: 'iVBORw==', isBase64Encoded: true }
  return {
    statusCode: 201,
    headers: { 'content-type': 'application/json', 'x-own': 'yes' },
    body: JSON.stringify(event),
  }
}
