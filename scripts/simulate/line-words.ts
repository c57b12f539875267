import type { LineRefusal } from '../../shared/insights/simulation'

/** Why a line could not be read, before any rule was asked. */
export type LineFault =
  | 'order_id_malformed'
  | 'customer_id_malformed'
  | 'date_malformed'
  | 'amount_malformed'
  | 'amount_too_large'
  | 'quantity_malformed'
  | 'quotes_malformed'
  | 'encoding_unknown'
  | 'left_out_malformed'
  | 'left_out_above_amount'

/** What a line was not taken for, as a sentence that says what to do; `why` is a code and, after a colon, what stood there. */
export function lineWords(why: string): string {
  const [code, ...shown] = why.split(': ')
  const sentence = sentences[code as LineFault | LineRefusal]
  return sentence ? [...shown, sentence].join(': ') : why
}

const sentences: { [Why in LineFault | LineRefusal]: string } = {
  order_id_malformed: 'an order number has letters, digits, dots, dashes and underscores, 64 at most',
  customer_id_malformed: 'a customer is named by 1 to 64 characters',
  date_malformed: 'this is no day; write it as 1997-12-31',
  amount_malformed: 'this is no amount; write it as 1029.33, with at most two decimals',
  amount_negative: 'an amount is not below zero; what is given back is a line of its own with refund_of',
  amount_too_large: 'an order is of ¥1,000,000 at most',
  quantity_malformed: 'a quantity is a whole number',
  quotes_malformed: 'a quotation mark has no other; close it, or leave both out',
  encoding_unknown: 'a name in it is not written in UTF-8; save the file as CSV in UTF-8',
  left_out_malformed: 'this is no amount; write it as 29.33, or leave it empty',
  left_out_above_amount: 'what earns nothing is a part of the amount and not more than it',
  duplicate: 'this number stood in a line above of that store, which counts; give every line a number of its own',
  store_unknown: 'the shop has no such store',
  order_unknown: 'no line above is an order of that number in that store',
  refund_above_rest: 'more is given back than is left of the order',
  refund_points_spent: 'its points are spent, and the programme gives nothing back until they are earned again',
  points_short: 'the member had fewer points than were taken',
  points_not_redeemable: 'the programme takes no points as money off',
}
