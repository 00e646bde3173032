/**
 * What the linter holds (Prettier alone talks of layout): promises that nobody waits for, `any` that
 * spreads, tests that were left focused, and a schema that keeps to Relay.
 */
import { existsSync } from 'node:fs';
import graphql from '@graphql-eslint/eslint-plugin';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const SCHEMA = 'schema/schema.graphql';
const OPERATIONS = 'schema/operations/*.graphql';

/** Object types that are values or roles: they have no identity of their own, so no `id` either. */
const WITHOUT_IDENTITY = [
  'Attribute',
  'BatchOverlap',
  'BatchSector',
  'BatchShare',
  'BatchTotals',
  'BatchTotalsGroup',
  'ChainGap',
  'Computed',
  'Coverage',
  'Dated',
  'DeliveryFreshness',
  'DistrictSuppliers',
  'EnterpriseClass',
  'FailedRule',
  'FieldChange',
  'FieldConflict',
  'FigureComparison',
  'Export',
  'FigureProgress',
  'FigureSum',
  'Heartbeat',
  'IdentityCandidate',
  'IdentityReason',
  'ImportChange',
  'ImportCounts',
  'ImportFault',
  'ImportNote',
  'ImportProgress',
  'ImportRow',
  'ImportTable',
  'InputError',
  'InvestmentReport',
  'LeftOutFigure',
  'MergedEnterprise',
  'PageInfo',
  'ProjectBatchMember',
  'ProjectParticipant',
  'ProjectStageRecord',
  'ProjectStat',
  'ProjectWithdrawal',
  'PromotionEventParty',
  'PromotionEventTopic',
  'Quantity',
  'RankedFigure',
  'RegionAlias',
  'RegionOverlap',
  'SearchResult',
  'SourceCoverage',
  'SourceFreshness',
  'StepTransition',
  'SumWarning',
  'Supplier',
  'UpdatesHead',
  'ValueSource',
  'VersionConflict',
  'Viewer',
];

/** A focused test hides all others, a skipped one hides itself: neither lands. */
const unfinishedTests = {
  'no-restricted-properties': [
    'error',
    ...['describe', 'it', 'test'].flatMap((object) =>
      ['only', 'skip', 'todo'].map((property) => ({
        object,
        property,
        message: 'Every test that is committed runs, with all the others.',
      })),
    ),
  ],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]',
      message: 'Every test that is committed runs, with all the others.',
    },
  ],
};

const graphqlFiles = (files, recommended, rules) => ({
  files: [files],
  languageOptions: {
    parser: graphql.parser,
    parserOptions: { graphQLConfig: { schema: SCHEMA, documents: OPERATIONS } },
  },
  plugins: { '@graphql-eslint': graphql },
  rules: { ...recommended, ...rules },
});

export default defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    '.data/',
    'test/generated/',
    'examples/client/generated.ts',
    'examples/partner/generated.ts',
  ]),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.js'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: { console: 'readonly', fetch: 'readonly', process: 'readonly', URL: 'readonly' },
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [
      js.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }],
      // A resolver or an argument class may be all decorators.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // It asks for the `!` that `no-non-null-assertion` forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // MikroORM's and Kysely's own factories declare what they make by its shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // `async` also says that a function never throws before it returns its promise.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `== null` is the one way to ask for null or undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    rules: {
      // Past this a file holds two ideas: name the second and move it.
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/main.ts', 'src/cli.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      ...unfinishedTests,
      // A query's answer has the shape that the test then asserts.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  graphqlFiles(
    SCHEMA,
    {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
    },
    {
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          DirectiveDefinition: true,
          rootField: true,
          ignoredSelectors: ['ObjectTypeDefinition[name.value=/^(Query|Mutation|Subscription)$/]'],
        },
      ],
      // A connection has `nodes` beside its edges; short lists are plain lists; a supplier is a role.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      '@graphql-eslint/strict-id-in-types': [
        'error',
        { exceptions: { types: WITHOUT_IDENTITY, suffixes: ['Connection', 'Edge', 'Payload'] } },
      ],
    },
  ),
  existsSync(SCHEMA)
    ? graphqlFiles(OPERATIONS, graphql.configs['flat/operations-recommended'].rules, {
        // Questions that people read: an opaque id is selected where it is wanted.
        '@graphql-eslint/require-selections': 'off',
        '@graphql-eslint/selection-set-depth': ['error', { maxDepth: 10 }],
      })
    : globalIgnores([OPERATIONS]),
);
