/** The law: a folder imports only from lower floors, and only through a module's index.ts. */
const floor = {
  0: '^src/(shared|config|database|jobs|leadership)/',
  1: '^src/modules/(providers|terraform|access|audit)/',
  2: '^src/modules/(finops|policy)/',
  3: '^src/modules/sessions/',
  4: '^src/(discord|health)/',
};
const above = (number) => [...Object.entries(floor).filter(([other]) => Number(other) > number).map(([, path]) => path), '^src/[^/]+\\.ts$'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...[0, 1, 2, 3, 4].map((number) => ({
      name: `floor-${number}-looks-up`, severity: 'error', comment: 'Commands go down, events go up: nothing imports from a higher floor.',
      from: { path: floor[number] }, to: { path: above(number) },
    })),
    ...['1', '2', '4'].map((number) => ({
      name: `floor-${number}-sideways`, severity: 'error', comment: 'Modules of one floor know nothing of each other.',
      from: { path: floor[number].replace('(', '(') }, to: { path: floor[number], pathNot: '^src/(modules/)?$1/' },
    })),
    {
      name: 'index-only', severity: 'error', comment: 'A module is entered through its index.ts.',
      from: { path: '^src/(modules/[^/]+|[^/]+)/' }, to: { path: '^src/(modules/[^/]+|[^/]+)/.+', pathNot: ['^src/$1/', '^src/(modules/[^/]+|[^/]+)/index\\.ts$'] },
    },
    {
      name: 'index-only-from-the-top', severity: 'error', comment: 'The wiring too enters modules through their index.ts.',
      from: { path: '^src/[^/]+\\.ts$' }, to: { path: '^src/[^/]+/.+', pathNot: '^src/(modules/[^/]+|[^/]+)/index\\.ts$' },
    },
    { name: 'no-circles', severity: 'error', comment: 'A circle has no top and no bottom.', from: { path: '^(src|sandbox)/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'pure-domain', severity: 'error', comment: 'A domain folder knows its own domain, shared, and the contracts of modules below.',
      from: { path: '^src/modules/([^/]+)/domain/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(src/|node_modules/)', pathNot: ['^src/modules/$1/domain/', '^src/shared/', '^src/modules/[^/]+/index\\.ts$', '^node_modules/zod/'] },
    },
    { name: 'discord-only-in-discord', severity: 'error', comment: 'Below floor 4 nothing knows which chat system is in front.', from: { path: '^src/', pathNot: ['^src/discord/', '^src/app\\.module\\.ts$'] }, to: { path: '^node_modules/(discord\\.js|@discordjs|necord)/' } },
    { name: 'execa-in-one-file', severity: 'error', comment: 'One file starts processes.', from: { path: '^(src|sandbox)/', pathNot: '^src/modules/terraform/process/terraform-process\\.ts$' }, to: { path: '^node_modules/execa/' } },
    { name: 'pg-boss-in-jobs', severity: 'error', comment: 'The queue stands behind its port.', from: { path: '^src/', pathNot: '^src/jobs/' }, to: { path: '^node_modules/pg-boss/' } },
    { name: 'src-stands-alone', severity: 'error', comment: 'The product never imports its sandbox, tests or benchmarks.', from: { path: '^src/', pathNot: '\\.spec\\.ts$' }, to: { path: '^(sandbox|test|bench)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'import', 'types'] },
  },
};
