/** How refusals about promises are told. */
export const obligationSentences = {
  obligation_unknown: { zh: '没有找到这项承诺，请刷新后再看', en: 'There is no such promise. Refresh and look again' },
  obligation_proved_by_entry: {
    zh: '这项承诺在发放、核销或打卡时自动完成，请在收银页办理',
    en: 'This is kept by handing out, redeeming or ticking off. Please do that at the till',
  },
  obligation_over: {
    zh: '这项承诺已经完成或不再需要，没有重复记录',
    en: 'This promise is kept or over already; nothing was written again',
  },
}
