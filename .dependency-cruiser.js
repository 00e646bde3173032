/**
 * The house of STYLE §1 as a test: imports point down, type imports too. A new layer or module takes
 * its place in one of the two lists.
 */

/** From the top down. A row may import the rows below it; those of one row do not know each other. */
const LAYERS = [
  ['main.ts', 'cli.ts', 'web/'],
  ['cli/'],
  ['app.ts'],
  ['transport/'],
  ['graph/'],
  ['ingest/'],
  ['modules/'],
  ['request/'],
  ['access/', 'events/', 'search/'],
  ['db/'],
  ['config/'],
  ['kit/'],
];

/** From the first on. A later module adds to an earlier one; the earlier never hears of the later. */
const MODULES = [
  'source',
  'region',
  'enterprise',
  'project',
  'chain',
  'promotion',
  'subject',
  'search',
  'workflow',
  'figure',
];

const escaped = (name) => name.replaceAll('.', '\\.') + (name.endsWith('.ts') ? '$' : '');
const inSrc = (names) => `^src/(${names.map(escaped).join('|')})`;

const layerRules = LAYERS.flatMap((row, rank) =>
  row.map((layer) => ({
    name: `layer-${layer.replace(/\/$/, '')}`,
    comment: 'Imports point down the list of layers only, never up or sideways.',
    severity: 'error',
    from: { path: inSrc([layer]) },
    to: { path: inSrc(LAYERS.slice(0, rank + 1).flat()), pathNot: inSrc([layer]) },
  })),
);

const moduleRules = MODULES.map((module, place) => ({
  name: `module-${module}`,
  comment: `A module imports itself and the earlier ones of: ${MODULES.join(' < ')}.`,
  severity: 'error',
  from: { path: `^src/modules/${module}/` },
  to: { path: '^src/modules/', pathNot: inModules(MODULES.slice(0, place + 1)) },
}));

function inModules(names) {
  return `^src/modules/(${names.join('|')})/`;
}

const SQL_FILES = '(^src/db/|\\.(queries|commands|entity)\\.ts$)';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layerRules,
    ...moduleRules,
    {
      name: 'known-layer',
      comment: 'Every file of src belongs to a layer that .dependency-cruiser.js lists.',
      severity: 'error',
      from: { path: '^src/', pathNot: inSrc(LAYERS.flat()) },
      to: {},
    },
    {
      name: 'known-module',
      comment: 'Every domain has its place in the order of modules.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/', pathNot: inModules(MODULES) },
      to: {},
    },
    {
      name: 'access-decides-without-queries',
      comment: 'access/ holds decisions; what it decides on is handed to it.',
      severity: 'error',
      from: { path: '^src/access/' },
      to: { path: '^src/', pathNot: '^src/(access|kit)/' },
    },
    {
      name: 'config-at-the-top',
      comment: 'The environment is read once, at the top; below, options are handed down.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(config/|cli/|(app|main|cli)\\.ts$)' },
      to: { path: '^src/config/' },
    },
    {
      name: 'web-asks-the-graph',
      comment: 'The pages know the server by its graph alone; what they share with it is in kit/.',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/', pathNot: '^src/(web|kit)/' },
    },
    {
      name: 'sql-without-graphql',
      comment: 'What reads and writes serves ingest and the command line as well as the graph.',
      severity: 'error',
      from: { path: SQL_FILES },
      to: {
        path: [
          '^node_modules/(graphql|type-graphql)/',
          '\\.(type|resolver|subscription|loaders)\\.ts$',
        ],
      },
    },
    {
      name: 'migrations-stay',
      comment: 'Entities move on, migrations stay: a migration imports nothing of ours.',
      severity: 'error',
      from: { path: '^src/db/migrations/', pathNot: '/index\\.ts$' },
      to: { path: '^src/' },
    },
    {
      name: 'src-without-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'src-without-dev-packages',
      comment: 'What runs is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Type imports count: who names a type knows of its owner.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
