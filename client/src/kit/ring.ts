/** A ring of which `share` (0 to 1) is left, as an image of its own, since WeChat draws no shapes in a page. */
export function ringImage(share: number, colour: string): string {
  const length = 2 * Math.PI * 8
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20' fill='none' stroke-width='2.5'><circle cx='10' cy='10' r='8' stroke='#e7e5df'/><circle cx='10' cy='10' r='8' stroke='${colour}' stroke-linecap='round' stroke-dasharray='${(share * length).toFixed(1)} 60' transform='rotate(-90 10 10)'/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
