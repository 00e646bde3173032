/**
 * Holds the schema to what the last release promised. Compares `schema/schema.graphql` with
 * `schema/released.graphql`, lists what breaks clients or may, and fails for a break that the
 * changelog does not announce: a client learns of it from there, not from an error.
 *
 * With `--release`, a schema that passes becomes the released one: the last step before the
 * changelog's section gets its version.
 */
import { copyFile, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ChangeType, CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, getNamedType, isEnumType, isObjectType } from 'graphql';

const { values: options } = parseArgs({
  options: {
    release: { type: 'boolean', default: false },
    released: { type: 'string', default: 'schema/released.graphql' },
    schema: { type: 'string', default: 'schema/schema.graphql' },
    changelog: { type: 'string', default: 'CHANGELOG.md' },
  },
});

const [released, current] = await Promise.all([options.released, options.schema].map(readSchema));
const changes = await changesBetween(released, current);
const breaks = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
const risks = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Dangerous);
const announced = announcedIn(await readFile(options.changelog, 'utf8'));
const silent = breaks.filter(
  (change) => !coordinatesOf(change).some((name) => announced.has(name)),
);
const early = breaks.filter((change) => promisedUntil(change) >= today());

report(
  'Breaking, and announced',
  breaks.filter((change) => !silent.includes(change)),
);
report('Breaking, and not announced', silent);
report('Promised for longer', early);
report('May surprise a client', risks.filter(isSurprise));

if (early.length > 0) {
  console.error(
    'What is deprecated stays until its last day is over, whatever the changelog says.',
  );
  process.exitCode = 1;
} else if (silent.length > 0) {
  const names = new Set(silent.map(coordinateOf));
  const coordinates = silent
    .map(coordinatesOf)
    .filter(([, ...above]) => !above.some((name) => names.has(name)))
    .map(([coordinate]) => `\`${coordinate}\``);
  console.error(
    `${options.changelog} must announce what breaks. Better keep the old beside the new, deprecated:\n` +
      `  @deprecated(reason: "Use the new one. Gone after ${inHalfAYear()}.")\n` +
      `Or else say under "## Unreleased" what to use instead, naming each as it is named here:\n` +
      `  - **breaking** ${[...new Set(coordinates)].join(', ')}: …`,
  );
  process.exitCode = 1;
} else if (options.release) {
  await copyFile(options.schema, options.released);
  console.log(`${options.released} is now ${options.schema}: name the version in the changelog.`);
} else {
  console.log(`Changes since the last release: ${changes.length}; nothing breaks unannounced.`);
}

/** A change of a root type has no path of its own. */
async function changesBetween(before, after) {
  return (await diff(before, after)).map((change) => ({
    ...change,
    path: change.path ?? 'schema',
  }));
}

async function readSchema(path) {
  try {
    return buildSchema(await readFile(path, 'utf8'));
  } catch (fault) {
    throw new Error(`${path} is no schema to compare: ${fault.message}`, { cause: fault });
  }
}

/**
 * Where a change is, as one writes it: `Project.participants(role:)`, `ProjectStage.LANDING`. The
 * inspector gives a dotted path, the same for an argument as for a value of an enum.
 */
function coordinateOf({ path }) {
  const [type, field, argument] = path.split('.');
  if (argument && !argument.startsWith('@')) return `${type}.${field}(${argument}:)`;
  if (type.startsWith('@') && field) return `${type}(${field}:)`;
  return field ? `${type}.${field}` : type;
}

/** A break of an interface is announced once, not for each type that implements it. */
function coordinatesOf(change) {
  const coordinate = coordinateOf(change);
  const [name] = coordinate.split('.');
  const type = released.getType(name);
  const interfaces = type && 'getInterfaces' in type ? type.getInterfaces() : [];
  return [coordinate, ...interfaces.map((above) => coordinate.replace(name, above.name))];
}

/** The last day of what is deprecated and now gone; empty where none was promised. */
function promisedUntil({ type, path }) {
  if (!type.endsWith('_REMOVED')) return '';
  const [typeName, member, argument] = path.split('.');
  const holder = released.getType(typeName);
  const part = isEnumType(holder) ? holder.getValue(member) : holder?.getFields?.()[member];
  const gone = argument ? part?.args?.find(({ name }) => name === argument) : part;
  return /Gone after (\d{4}-\d{2}-\d{2})\.$/.exec(gone?.deprecationReason ?? '')?.[1] ?? '';
}

/** Not what one may leave out, nor a value that clients only ever send. */
function isSurprise({ type, path }) {
  if (type === ChangeType.FieldArgumentAdded) return false;
  return type !== ChangeType.EnumValueAdded || isAnswered(path.split('.')[0]);
}

function isAnswered(enumName) {
  const fields = Object.values(current.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) => Object.values(type.getFields()));
  return fields.some((field) => getNamedType(field.type).name === enumName);
}

/** What the lines marked **breaking** name in backquotes, in the section that is not yet released. */
function announcedIn(changelog) {
  const section = /^## Unreleased.*\n(?<text>[^]*?)(?=^## |(?![^]))/m.exec(changelog)?.groups?.text;
  const items = (section ?? '').split(/^(?=[-*] |#|\s*$)/m);
  return new Set(
    items
      .filter((item) => item.includes('**breaking**'))
      .flatMap((item) => [...item.matchAll(/`([^`]+)`/g)].map(([, coordinate]) => coordinate)),
  );
}

function report(title, found) {
  if (found.length === 0) return;
  const lines = found.map((change) => `  ${coordinateOf(change)}: ${change.message}`);
  console.log(`${title}:\n${lines.toSorted().join('\n')}`);
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

function inHalfAYear() {
  const day = new Date();
  day.setUTCMonth(day.getUTCMonth() + 6);
  return day.toISOString().slice(0, 10);
}
