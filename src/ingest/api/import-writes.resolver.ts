import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { tellAppended } from '../../events/appended.ts';
import type { RequestContext } from '../../request/context.ts';
import { mutate, mutateBy } from '../../request/mutation.ts';
import { undoImport } from '../run/undo.ts';
import { importsOf } from '../work/imports.ts';
import { importRunById } from './import-run.queries.ts';
import { askImport, cancelImport, keyOfRun } from './import-writes.commands.ts';
import {
  CancelImportInput,
  CancelImportPayload,
  StartImportInput,
  StartImportPayload,
  UndoImportInput,
  UndoImportPayload,
} from './import-writes.type.ts';

const shown = { run: importRunById };

interface Started {
  readonly run: { readonly key: string } | null;
}

/** What callers have done with deliveries. */
@Resolver()
export class ImportWritesResolver {
  @Authorized('import:run')
  @Mutation(() => StartImportPayload, {
    description:
      '开始导入 · Has a delivery taken in; it goes on when you leave; follow it by "importProgress", then read "importRun".',
  })
  async startImport(
    @Arg('input', () => StartImportInput, { description: '输入 · Who delivers, and what.' })
    input: StartImportInput,
    @Ctx() context: RequestContext,
  ) {
    const { database, viewer } = context;
    const imports = importsOf(database);
    const ask = askImport({ imports, viewer });
    const payload = await mutate(context, 'startImport', ask, input, shown);
    const { run } = payload as Started;
    if (run) await imports.send(run.key);
    tellAppended(database);
    return payload;
  }

  @Authorized('import:run')
  @Mutation(() => UndoImportPayload, {
    description:
      '撤销导入 · Takes back all that a run wrote, unless somebody has changed any of it since.',
  })
  undoImport(
    @Arg('input', () => UndoImportInput, { description: '输入 · The run.' }) input: UndoImportInput,
    @Ctx() context: RequestContext,
  ) {
    const { database, viewer } = context;
    return mutateBy(context, 'undoImport', input, shown, async (by) => {
      const run = await keyOfRun(database.kysely, input.run, viewer);
      await undoImport(database, run, by);
      return { run };
    });
  }

  @Authorized('import:run')
  @Mutation(() => CancelImportPayload, {
    description:
      '取消导入 · Gives up a run that waits, or is at work: all or nothing, it leaves nothing; row by row, undo takes back what it had written.',
  })
  async cancelImport(
    @Arg('input', () => CancelImportInput, { description: '输入 · The run.' })
    input: CancelImportInput,
    @Ctx() context: RequestContext,
  ) {
    const { database, viewer } = context;
    const payload = await mutate(context, 'cancelImport', cancelImport(viewer), input, shown);
    tellAppended(database);
    return payload;
  }
}
