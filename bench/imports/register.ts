import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { creditCode } from '../../src/ingest/city/credit-code.ts';
import { Dice } from '../../src/ingest/city/random.ts';
import type { Run } from '../harness/run.ts';

/** The register that a department delivers, and the directory of its mapping. */
export interface Register {
  readonly path: string;
  readonly mappings: string;
  readonly rows: number;
}

export const SOURCE = 'bench-register';

const MAPPING = `
source:
  code: ${SOURCE}
  name: 企业登记（基准测试）
  nameEn: Register of enterprises (benchmark)
  kind: DEPARTMENT
  office: 登记处
  trust: 4
  licence: 仅供测试
  publication: INTERNAL
  rhythm: P1M

tables:
  - target: enterprises
    isComplete: true
    columns:
      credit_code: { header: 统一社会信用代码, as: creditCode }
      name: { header: 企业名称 }
      district: { header: 注册地区县, as: region }
`;

/** Of the firms' own words, three of them in each. */
const CHARACTERS = Array.from(
  '安邦宝保北博才昌长超辰诚创春达大丹德鼎东恩帆飞丰福刚高冠光广国海汉航豪浩和恒宏鸿华辉汇惠佳嘉建江金锦京晶景巨聚君凯康科坤乐力立利联林领隆鲁明铭南宁诺鹏平普奇启千强钦青清庆荣瑞润三森山尚申升盛胜世舒舜顺硕思泰腾天通同万旺威维伟文沃翔祥新鑫信兴星雄旭轩雅亚研扬洋业益逸翼银英永优友宇玉元远源悦跃云运泽展兆振正志智中众卓',
);
/** None that the city's enterprises have: who has no credit code there may be nobody here. */
const TRADES = [
  '商贸',
  '传媒',
  '餐饮',
  '房地产',
  '咨询',
  '装饰',
  '广告',
  '旅游',
  '纺织',
  '农业',
] as const;
/** By their codes: in a synthetic city every name says that it is one. */
const DISTRICTS = ['370102', '370103', '370104', '370105', '370112', '370113', '370114'] as const;
/** Behind all that the city itself has given out. */
const FIRST = 100_000_000;

/** Writes a register of enterprises, none of which the city knows. */
export async function writeRegister(run: Run, rows: number): Promise<Register> {
  const mappings = `${run.home}/mappings`;
  const path = `${run.home}/register.csv`;
  await mkdir(mappings, { recursive: true });
  await writeFile(`${mappings}/${SOURCE}.yaml`, MAPPING);
  await pipeline(Readable.from(linesOf(rows)), createWriteStream(path));
  return { path, mappings, rows };
}

function* linesOf(rows: number): Generator<string> {
  yield '统一社会信用代码,企业名称,注册地区县\n';
  for (let number = 0; number < rows; number += 1) {
    const dice = new Dice(number);
    const own = ownWord(number);
    const name = `济南${own}${dice.pick(TRADES)}有限公司`;
    yield `${creditCode('91', '370100', FIRST + number)},${name},${dice.pick(DISTRICTS)}\n`;
  }
}

/** Another one for each number. */
function ownWord(number: number): string {
  const size = CHARACTERS.length;
  let rest = (number * STEP) % size ** 3;
  let word = '';
  for (let place = 0; place < 3; place += 1) {
    word += CHARACTERS[rest % size] ?? '';
    rest = Math.floor(rest / size);
  }
  return word;
}

/** A prime, so that no word comes twice. */
const STEP = 1_299_709;
