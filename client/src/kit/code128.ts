/**
 * Code 128 (ISO/IEC 15417) of a member number: widths of bars and gaps in modules, bar first, start, check and stop
 * included, quiet zones not. Pairs of digits go two to a symbol (set C); any other text goes by set B.
 */
export function code128(text: string): number[] {
  const digits = /^(\d\d)+$/.test(text)
  const values = digits ? (text.match(/\d\d/g) ?? []).map(Number) : [...text].map((char) => char.charCodeAt(0) - 32)
  const start = digits ? 105 : 104
  const check = values.reduce((sum, value, index) => sum + value * (index + 1), start) % 103
  return [start, ...values, check, 106].flatMap((value) => [...symbol(value)].map(Number))
}

/** The bars as an image without a canvas: drawn at any size, black on white in both modes. */
export function code128Image(text: string): string {
  const widths = code128(text)
  const total = widths.reduce((sum, width) => sum + width, 0)
  let at = 0
  const bars = widths.map((width, index) => {
    const bar = index % 2 === 0 ? `M${at} 0h${width}v40h-${width}z` : ''
    at += width
    return bar
  })
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${total} 40' preserveAspectRatio='none' shape-rendering='crispEdges'><path d='${bars.join('')}'/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

function symbol(value: number): string {
  return value === 106 ? '2331112' : table.slice(value * 6, value * 6 + 6)
}

/** The standard's table of symbols 0–105, six widths each. */
const table =
  '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221' +
  '223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321' +
  '112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131' +
  '311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114' +
  '122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141' +
  '214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232'
