const areas = require('./scripts/laws/areas.cjs')

const contracts =
  '^shared/([^/]+/[a-z-]*contract|journeys/fields|programme/(conditions|parts)/.+|programme/(schema|conditions|parts|slots)|kit/fields)\\.ts$'

/** Everything that is neither a file of this project nor Node's own. */
const packages = { dependencyTypesNot: ['local', 'localmodule', 'core', 'aliased-tsconfig', 'aliased-tsconfig-paths'] }

const laws = [
  {
    name: 'shared-is-pure',
    comment: 'Rules run on the phone, in the cloud and in the simulator: shared imports only shared, and zod.',
    from: { path: '^shared/' },
    to: { pathNot: '^shared/|(^|node_modules/)zod/' },
  },
  {
    name: 'zod-in-contracts',
    comment: 'In shared, only contracts and the schema of programmes may know the validator.',
    from: { path: '^shared/', pathNot: contracts },
    to: { path: '(^|node_modules/)zod/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'areas-stand-apart-from-the-list',
    comment: 'The list of all operations knows the areas; no area knows the list.',
    from: { path: '^shared/[^/]+/' },
    to: { path: '^shared/[^/]+\\.ts$' },
  },
  {
    name: 'functions-stand-alone',
    comment: 'A deployed function imports _areas, _runtime and shared, never another function.',
    from: { path: '^cloudfunctions/([^_/][^/]*)/' },
    to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/(_areas/|_runtime/|$1/|database\\.ts$)' },
  },
  {
    name: 'areas-know-no-function',
    comment: 'Handlers and runtime serve every audience, so they know none.',
    from: { path: '^cloudfunctions/_' },
    to: { path: '^cloudfunctions/[^_/][^/]*/' },
  },
  {
    name: 'runtime-knows-no-area',
    comment: 'The runtime is handed its handlers.',
    from: { path: '^cloudfunctions/_runtime/' },
    to: { path: '^cloudfunctions/_areas/' },
  },
  {
    name: 'production-stands-alone',
    comment: 'What deploys knows neither the local cloud nor the client, the scripts or the tests.',
    from: { path: '^(cloudfunctions|shared)/' },
    to: { path: '^(localcloud|client|scripts|tests)/' },
  },
  {
    name: 'sdk-in-one-place',
    comment: 'Only cloudfunctions/_runtime/wx*.ts names the SDKs.',
    from: {
      path: '^(cloudfunctions|shared|client|localcloud|scripts)/',
      pathNot: '^cloudfunctions/_runtime/wx[^/]*\\.ts$',
    },
    to: { path: '(^|node_modules/)(wx-server-sdk|@cloudbase|tencentcloud-sdk-[a-z-]+)(/|$)' },
  },
  {
    name: 'client-knows-the-door-only',
    comment: 'The client imports itself, shared and packages.',
    from: { path: '^client/' },
    to: { path: '^(cloudfunctions|localcloud|scripts|tests)/' },
  },
  {
    name: 'features-stand-apart',
    comment: 'A feature never imports another feature.',
    from: { path: '^client/src/features/([^/]+)/' },
    to: { path: '^client/src/features/', pathNot: '^client/src/features/$1/' },
  },
  {
    name: 'features-know-no-page',
    comment: 'pages → features → components and kit.',
    from: { path: '^client/src/(features|components|kit)/' },
    to: { path: '^client/src/pages/' },
  },
  {
    name: 'components-know-no-feature',
    comment: 'pages → features → components and kit.',
    from: { path: '^client/src/(components|kit)/' },
    to: { path: '^client/src/features/' },
  },
  {
    name: 'kit-knows-no-component',
    comment: 'pages → features → components → kit.',
    from: { path: '^client/src/kit/' },
    to: { path: '^client/src/components/' },
  },
  {
    name: 'no-circle',
    comment: 'Two files that need each other at run time are one file.',
    from: { path: '^(shared|cloudfunctions|client|localcloud|scripts)/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'packages-are-declared',
    comment: 'A package that package.json does not name may vanish with the next install.',
    from: { path: '^(shared|cloudfunctions|client|localcloud|scripts)/' },
    to: { ...packages, dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  ...Object.entries(areas).flatMap(([area, known]) => [
    areaLaw('shared', area, known),
    areaLaw('cloudfunctions/_areas', area, known),
  ]),
  unknownAreaLaw('shared'),
  unknownAreaLaw('cloudfunctions/_areas'),
]

function areaLaw(place, area, known) {
  const allowed = [area, 'kit', ...known].join('|')
  return {
    name: `area-graph:${place}/${area}`,
    comment: 'The arrow stands in scripts/laws/areas.cjs or it is not drawn.',
    from: { path: `^${place}/${area}/` },
    to: { path: `^${place}/[^/]+/`, pathNot: `^${place}/(${allowed})/` },
  }
}

function unknownAreaLaw(place) {
  return {
    name: `area-graph:${place}/unknown`,
    comment: 'Every area has a line in scripts/laws/areas.cjs.',
    from: { path: `^${place}/[^/]+/`, pathNot: `^${place}/(${Object.keys(areas).join('|')})/` },
    to: { path: '.' },
  }
}

module.exports = {
  forbidden: laws.map((law) => ({ severity: 'error', ...law })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
