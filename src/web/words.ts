import type { Language } from './language.ts';
import { Preference } from './preference.ts';
import type { Bilingual } from './questions/saved-question.ts';

/** Chinese, unless somebody chose otherwise. */
export const language = new Preference<Language>('quanmai:language', ['zh', 'en']);

/** What the page says; `{…}` is filled in. */
const WORDS = {
  about: { zh: '一座城市的投资项目图谱', en: 'One graph of a city’s investment projects' },
  switchTo: { zh: 'EN', en: '中文' },
  switchHint: { zh: 'Show this page in English', en: '用中文显示' },
  saved: { zh: '常用问题', en: 'Saved questions' },
  savedHint: {
    zh: '点一个问题，它会填入新标签页；改一改，再运行。',
    en: 'Pick a question: it fills a tab. Change it, then run it.',
  },
  find: { zh: '查找问题…', en: 'Find a question…' },
  noneFound: { zh: '没有这样的问题。', en: 'There is no such question.' },
  run: { zh: '直接运行', en: 'Run at once' },
  link: { zh: '复制链接', en: 'Copy link' },
  linkHint: {
    zh: '链接含问题和变量，不含令牌；它们只在浏览器里，不发给服务器。',
    en: 'Holds the question and its variables, not your token, and stays between browsers.',
  },
  linkCopied: { zh: '已复制', en: 'Copied' },
  linkFailed: { zh: '请从地址栏复制', en: 'Copy the address' },
  cost: { zh: '成本', en: 'Cost' },
  costHint: {
    zh: '这个问题大约取多少个值；超过上限服务器会拒绝。改小 first，或少选字段，就会降低。',
    en: 'About how many values it asks for; above the limit it is refused. A smaller first, or fewer fields, lowers it.',
  },
  costDearest: { zh: '最贵的一段：{path}', en: 'Its dearest part: {path}' },
  costTooHigh: { zh: '超过上限', en: 'above the limit' },
  costUnknown: { zh: '问题不完整，成本未知', en: 'The question is not complete: no cost yet' },
  costNoSchema: { zh: '没有读到结构，成本未知', en: 'The schema was not read: no cost yet' },
  answer: { zh: '答案', en: 'The answer' },
  views: { zh: '怎样显示答案', en: 'How the answer is shown' },
  viewBoth: { zh: '表格和 JSON', en: 'Table and JSON' },
  viewTable: { zh: '表格', en: 'Table' },
  viewJson: { zh: 'JSON', en: 'JSON' },
  widen: { zh: '加宽', en: 'Widen' },
  widenHint: {
    zh: '收起编辑器，把地方让给答案；再按一次恢复。左边的图标可再收起面板。',
    en: 'Folds the editors, to give the answer their room; once more brings them back. The icons on the left fold their panel.',
  },
  perRow: { zh: '每行一个', en: 'A row for each' },
  download: { zh: '下载', en: 'Download' },
  xlsxHint: {
    zh: '下载 Excel 文件：文字是文字，数字是数字，日期是日期。',
    en: 'An Excel file: texts are texts, numbers numbers, dates dates.',
  },
  csvHint: {
    zh: '下载 CSV（UTF-8）：给程序用。Excel 会改写长数字，请改下 XLSX。',
    en: 'CSV in UTF-8, for programs. Excel changes long numbers: take XLSX for it.',
  },
  downloadFailed: { zh: '没能做出文件：{fault}', en: 'The file could not be made: {fault}' },
  rows: { zh: '{rows} 行', en: '{rows} rows' },
  rowsOf: { zh: '{rows} 行，共 {total}', en: '{rows} of {total} rows' },
  more: {
    zh: '还有下一页：加大 first，或用 after 接着取。',
    en: 'There is another page: raise first, or go on with after.',
  },
  firstShown: {
    zh: '这里显示前 {rows} 行；下载含全部。',
    en: 'The first {rows} are shown here; a download holds all.',
  },
  nothingYet: {
    zh: '从左边选一个问题，按运行（Ctrl+Enter）。答案的第一个列表会在这里成为表格。',
    en: 'Pick a question on the left and run it (Ctrl+Enter). The answer’s first list becomes a table here.',
  },
  asking: { zh: '正在查询…', en: 'Asking…' },
  noList: {
    zh: '这个答案里没有列表，看 JSON 即可。',
    en: 'This answer holds no list: read it as JSON.',
  },
  noRows: { zh: '没有符合的记录。', en: 'Nothing matches.' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  unknown: { zh: '来源没有说', en: 'The sources do not say' },
  failed: { zh: '服务器没有给出答案', en: 'The server gave no answer' },
  partly: { zh: '答案不完整', en: 'The answer is not whole' },
  unreachable: {
    zh: '连不上服务器。请检查网络，或稍后再试。',
    en: 'The server cannot be reached. Check the network, or try again shortly.',
  },
  busy: {
    zh: '服务器正忙或正在重启，请稍后再试。',
    en: 'The server is busy, or starting again. Try again shortly.',
  },
  signedOut: {
    zh: '服务器要求令牌。在下方“请求头”里写 {"Authorization": "Bearer 你的令牌"}，再运行。令牌不会被保存。',
    en: 'The server asks for a token. Write {"Authorization": "Bearer your-token"} under Headers below, then run again. It is not kept.',
  },
  notJson: {
    zh: '收到的不是 JSON（状态 {status}）：中间可能有代理。',
    en: 'What came is not JSON (status {status}): there may be a proxy between.',
  },
  noIntrospection: {
    zh: '这台服务器不公开结构（INTROSPECTION=off），所以没有补全、文档和事先的成本。',
    en: 'This server does not show its schema (INTROSPECTION=off): no completion, no docs, no cost beforehand.',
  },
  noSchema: {
    zh: '没有读到结构，所以没有补全、文档和事先的成本。',
    en: 'The schema could not be read: no completion, no docs, no cost beforehand.',
  },
  again: { zh: '再读一次', en: 'Read it again' },
} as const satisfies Record<string, Bilingual>;

export type Word = keyof typeof WORDS;

/** Says a thing in the language that was chosen. A hook. */
export function useWords(): (
  word: Word,
  filled?: Readonly<Record<string, string | number>>,
) => string {
  const current = language.use();
  return (word, filled = {}) =>
    WORDS[word][current].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = filled[name];
      return value === undefined
        ? whole
        : typeof value === 'number'
          ? value.toLocaleString()
          : value;
    });
}
