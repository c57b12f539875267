/**
 * A number from 0 to 99 that follows from a text and spreads texts evenly: FNV-1a over its characters (Fowler, Noll, Vo),
 * finished as MurmurHash3 does (Appleby), since FNV alone mixes the last characters too little. No secret may hang on it.
 */
export function hundredthOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % 100
}
