/**
 * Makes the sample files of `seeds/samples`, byte for byte the same each time: what departments send, with
 * the troubles that such files have. All of it is invented; the subject codes of its credit codes begin
 * with XX, which no registrar has issued.
 *
 * With `--check`, compares instead, and fails where a file is not what is made here.
 */
import { Buffer } from 'node:buffer';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodeGb18030, encodeUtf16, withByteOrderMark } from './samples/encodings.js';
import { drcFebruary, drcMarch } from './samples/drc.js';
import {
  approvalPlatform,
  investmentPromotion,
  investmentPromotionNext,
  statistics,
} from './samples/others.js';
import { iit } from './samples/iit.js';
import { workbook } from './samples/workbook.js';

const DIRECTORY = 'seeds/samples';

const samples = {
  'drc-2024-02.xlsx': workbook(drcFebruary),
  'drc-2024-03.csv': encodeGb18030(drcMarch),
  'iit-2024-q1.xlsx': workbook(iit),
  'investment-promotion-2024-03-08.csv': withByteOrderMark(investmentPromotion),
  'investment-promotion-2024-03-15.csv': withByteOrderMark(investmentPromotionNext),
  'statistics-2024-02.txt': encodeUtf16(statistics),
  'approval-platform-2024-03.jsonl': Buffer.from(approvalPlatform),
};

const { values: options } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
});

for (const [name, bytes] of Object.entries(samples)) {
  const path = join(DIRECTORY, name);
  if (!options.check) await writeFile(path, bytes);
  else if (!(await readFile(path)).equals(bytes)) {
    process.exitCode = 1;
    process.stderr.write(`${path} is not what it is made to be: node scripts/make-samples.js\n`);
  }
}
