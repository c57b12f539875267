import type { CSSProperties } from 'react'

type Rgb = [number, number, number]

/**
 * The variables that a merchant's one colour decides; everything else is fixed. Press is the colour with 22% black, soft
 * 10% of it on white, and dark mode takes the same hue at a lightness that reads on black.
 */
export function themeOf(brand: string | null): CSSProperties {
  const colour = brand ? parse(brand) : null
  if (!colour) return {}
  const dark = lighten(colour)
  const hero = heroOf(colour)
  return {
    '--m-brand': hex(colour),
    '--m-brand-press': hex(mix(black, colour, 0.22)),
    '--m-brand-soft': hex(mix(colour, white, 0.1)),
    '--m-brand-line': hex(mix(colour, white, 0.286)),
    '--m-brand-2': hex(mix(colour, white, 0.5)),
    '--m-wash-1': hex(mix(colour, white, 0.135)),
    '--m-wash-2': hex(mix(colour, paper, 0.035)),
    '--m-hero-1': hero[0],
    '--m-hero-2': hero[1],
    '--m-hero-3': hero[2],
    '--m-brand-dark': hex(dark),
    '--m-brand-press-dark': hex(mix(black, dark, 0.16)),
    '--m-on-brand-dark': hex(mix(colour, [6, 10, 9], 0.16)),
    '--m-brand-soft-dark': hex(mix(dark, night, 0.13)),
    '--m-brand-line-dark': hex(mix(dark, night, 0.28)),
    '--m-brand-2-dark': hex(mix(dark, night, 0.48)),
    '--m-wash-1-dark': hex(mix(dark, [15, 18, 17], 0.09)),
  } as CSSProperties
}

/** The shades of a large area in the merchant's colour, from the darker top, where words stand, to the lighter end. */
export function heroShades(brand: string): readonly string[] {
  const colour = parse(brand)
  return colour ? heroOf(colour) : [brand]
}

function heroOf(colour: Rgb): readonly [string, string, string] {
  return [hex(mix(black, colour, 0.22)), hex(mix(white, colour, 0.05)), hex(mix(white, colour, 0.18))]
}

const white: Rgb = [255, 255, 255]
const black: Rgb = [0, 0, 0]
const paper: Rgb = [245, 245, 242]
const night: Rgb = [26, 30, 28]

/** The colour mixed with white until it stands well clear of a dark page (relative luminance 0.45, near that of the house green). */
function lighten(colour: Rgb): Rgb {
  for (let share = 0; share <= 0.9; share += 0.05) {
    const candidate = mix(white, colour, share)
    if (luminance(candidate) >= 0.45) return candidate
  }
  return mix(white, colour, 0.9)
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function mix(top: Rgb, bottom: Rgb, share: number): Rgb {
  return top.map((part, index) => Math.round(part * share + (bottom[index] ?? 0) * (1 - share))) as Rgb
}

function parse(text: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)
  return match ? (match.slice(1).map((part) => parseInt(part, 16)) as Rgb) : null
}

function hex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
