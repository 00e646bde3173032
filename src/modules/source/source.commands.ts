import { BadInput } from '../../kit/errors.ts';
import { command } from '../../request/command.ts';
import { formerOwner, named, put } from '../../request/put.ts';
import { dated, type DatedInput } from './dated.entity.ts';
import {
  type documentKinds,
  Evidence,
  type evidenceRoles,
  Metric,
  Observation,
  type qualifiers,
  SourceDocument,
  type units,
} from './source.entity.ts';
import { lookedUp, type Telling } from './telling.ts';

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

export interface NewObservation extends Telling {
  /** The code of a metric of the register. */
  readonly metric: string;
  /** A decimal in `unit`; `CNY_100M` is 亿元. */
  readonly value: string;
  /** The metric's own, said again: a column of percentages under a count is a slip. */
  readonly unit: (typeof units)[number];
  readonly qualifier: (typeof qualifiers)[number];
}

/** Notes a number that a source reports of a subject. */
export const reportObservation = command(async ({ em, record }, input: NewObservation) => {
  const { code, subject: _subject, ...rest } = input;
  const { unit } = await named(em, Metric, input.metric, 'metric');
  if (unit !== input.unit) {
    throw new BadInput(
      `The metric ${input.metric} is told in ${unit}, not in ${input.unit}: convert the value, or name another metric.`,
      ['unit'],
    );
  }
  const observation = await put(
    em,
    Observation,
    { code },
    { ...rest, ...(await lookedUp(em, input)) },
  );
  record('FIGURE_REPORTED', observation);
  return observation;
});
