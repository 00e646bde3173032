import { globSync, readFileSync } from 'node:fs';
import { MikroORM, ReferenceKind } from '@mikro-orm/postgresql';
import { describe, expect, it } from '@jest/globals';
import { type GraphQLEnumType } from 'graphql';
import { assembleSchema } from '../../src/graph/schema.ts';
import { entities } from '../../src/modules/entities.ts';
import { isNamed } from '../../src/modules/project/project-update.changes.ts';

describe('what the log says of projects', () => {
  const schema = assembleSchema();

  it('is of kinds that the graph knows, whichever module records them', () => {
    const code = globSync('src/modules/**/*.ts').map((file) => readFileSync(file, 'utf8'));
    const recorded = code.flatMap((text) => [
      ...text.matchAll(/record(?:Consequence)?\(\s*'([A-Z_]+)',\s*(\w+)/g),
    ]);
    // LEAD_CORRECTED is recorded of each project that a lead was and is about, as `one`.
    const ofProjects = recorded.filter(([, , root]) =>
      /project|^former$|^one$|^next|^phase/i.test(root!),
    );
    const kinds = (schema.getType('ProjectUpdateKind') as GraphQLEnumType).getValues();
    const known = kinds.map(({ name }) => name);
    const others = [
      'BATCH_NO_LONGER_COUNTED',
      'EVENT_BATCH_DETACHED',
      'EVIDENCE_MOVED',
      'LEAD_MOVED',
    ];
    const missing = ofProjects.map(([, kind]) => kind!).filter((kind) => !known.includes(kind));
    expect(missing.filter((kind) => !others.includes(kind))).toEqual([]);
    expect(ofProjects.length).toBeGreaterThan(15);
  });

  it('leads to rows that updates can name, in every property of a row that belongs to a project', async () => {
    const orm = await MikroORM.init({
      ...{ entities: [...entities], dbName: 'none', connect: false },
    } as never);
    const all = [...orm.getMetadata().getAll().values()] as any[];
    const toOnes = (meta: any) =>
      meta.props.filter(
        ({ kind }: any) => kind === ReferenceKind.MANY_TO_ONE || kind === ReferenceKind.ONE_TO_ONE,
      );
    const concerning = all.filter(
      (meta) =>
        meta.className === 'Project' ||
        toOnes(meta).some(({ type }: { type: string }) => type === 'Project'),
    );
    expect(concerning.length).toBeGreaterThan(5);
    const unnamed = concerning.flatMap((meta) =>
      toOnes(meta)
        .map(({ name }: { name: string }) => name)
        .filter((name: string) => !isNamed(name))
        .map((name: string) => `${meta.className}.${name}`),
    );
    expect(unnamed).toEqual([]);
    await orm.close();
  });
});
