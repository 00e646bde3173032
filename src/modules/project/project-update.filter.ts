import { Field, InputType } from 'type-graphql';
import { isWithin, type Scope } from '../../access/scope.ts';
import type { LoggedEvent } from '../../events/event.ts';
import type { Matching } from '../../events/matching.ts';
import { BadInput, DomainError, UnknownCode } from '../../kit/errors.ts';
import type { RequestContext, RequestScoped } from '../../request/context.ts';
import type { Interest } from '../../request/followed.ts';
import { enterpriseByCode } from '../enterprise/organisation.queries.ts';
import { regionByCode } from '../region/region.queries.ts';
import { isLeaving } from './project-update.ts';
import { ProjectUpdateKind } from './project-update.kinds.ts';
import { followableProjectByCode } from './project-update.queries.ts';
import { ProjectStage } from './project.type.ts';

@InputType('ProjectUpdateFilter', {
  description:
    '项目动态条件 · Matches each update of which all that is given holds, before the change or after it.',
})
export class ProjectUpdateFilter {
  @Field(() => [String], {
    nullable: true,
    description: '所在区县 · In one of these reporting units, by code.',
  })
  districts?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: '企业 · Of a project in which one of these takes part, by code or credit code.',
  })
  enterprises?: string[] | null;

  @Field(() => [String], { nullable: true, description: '项目 · One of these, by code.' })
  projects?: string[] | null;

  @Field(() => [ProjectStage], {
    nullable: true,
    description: '项目阶段 · In one of these stages.',
  })
  stages?: string[] | null;

  @Field(() => [ProjectUpdateKind], {
    nullable: true,
    description:
      '变动类型 · Of one of these kinds; OUT_OF_SIGHT comes whatever kinds are asked for.',
  })
  kinds?: string[] | null;
}

/** Looks rows up by code, as the viewer may see them. */
type ByCode = RequestScoped<{ load(code: string): Promise<{ readonly key: string } | null> }>;

/** What an event may be about, by the filter's field. */
const abouts = new Map<string, { readonly kind: string; readonly byCode: ByCode }>();

/** Lets project updates be filtered by what they are about; a later module adds its own. */
export function filteredByAbout(field: string, kind: string, byCode: ByCode): void {
  abouts.set(field, { kind, byCode });
}

filteredByAbout('enterprises', 'enterprise', enterpriseByCode);

/** A district that lies out of its viewer's sight, and always will while his access is what it is. */
class OutOfScope extends DomainError {
  readonly code = 'OUT_OF_SCOPE';
}

const LONGEST_LIST = 200;
const REPORTING_UNITS = ['DISTRICT', 'COUNTY', 'FUNCTIONAL_ZONE'];

/**
 * What a filter asks for, within what its viewer sees.
 *
 * @throws UnknownCode, OutOfScope, BadInput
 */
export async function interestIn(
  filter: ProjectUpdateFilter | null | undefined,
  context: RequestContext,
): Promise<Interest> {
  const { sees } = context.viewer;
  const given = (filter ?? {}) as Readonly<Record<string, string[] | null | undefined>>;
  const { districts, projects, stages, kinds } = given;
  const aboutFields = [...abouts].filter(([field]) => given[field] != null);
  const [units, projectIds, ...about] = await Promise.all([
    districts && unitsOf(districts, context),
    projects && idsOf('projects', 'project', projects, context.use(followableProjectByCode)),
    ...aboutFields.map(([field, { kind, byCode }]) =>
      idsOf(field, kind, given[field] ?? [], context.use(byCode)),
    ),
  ]);
  const scope = units ?? (sees === 'ALL' ? undefined : sees);
  const matching: Matching = {
    entityType: 'project',
    ...(projectIds && { entityIds: projectIds }),
    ...(about.length > 0 && { about }),
    ...(scope && { scope }),
    ...(stages && { stages: bounded('stages', stages).toSorted() }),
    // Who loses sight of a project is told, whatever kind of change it was.
    ...(kinds && sees === 'ALL' && { kinds: bounded('kinds', kinds).toSorted() }),
  };
  return {
    key: JSON.stringify([matching, kinds?.toSorted()]),
    matching,
    among: projectIds ?? about[0] ?? scope,
    wants: wanting(matching, kinds && new Set(bounded('kinds', kinds)), sees),
  };
}

/** The same question that the log is asked, of one event that is in memory. */
export function wanting(
  { entityType, entityIds, about = [], scope, stages }: Matching,
  kinds: ReadonlySet<string> | null | undefined,
  sees: Scope,
): (event: LoggedEvent) => boolean {
  const entities = entityIds && new Set(entityIds);
  const abouts = about.map((ids) => new Set(ids));
  const regions = scope && new Set(scope);
  const inStages = stages && new Set(stages);
  return (event) =>
    event.entityType === entityType &&
    (!entities || entities.has(event.entityId)) &&
    (!regions || isAmong(regions, event.scopeBefore) || isAmong(regions, event.scopeAfter)) &&
    (!inStages || isAmong(inStages, event.stages)) &&
    abouts.every((ids) => isAmong(ids, event.about)) &&
    (!kinds || kinds.has(event.kind) || isLeaving(event, sees));
}

function isAmong(wanted: ReadonlySet<string>, values: readonly string[]): boolean {
  return values.some((value) => wanted.has(value));
}

async function unitsOf(codes: readonly string[], context: RequestContext): Promise<string[]> {
  const { sees } = context.viewer;
  const found = context.use(regionByCode);
  const rows = await foundBy('districts', 'district', codes, found);
  for (const [index, row] of rows.entries()) {
    const code = codes[index] ?? '';
    if (!REPORTING_UNITS.includes(row.kind))
      throw new UnknownCode('district', code, at('districts'));
    if (isWithin(sees, [row.key])) continue;
    throw new OutOfScope(
      `District "${code}" is not among those that you may see: leave it out. Without "districts" you follow all that you may see.`,
      at('districts'),
    );
  }
  return keysOf(rows);
}

async function idsOf(
  field: string,
  kind: string,
  codes: readonly string[],
  byCode: { load(code: string): Promise<{ readonly key: string } | null> },
): Promise<string[]> {
  return keysOf(await foundBy(field, kind, codes, byCode));
}

function foundBy<Row>(
  field: string,
  kind: string,
  codes: readonly string[],
  byCode: { load(code: string): Promise<Row | null> },
): Promise<Row[]> {
  return Promise.all(
    bounded(field, codes).map(async (code) => {
      const row = await byCode.load(code);
      if (!row) throw new UnknownCode(kind, code, at(field));
      return row;
    }),
  );
}

/** In order and without repetition: two ways to write a filter are one interest. */
function keysOf(rows: readonly { readonly key: string }[]): string[] {
  return [...new Set(rows.map(({ key }) => key))].sort();
}

function bounded(field: string, values: readonly string[]): readonly string[] {
  if (values.length <= LONGEST_LIST) return values;
  throw new BadInput(
    `"${field}" lists ${values.length}; ${LONGEST_LIST} are allowed. Leave it out, or follow in several subscriptions.`,
    at(field),
    { asked: values.length, allowed: LONGEST_LIST },
  );
}

const at = (field: string): string[] => ['filter', field];
