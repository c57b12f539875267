/** The two hashes of a draw, handed in: the functions, the phone and the verifying command each have their own. */
export type Hashing = {
  /** SHA-256 of a text in UTF-8, as 64 lower-case hex digits. */
  sha256: (text: string) => string
  /** HMAC-SHA256 under a key of hex digits, in the same form. */
  hmacSha256: (keyHex: string, text: string) => string
}
