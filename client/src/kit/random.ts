import Taro from '@tarojs/taro'

/**
 * Random bytes as hex, from the phone's own source. Where the phone has none that is fit for it, ordinary chance has to do:
 * it is still nobody's but the member's.
 */
export async function randomHex(bytes: number): Promise<string> {
  const strong = await strongBytes(bytes)
  const values = strong ?? Array.from({ length: bytes }, () => Math.floor(Math.random() * 256))
  return Array.from(values, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function strongBytes(length: number): Promise<Uint8Array | null> {
  try {
    if (process.env.TARO_ENV === 'h5') return crypto.getRandomValues(new Uint8Array(length))
    return await new Promise((give, fail) => {
      const success = ({ randomValues }: { randomValues: ArrayBuffer }) => give(new Uint8Array(randomValues))
      Taro.getUserCryptoManager().getRandomValues({ length, success, fail })
    })
  } catch {
    return null
  }
}
