import { createReadStream } from 'node:fs';

/** Names of streams in a compound file, which spell what wrote it. They stand anywhere in it. */
const STREAMS = [
  [
    'EncryptedPackage',
    'the workbook is protected by a password; open it, remove the password, and save it again.',
  ],
  ['Workbook', 'this is a workbook of Excel 97–2003 (.xls); open it and save it as .xlsx.'],
  ['Book', 'this is a workbook of Excel 5 (.xls); open it and save it as .xlsx.'],
  ['WordDocument', 'this is a document of Word (.doc); a table is expected: save it as .xlsx.'],
] as const;

const UNKNOWN = 'this is an old Office file of an unknown kind; open it and save it as .xlsx.';

/** What is to be done with a file in the container that Office used before it used ZIP. */
export async function compoundProblem(path: string): Promise<string> {
  const met = new Set<string>();
  let end = Buffer.alloc(0);
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([end, piece]);
    for (const [name] of STREAMS) if (bytes.includes(entryName(name))) met.add(name);
    end = bytes.subarray(-128);
  }
  return STREAMS.find(([name]) => met.has(name))?.[1] ?? UNKNOWN;
}

/** In UTF-16 and ended by a NUL, at the beginning of a field that is filled with NULs. */
function entryName(name: string): Buffer {
  return Buffer.from(`${name}\0\0`, 'utf16le');
}
