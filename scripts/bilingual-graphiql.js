/**
 * GraphiQL speaks English only, and takes no words from outside: its labels are put in both languages
 * while it is bundled. A label that a new version no longer has fails the build, and is to be looked at.
 */
import { readFile } from 'node:fs/promises';

const PACKAGES =
  /[\\/]node_modules[\\/](graphiql|@graphiql[\\/](react|plugin-[a-z-]+))[\\/]dist[\\/].*\.js$/;

/** What stands between quotes in its code, and the Chinese that goes before it. */
const LABELS = {
  'New tab': '新标签页',
  'Close Tab': '关闭标签页',
  Variables: '变量',
  Headers: '请求头',
  'Request headers': '请求头',
  'Operation Editor': '问题',
  'Editor Commands': '编辑命令',
  'Select active operation': '选择标签页',
  'Result Window': '答案',
  'Open short keys dialog': '快捷键',
  'Open settings dialog': '设置',
  Settings: '设置',
  Theme: '外观',
  'Adjust how the interface appears.': '选择页面的明暗。',
  System: '跟随系统',
  Light: '浅色',
  Dark: '深色',
  'Clear storage': '清空本地记录',
  'Remove all locally stored data and start fresh.': '删去这个浏览器里的标签页和历史。',
  'Clear data': '清空',
  'Cleared data': '已清空',
  'Short Keys': '快捷键',
  'Short Key': '按键',
  Function: '作用',
  'Close dialog': '关闭',
  'Execute query': '运行',
  'Prettify editors': '整理格式',
  'Copy query': '复制问题',
  'Re-fetch schema using introspection': '重新读取结构',
  'Search in documentation': '在文档中查找',
  'Search in editor': '在编辑器中查找',
  'Merge fragments definitions into operation definition': '把片段并入问题',
  History: '历史',
  Clear: '清空',
  Cleared: '已清空',
  'Edit label': '改名',
  'Delete from history': '删去',
  'Set active': '填入',
  'Type a label': '起个名字',
  Save: '保存',
  Docs: '文档',
  'Documentation Explorer': '文档',
  'No results found': '没有找到',
  'Other results': '其他结果',
  'Error fetching schema': '没有读到结构',
  'No GraphQL schema available': '没有结构',
  'Root Types': '入口',
  Fields: '字段',
  Arguments: '参数',
  Implements: '实现',
  Directives: '指令',
  Type: '类型',
  'Enum Values': '枚举值',
  'Possible Types': '可能的类型',
  Implementations: '实现者',
  'All Schema Types': '全部类型',
  'Deprecated Fields': '弃用的字段',
  'Deprecated Arguments': '弃用的参数',
  'Deprecated Enum Values': '弃用的枚举值',
  'Show Deprecated Fields': '显示弃用的字段',
  'Show Deprecated Arguments': '显示弃用的参数',
  'Show Deprecated Values': '显示弃用的值',
  'A GraphQL schema provides a root type for each kind of operation.': '提问从这里开始。',
};

/** The rest of its code that labels are made of. */
const FRAGMENTS = {
  '"Show" : "Hide"} editor tools': '"显示 Show" : "隐藏 Hide"} 变量和请求头 editor tools',
  '`${isVisible_0 ? "Hide" : "Show"} ${plugin_0.title}`': 'plugin_0.title',
  'aria-label="Show Documentation Explorer"': 'aria-label="文档 Documentation Explorer"',
  '`Re-fetch GraphQL schema (': '`重新读取结构 Re-fetch schema (',
  '`Prettify query (': '`整理格式 Prettify (',
  '`Merge fragments into query (': '`并入片段 Merge fragments (',
  '`Copy query (': '`复制问题 Copy query (',
  '"Stop" : "Execute"} query (': '"停止 Stop" : "运行 Run"} (',
  // A section's icon is found by its English title.
  'TYPE_TO_ICON[title]': 'TYPE_TO_ICON[title.replace(/^[^!-~]+ /, "")]',
};

const SECTION_ICONS = /[\\/]components[\\/]section\.js$/;

export function bilingual() {
  const replacements = new Map([
    ...Object.entries(LABELS).map(([en, zh]) => [`"${en}"`, `"${zh} ${en}"`]),
    ...Object.entries(FRAGMENTS),
  ]);
  const missing = new Set(replacements.keys());
  return {
    plugin: {
      name: 'bilingual-graphiql',
      setup({ onLoad }) {
        onLoad({ filter: PACKAGES }, async ({ path }) => {
          let contents = await readFile(path, 'utf8');
          for (const [from, to] of replacements) {
            if (!contents.includes(from)) continue;
            if (SECTION_ICONS.test(path) && from in FRAGMENTS === false) continue;
            missing.delete(from);
            contents = contents.replaceAll(from, to);
          }
          return { contents, loader: 'js' };
        });
      },
    },
    check() {
      if (missing.size === 0) return;
      const gone = [...missing].join(', ');
      throw new Error(`GraphiQL's code no longer has ${gone}: mend scripts/bilingual-graphiql.js.`);
    },
  };
}
