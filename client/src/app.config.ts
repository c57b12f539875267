export default defineAppConfig({
  pages: ['pages/home/index', 'pages/me/index'],
  subPackages: [{ root: 'pages/assets', pages: ['points', 'tier'] }],
  window: { navigationStyle: 'custom' },
  tabBar: {
    custom: true,
    color: '#6B716E',
    selectedColor: '#1F5A4C',
    backgroundColor: '#FFFFFF',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
})
