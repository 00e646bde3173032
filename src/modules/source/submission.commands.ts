import { sql } from 'kysely';
import { v7 } from 'uuid';
import { BadInput } from '../../kit/errors.ts';
import { readNameIfAny } from '../../kit/name-text.ts';
import type { CommandContext } from '../../request/command.ts';
import { named } from '../../request/put.ts';
import { dated } from './dated.entity.ts';
import { Evidence, SourceDocument } from './source.entity.ts';

/** What every mutation may say of itself. */
export interface Submitted {
  readonly idempotencyKey?: string | null;
  /** The code of a document that says what the caller says; else his own word is the source. */
  readonly document?: string | null;
  readonly anchor?: string | null;
}

/** The same of a mutation that changes what is there. */
export interface Resubmitted extends Submitted {
  /** The version that the caller had seen. */
  readonly version: number;
}

/** As long as the column is. */
const LONGEST_ANCHOR = 12;

/**
 * The evidence (出处) of what a caller writes: one row a mutation, in the document that he cites, else
 * in the one of all that he submits (报送), which is made when he first does.
 *
 * The row is put in by SQL, past the unit of work: as a part of its document it would raise that
 * one's version, and everybody who writes with one credential would stand in one queue up to each
 * commit. What it is evidence of tells of it in the log.
 */
export async function submittedEvidence(
  context: CommandContext,
  submitted: Submitted,
): Promise<Evidence> {
  const { em } = context;
  const { document, anchor } = await citeSubmission(context, submitted);
  // A document that this very transaction makes has to be there before its evidence.
  await em.flush();
  const id = v7();
  await sql`
    insert into evidence (id, document_id, code, role, anchor, submitted_at)
    values (${id}, ${document.id}, ${`${document.code}/${id}`}, 'BODY', ${anchor}, now())`.execute(
    em.getKysely(),
  );
  return em.getReference(Evidence, id);
}

/**
 * What a caller cites, without a row of it: enough for what only takes away, and leaves none that
 * could name it. The events tell the document as their source.
 */
export async function citeSubmission(
  context: CommandContext,
  { document: code, anchor }: Submitted,
): Promise<{ readonly document: SourceDocument; readonly anchor: string | null }> {
  if (code == null && anchor != null) {
    throw new BadInput('An anchor stands in a document: name the document, too.', ['anchor']);
  }
  const document = code == null ? await submissionsOf(context) : await citable(context, code);
  context.cite(document.code);
  return { document, anchor: readNameIfAny(anchor, 'anchor', LONGEST_ANCHOR) ?? null };
}

/** Nobody speaks in another's name. */
async function citable({ em }: CommandContext, code: string): Promise<SourceDocument> {
  const document = await named(em, SourceDocument, code, 'document');
  if (document.kind !== 'SUBMISSION') return document;
  throw new BadInput(
    `Document ${code} is what somebody submitted through the graph: leave "document" out, or name what is published.`,
    ['document'],
  );
}

/**
 * The one document of what an actor submits. Its code says nothing of who that is: documents are
 * public, and actors are not.
 */
async function submissionsOf(context: CommandContext): Promise<SourceDocument> {
  const { em, actor, recordConsequence } = context;
  const db = em.getKysely();
  const { rows } = await sql<{ id: string }>`
    select document_id as id from submission_document where actor = ${actor}`.execute(db);
  const [known] = rows;
  if (known) return em.findOneOrFail(SourceDocument, known.id);
  const id = v7();
  const code = `SUBMISSION-${id.slice(-12).toUpperCase()}`;
  const document = em.create(SourceDocument, {
    id,
    code,
    kind: 'SUBMISSION',
    title: `报送 ${code.slice(-6)}`,
    titleEn: `Submissions ${code.slice(-6)}`,
    published: dated({ certainty: 'UNKNOWN' }),
  });
  // What the caller writes is the thing, this its source: so the audit names the thing.
  recordConsequence('DOCUMENT_REGISTERED', document);
  await em.flush();
  // Two firsts at once meet here; the second one's command is run again, and finds the first's.
  await sql`insert into submission_document (actor, document_id) values (${actor}, ${id})`.execute(
    db,
  );
  return document;
}
