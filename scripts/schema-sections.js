/**
 * The schema in the order of its code: module by module, each type before its parts.
 *
 * The code is loaded one file at a time, to see which file makes which type: type-graphql keeps what
 * its decorators collect in one global store, and what is new there after a file has run is that
 * file's. So sections follow the folders of `src/modules`, and no type needs a mark of its place.
 */
import 'reflect-metadata';
import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import { FOR_NODE } from './for-node.js';

/** One a run, so that two at once do not mix; within node_modules, where imports are found. */
const OUT = `node_modules/.cache/quanmai/schema-${process.pid}`;
const ASSEMBLY = 'src/graph/schema.ts';

const ROOTS = '提问 · Where every question begins';
/** The heading of each module, in the order of the modules. */
const MODULES = new Map([
  ['source', '出处 · Sources'],
  ['region', '区域 · Regions'],
  ['enterprise', '组织 · Organisations'],
  ['project', '项目 · Projects'],
  ['chain', '产业链 · Industry chains'],
  ['promotion', '招商 · Investment promotion'],
  ['subject', '登记主体 · Named subjects'],
  ['search', '搜索 · Search'],
  ['figure', '数据项 · Figures'],
]);
/** The group of files that a module begins with, where it is not named as the module is. */
const FIRST = new Map([['enterprise', 'organisation']]);
const WRITES = '变更 · What mutations take and answer';
const SHARED = '通用 · What all lists, filters and values share';

/**
 * The schema, and its types under headings, as they are to be read.
 *
 * @returns {Promise<{
 *   schema: import('graphql').GraphQLSchema,
 *   sections: [title: string, types: import('graphql').GraphQLNamedType[]][],
 * }>}
 */
export async function schemaInSections() {
  const files = filesInOrder();
  const { schema, madeBy } = await load(files).finally(() =>
    rm(OUT, { recursive: true, force: true }),
  );
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const made = [...madeBy.keys()]
    .filter((name) => schema.getType(name))
    .sort((one, other) => kindRank(schema.getType(one)) - kindRank(schema.getType(other)));
  const writes = typesOfMutations(schema);
  const ranked = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .filter((type) => !isSpecifiedScalarType(type) && !roots.includes(type))
    .filter((type) => !writes.includes(type))
    .map((type) => {
      const { module, group } = placeOf(makerOf(type.name, madeBy));
      const groupRank = files.findIndex((file) => placeOf(file).group === group);
      const rank = [
        groupRank,
        kindRank(type),
        servingRank(type.name, made),
        made.indexOf(type.name),
        isScalarType(type) ? type.name : '',
      ];
      return { type, module, rank };
    });
  const typesOf = (module) =>
    ranked
      .filter((one) => one.module === module)
      .sort((one, other) => compare(one.rank, other.rank))
      .map(({ type }) => type);
  const sections = [
    [ROOTS, roots.filter((root) => root)],
    ...[...MODULES].map(([module, title]) => [title, typesOf(module)]),
    [WRITES, writes],
    [SHARED, typesOf(null)],
  ];
  return { schema, sections: sections.filter(([, types]) => types.length > 0) };
}

/** Of each mutation in turn what it answers, and what it takes. */
function typesOfMutations(schema) {
  return Object.values(schema.getMutationType()?.getFields() ?? {})
    .flatMap(({ type, args }) => [type, ...args.map((arg) => arg.type)])
    .map((type) => getNamedType(type));
}

/** What all share, then the modules; in a module, the files that are named as it is before the rest. */
function filesInOrder() {
  const unknown = globSync('src/modules/*/')
    .map((folder) => basename(folder))
    .filter((folder) => !MODULES.has(folder));
  if (unknown.length > 0) {
    throw new Error(`MODULES in scripts/schema-sections.js has no heading for ${unknown.join()}.`);
  }
  const inModules = [...MODULES.keys()].flatMap((module) =>
    globSync(`src/modules/${module}/**/*.ts`).sort((one, other) =>
      compare([Number(!isFirst(one, module)), one], [Number(!isFirst(other, module)), other]),
    ),
  );
  return [...globSync('src/kit/**/*.ts').sort(), ...inModules, ASSEMBLY];
}

const isFirst = (file, module) => placeOf(file).group === (FIRST.get(module) ?? module);

async function load(files) {
  const { metafile } = await build({
    entryPoints: files,
    outdir: OUT,
    outbase: 'src',
    ...FOR_NODE,
    metafile: true,
  });
  const written = new Map(
    Object.entries(metafile.outputs).map(([path, { entryPoint }]) => [entryPoint, path]),
  );
  const run = (file) => import(pathToFileURL(resolve(written.get(file))).href);
  const madeBy = new Map();
  for (const file of importedFirst(files, metafile.inputs)) {
    await run(file);
    for (const name of namesMade()) if (!madeBy.has(name)) madeBy.set(name, file);
  }
  const { assembleSchema } = await run(ASSEMBLY);
  return { schema: await assembleSchema(), madeBy };
}

/**
 * In such an order that every import runs one file, and none that this imports; and in that of the
 * assembly, so that the roots have their fields in the order in which a gateway tells them.
 */
function importedFirst(files, inputs) {
  const ordered = new Set();
  const visit = (file) => {
    if (ordered.has(file) || !files.includes(file)) return;
    for (const { path } of inputs[file].imports) visit(path);
    ordered.add(file);
  };
  [ASSEMBLY, ...files].forEach(visit);
  return ordered;
}

function namesMade() {
  const store = globalThis.TypeGraphQLMetadataStorage;
  if (!store) return [];
  const { interfaceTypes, objectTypes, inputTypes, enums, unions } = store;
  return [interfaceTypes, objectTypes, inputTypes, enums, unions].flat().map(({ name }) => name);
}

/** A module, or none, and within it a group: what files of one first name hold stays together. */
function placeOf(file) {
  const module = /^src\/modules\/([^/]+)\//.exec(file)?.[1] ?? null;
  return { module, group: module && basename(file).split('.')[0] };
}

/** A filter that is made when the schema is assembled stands with the type that its name begins with. */
function makerOf(name, madeBy) {
  const owner = [...madeBy.keys()]
    .filter((made) => name.startsWith(made))
    .sort((one, other) => other.length - one.length)[0];
  return madeBy.get(owner) ?? '';
}

/** What there is, what it has, the words for it, its lists, and how one chooses among them. */
function kindRank(type) {
  if (isScalarType(type)) return 0;
  if (isInterfaceType(type)) return 1;
  if (/(Connection|Edge)$/.test(type.name)) return 6;
  if (isObjectType(type)) return type.getInterfaces().some(({ name }) => name === 'Node') ? 2 : 3;
  if (isUnionType(type)) return 4;
  if (isEnumType(type)) return type.name.endsWith('Order') ? 8 : 5;
  return isOnValues(type) ? 9 : 7;
}

function isOnValues(input) {
  const { eq, some } = input.getFields();
  return eq !== undefined || (some !== undefined && isOnValues(getNamedType(some.type)));
}

/** What serves a type stands in the order of those types: a list, then its items. */
const SERVING = ['Connection', 'Edge', 'Filter', 'ListFilter', 'Order'];
function servingRank(name, made) {
  const suffix = SERVING.findLastIndex((ending) => name.endsWith(ending));
  if (suffix < 0) return 0;
  return SERVING.length * made.indexOf(name.slice(0, -SERVING[suffix].length)) + suffix;
}

function compare(one, other) {
  const at = one.findIndex((value, place) => value !== other[place]);
  return at < 0 ? 0 : one[at] < other[at] ? -1 : 1;
}
