import { createHash, type Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import { UnknownCode } from '../../kit/errors.ts';
import { isUuid } from '../../kit/uuid.ts';
import { inParts } from './parts.ts';
import { UploadEmpty, UploadTooLarge } from './upload.errors.ts';

/** A file that was sent in, whole. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
  readonly actor: string;
}

export interface NewUpload {
  readonly name: string;
  readonly actor: string;
  readonly maxBytes: number;
}

/**
 * Keeps what comes in the database, part by part: no more than one is in memory, and no transaction
 * waits for the sender. Nothing of it is left when it breaks off.
 *
 * @throws UploadTooLarge, UploadEmpty, and what the chunks throw.
 */
export async function takeUpload(
  db: Kysely<unknown>,
  { name, actor, maxBytes }: NewUpload,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Upload> {
  const id = v7();
  const hash = createHash('sha256');
  await sql`insert into upload (id, name, actor) values (${id}, ${name}, ${actor})`.execute(db);
  try {
    let bytes = 0;
    let part = 0;
    for await (const block of inParts(bounded(chunks, maxBytes))) {
      hash.update(block);
      bytes += block.length;
      await sql`
        insert into upload_part (upload_id, part, bytes) values (${id}, ${part}, ${block})`.execute(
        db,
      );
      part += 1;
    }
    if (bytes === 0) throw new UploadEmpty(name);
    return await completed(db, { id, name, actor, bytes }, hash);
  } catch (error) {
    // What cannot be removed now, the database being away, housekeeping removes.
    await sql`delete from upload where id = ${id}`.execute(db).catch(() => {});
    throw error;
  }
}

async function completed(
  db: Kysely<unknown>,
  upload: Omit<Upload, 'sha256'>,
  hash: Hash,
): Promise<Upload> {
  const sha256 = hash.digest('hex');
  await sql`
    update upload set bytes = ${upload.bytes}, sha256 = decode(${sha256}, 'hex'), complete = true
     where id = ${upload.id}`.execute(db);
  return { ...upload, sha256 };
}

async function* bounded(chunks: AsyncIterable<Uint8Array>, maxBytes: number) {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new UploadTooLarge(maxBytes);
    yield chunk;
  }
}

/** @throws UnknownCode when there is none, or it has not come whole. */
export async function uploadOf(db: Kysely<unknown>, id: string): Promise<Upload> {
  if (!isUuid(id)) throw new UnknownCode('upload', id, ['upload']);
  const { rows } = await sql<Upload>`
    select id, name, bytes::float8 as bytes, encode(sha256, 'hex') as sha256, actor
      from upload where id = ${id} and complete`.execute(db);
  const [upload] = rows;
  if (!upload) throw new UnknownCode('upload', id, ['upload']);
  return upload;
}

/**
 * Writes an upload to a file, which must not be there yet. One statement a part.
 *
 * @throws UnknownCode when there is none, or it has not come whole.
 */
export async function writeUpload(db: Kysely<unknown>, id: string, path: string): Promise<Upload> {
  const upload = await uploadOf(db, id);
  const file = await open(path, 'wx');
  try {
    const hash = createHash('sha256');
    for (let part = 0, bytes = 0; bytes < upload.bytes; part += 1) {
      const block = await partOf(db, id, part);
      if (!block) throw new UnknownCode('upload', id, ['upload']);
      hash.update(block);
      await file.write(block);
      bytes += block.length;
    }
    if (hash.digest('hex') !== upload.sha256) {
      throw new Error(`The upload ${id} is not what was sent: its SHA-256 is another.`);
    }
    return upload;
  } finally {
    await file.close();
  }
}

async function partOf(db: Kysely<unknown>, id: string, part: number): Promise<Buffer | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select bytes from upload_part where upload_id = ${id} and part = ${part}`.execute(db);
  return rows[0]?.bytes;
}
