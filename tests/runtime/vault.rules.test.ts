import * as fc from 'fast-check'
import { lookupHash, open, seal, VaultRefused } from '../../cloudfunctions/_runtime/vault'

const key = 'a vault key for tests of at least 32 characters'

describe('a sealed text', () => {
  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, about) => {
        expect(open(key, seal(key, text, about), about)).toBe(text)
      }),
    )
  })

  it('does not show what it holds', () => {
    expect(seal(key, '13800138000')).not.toContain('13800138000')
    expect(Buffer.from(seal(key, '13800138000').split('.')[2]!, 'base64url').toString('latin1')).not.toContain('138')
  })

  it('is the same when the same is sealed again for the same place, and another elsewhere', () => {
    expect(seal(key, 'text', 'posKeys/1')).toBe(seal(key, 'text', 'posKeys/1'))
    expect(seal(key, 'text', 'posKeys/1')).not.toBe(seal(key, 'text', 'posKeys/2'))
  })

  it('never uses one nonce for two texts or two places', () => {
    const nonces = ['a', 'b', 'ab', ''].flatMap((text) =>
      ['a', 'b', 'ab', ''].map((about) => seal(key, text, about).split('.')[1]),
    )
    expect(new Set(nonces).size).toBe(nonces.length)
  })

  it('does not open with another key or for another place', () => {
    const sealed = seal(key, 'secret', 'posKeys/1')
    expect(() => open(`${key}!`, sealed, 'posKeys/1')).toThrow(VaultRefused)
    expect(() => open(key, sealed, 'posKeys/2')).toThrow(VaultRefused)
  })

  it('does not open after any of its characters was changed or cut off', () => {
    const sealed = seal(key, 'secret', 'x')
    const other = (at: number) => sealed.slice(0, at) + (sealed[at] === 'A' ? 'Q' : 'A') + sealed.slice(at + 1)
    // The last character of each part may carry bits that do not count.
    const ends = new Set([sealed.length - 1, sealed.lastIndexOf('.') - 1])
    for (let at = 0; at < sealed.length; at += 1) {
      if (!ends.has(at)) expect(() => open(key, other(at), 'x')).toThrow(VaultRefused)
      expect(() => open(key, sealed.slice(0, at), 'x')).toThrow(VaultRefused)
    }
    expect(() => open(key, `${sealed}.x`, 'x')).toThrow(VaultRefused)
  })
})

describe('a lookup hash', () => {
  it('is the HMAC-SHA256 of RFC 4231, test case 2', () => {
    expect(lookupHash('Jefe', 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
  })

  it('differs by text and by key', () => {
    const hashes = [lookupHash(key, 'wechat:o1'), lookupHash(key, 'wechat:o2'), lookupHash('other', 'wechat:o1')]
    expect(new Set(hashes).size).toBe(3)
  })
})
