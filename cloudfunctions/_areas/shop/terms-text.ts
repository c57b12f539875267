import type { shopTerms } from '../../../shared/shop/contract'
import { allow } from '../../../shared/kit/ruling'
import { usualPrivacy } from '../../../shared/programme/usual-privacy'
import { usualTerms } from '../../../shared/programme/usual-terms'
import type { Handler, MemberContext } from '../../_runtime/handler'

/** The text of the terms or of the privacy policy in force: the shop's own, or the usual one. */
export const readTerms: Handler<typeof shopTerms, MemberContext> = async ({ terms }, { document }) => {
  const { termsVersion, privacyVersion, texts } = terms.programme.terms
  const { name } = terms.shop
  if (document === 'terms') return allow({ version: termsVersion, ...(texts?.terms ?? usualTerms(name)) })
  return allow({ version: privacyVersion, ...(texts?.privacy ?? usualPrivacy(name)) })
}
