/** How refusals about groups and the funnel are told. */
export const groupSentences = {
  group_unknown: { zh: '没有这个分组，请刷新后再选', en: 'There is no such group. Refresh and choose again' },
  groups_off: { zh: '现在的方案没有开启客户分组', en: 'The programme has no groups of customers' },
  group_copy_off: { zh: '方案不允许一位客人同时在几个分组', en: 'The programme lets nobody stand in several groups' },
  group_cut_off: { zh: '方案不允许把客人移到别的分组', en: 'The programme lets nobody be moved to another group' },
  group_not_in: {
    zh: '客人已不在原来的分组，请刷新后再试',
    en: 'They are not in that group any more. Refresh and try again',
  },
  groups_too_many: {
    zh: '一位客人最多在 20 个分组，请先移出一个',
    en: 'Nobody stands in more than 20 groups. Take them out of one first',
  },
  group_name_taken: {
    zh: '已有同名的分组，请换一个名称',
    en: 'There is a group of that name already. Choose another name',
  },
  groups_full: { zh: '分组已满 200 个，不能再建', en: 'There are 200 groups, and no more can be made' },
  funnel_off: { zh: '现在的方案没有“咨询”这一步', en: 'The programme has no step for those who asked' },
}
