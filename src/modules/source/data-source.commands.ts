import { command } from '../../request/command.ts';
import { put } from '../../request/put.ts';
import { DataSource, type dataSourceKinds, type publicationLevels } from './data-source.entity.ts';
import { dated, unknownDate } from './dated.entity.ts';
import { SourceDocument } from './source.entity.ts';

export interface NewDataSource {
  readonly code: string;
  readonly kind: (typeof dataSourceKinds)[number];
  readonly name: string;
  readonly nameEn?: string | null;
  /** The office that answers for it. */
  readonly office: string;
  /** From 1, hearsay, to 5, the register that others copy from. */
  readonly trust: number;
  readonly licence: string;
  readonly publication: (typeof publicationLevels)[number];
  /** How long from one delivery to the next: ISO 8601, `P1M`. */
  readonly rhythm: string;
}

/**
 * Takes a source of data into the graph, or brings what is said of it up to date. Its ledger (台账) is
 * one document, however often it is delivered: each key is a place in it.
 */
export const registerDataSource = command(async ({ em, record }, input: NewDataSource) => {
  const { code, name, nameEn = null, ...rest } = input;
  const document = await put(
    em,
    SourceDocument,
    { code: `LEDGER-${code.toUpperCase()}` },
    { kind: 'LEDGER', title: name, titleEn: nameEn, published: dated(unknownDate) },
  );
  record('DOCUMENT_REGISTERED', document);
  const source = await put(em, DataSource, { code }, { ...rest, name, nameEn, document });
  record('DATA_SOURCE_REGISTERED', source);
  return source;
});
