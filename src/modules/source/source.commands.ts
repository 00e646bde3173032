import { UnknownCode } from '../../kit/errors.ts';
import { command } from '../../request/command.ts';
import { formerOwner, named, put } from '../../request/put.ts';
import { dated, type DatedInput } from './dated.entity.ts';
import {
  type documentKinds,
  Evidence,
  type evidenceRoles,
  Observation,
  type observationKinds,
  type qualifiers,
  SourceDocument,
  type subjectTypes,
  type units,
} from './source.entity.ts';

export interface NewDocument {
  readonly code: string;
  readonly kind: (typeof documentKinds)[number];
  readonly title: string;
  readonly titleEn?: string | null;
  readonly fileName?: string | null;
  readonly sha256?: string | null;
  readonly script?: 'HANS' | 'HANT' | null;
  readonly published: DatedInput;
  readonly bodyFrom?: number | null;
  readonly bodyTo?: number | null;
}

/** Takes a document (文件) into the graph, so that evidence can point into it. */
export const registerDocument = command(async ({ em, record }, input: NewDocument) => {
  const { code, published, ...rest } = input;
  const document = await put(
    em,
    SourceDocument,
    { code },
    { ...rest, published: dated(published) },
  );
  record('DOCUMENT_REGISTERED', document);
  return document;
});

export interface NewEvidence {
  readonly code: string;
  readonly document: string;
  readonly role: (typeof evidenceRoles)[number];
  readonly paragraph?: number | null;
  readonly line?: number | null;
  readonly anchor?: string | null;
}

/** Notes a place in a document (出处) that rows can name as their evidence. */
export const noteEvidence = command(async ({ em, record }, input: NewEvidence) => {
  const { code, document: documentCode, ...rest } = input;
  const document = await named(em, SourceDocument, documentCode, 'document');
  const former = await formerOwner(em, Evidence, { code }, 'document', document);
  const evidence = await put(em, Evidence, { code }, { document, ...rest });
  record('EVIDENCE_NOTED', document);
  if (former) record('EVIDENCE_MOVED', former);
  return evidence;
});

export interface NewObservation {
  readonly code: string;
  readonly subjectType: (typeof subjectTypes)[number];
  /** The subject's code. */
  readonly subject: string;
  readonly metric: string;
  /** A decimal in `unit`; `CNY_100M` is 亿元. */
  readonly value: string;
  readonly unit: (typeof units)[number];
  readonly qualifier: (typeof qualifiers)[number];
  readonly kind: (typeof observationKinds)[number];
  readonly periodFrom?: string | null;
  readonly periodTo?: string | null;
  readonly periodLabel?: string | null;
  readonly asOf: DatedInput;
  readonly evidence: string;
}

/**
 * Notes a number that a source reports of a subject. The subject's table is read by its name: it
 * belongs to a later module, of which this one knows nothing but that it has codes.
 */
export const reportObservation = command(async ({ em, record }, input: NewObservation) => {
  const { code, subjectType, subject, asOf, evidence, ...rest } = input;
  // What this very transaction made is not in its table yet.
  await em.flush();
  const [row] = await em
    .getConnection()
    .execute<{ id: string }[]>(
      `select id from ${subjectType} where code = ?`,
      [subject],
      'all',
      em.getTransactionContext(),
    );
  if (!row) throw new UnknownCode(subjectType.replaceAll('_', ' '), subject, ['subject']);
  const observation = await put(
    em,
    Observation,
    { code },
    {
      ...rest,
      subjectType,
      subjectId: row.id,
      asOf: dated(asOf),
      evidence: await named(em, Evidence, evidence, 'evidence'),
    },
  );
  record('FIGURE_REPORTED', observation);
  return observation;
});
