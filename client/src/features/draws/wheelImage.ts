/** The face of a wheel of so many equal parts, as an image of its own, since WeChat draws no shapes in a page. */
export function wheelImage(parts: number, { rim, even, odd }: { rim: string; even: string; odd: string }): string {
  const slices = Array.from({ length: parts }, (_, index) => {
    const [from, to] = [index - 0.5, index + 0.5].map((turn) => pointAt((turn / parts) * 360, 144))
    const isLast = parts % 2 === 1 && index === parts - 1
    const fill = isLast ? rim : index % 2 === 0 ? even : odd
    return `<path d='M156 156L${from}A144 144 0 ${parts === 1 ? 1 : 0} 1 ${to}Z' fill='${fill}' ${isLast ? "fill-opacity='.18'" : ''}/>`
  })
  const dots = Array.from({ length: 24 }, (_, index) => {
    const [x, y] = pointAt(index * 15, 150).split(' ')
    return `<circle cx='${x}' cy='${y}' r='1.8' fill='#fff' opacity='${index % 2 ? 0.35 : 0.85}'/>`
  })
  const ground = `<circle cx='156' cy='156' r='156' fill='${rim}'/><circle cx='156' cy='156' r='144' fill='${odd}'/>`
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 312 312'>${ground}${slices.join('')}${dots.join('')}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** A point at so many degrees from the top, clockwise. */
function pointAt(degrees: number, radius: number): string {
  const angle = (degrees * Math.PI) / 180
  return `${(156 + radius * Math.sin(angle)).toFixed(1)} ${(156 - radius * Math.cos(angle)).toFixed(1)}`
}
