export default defineAppConfig({
  pages: ['pages/home/index', 'pages/mall/index', 'pages/me/index', 'pages/code/index', 'pages/welcome/index'],
  subPackages: [
    {
      root: 'pages/assets',
      pages: [
        'points',
        'tier',
        'tier-history',
        'messages',
        'cards',
        'review',
        'coupons',
        'coupons-detail',
        'coupon-centre',
        'exchanges',
      ],
    },
    { root: 'pages/play', pages: ['checkin', 'campaigns', 'referral'] },
    { root: 'pages/draws', pages: ['index', 'draw', 'mine', 'proof'] },
    { root: 'pages/account', pages: ['profile'] },
    { root: 'pages/gift', pages: ['index'] },
    {
      root: 'pages/staff',
      pages: ['index', 'customer', 'payment', 'receipt', 'refused', 'join', 'enrol', 'invite', 'parcels', 'reviews'],
    },
  ],
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationStyle: 'custom',
    navigationBarTextStyle: '@barText' as never,
    backgroundColor: '@background',
    backgroundTextStyle: '@pullText' as never,
  },
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['pages/assets'] } },
  tabBar: {
    custom: true,
    color: '#6B716E',
    selectedColor: '#1F5A4C',
    backgroundColor: '#FFFFFF',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/mall/index', text: '兑换' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
})
