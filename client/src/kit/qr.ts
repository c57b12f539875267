import qrcode from 'qrcode-generator'

/** Modules that a QR code (ISO/IEC 18004) keeps white around it. */
const quietZone = 4

/** A QR code as an image without a canvas, black on white in both modes, its quiet zone included. */
export function qrImage(text: string): string {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const count = code.getModuleCount()
  const size = count + 2 * quietZone
  const rows = Array.from({ length: count }, (_, row) => rowPath(row, count, (column) => code.isDark(row, column)))
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'><path fill='#fff' d='M0 0h${size}v${size}H0z'/><path d='${rows.join('')}'/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** Dark runs of one row, each as one rectangle. */
function rowPath(row: number, count: number, isDark: (column: number) => boolean): string {
  let path = ''
  for (let from = 0; from < count; from++) {
    if (!isDark(from)) continue
    let to = from
    while (to < count && isDark(to)) to++
    path += `M${from + quietZone} ${row + quietZone}h${to - from}v1h${from - to}z`
    from = to
  }
  return path
}
