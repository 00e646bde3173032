import { registerEnumType } from 'type-graphql';

/** Each kind by its own name, as the log has it. */
const kinds: Record<string, string> = {};
const labels: Record<string, { description: string }> = {};

/** A change of a kind that a newer gateway wrote, and this one cannot name. */
const OTHER = 'OTHER';
/** The one kind that no event has: what is told of a project that its follower may no longer see. */
export const OUT_OF_SIGHT = 'OUT_OF_SIGHT';

/** The kinds of change by which projects can be followed, those of later modules too. */
export const ProjectUpdateKind = kinds;

/** What is told of no event by its own name stands behind all that is. */
const last = {
  [OUT_OF_SIGHT]:
    '移出可见范围 · It left what its follower may see; nothing more is told of it, so remove it.',
  [OTHER]: '其他变动 · A change of a kind that this server is too old to name.',
};

/**
 * Adds kinds of events that are recorded on projects; a later module adds its own. A test holds that
 * none is forgotten.
 *
 * @param added one label for each: `'项目登记 · It was taken into the graph.'`
 */
export function projectUpdateKinds(added: Readonly<Record<string, string>>): void {
  for (const [kind, description] of Object.entries({ ...added, ...last })) {
    // What is there already would keep its place.
    Reflect.deleteProperty(kinds, kind);
    kinds[kind] = kind;
    labels[kind] = { description };
  }
}

/** The kind of an event as the graph names it. */
export function shownKind(kind: string): string {
  return kind in kinds ? kind : OTHER;
}

registerEnumType(kinds, {
  name: 'ProjectUpdateKind',
  description: '变动类型 · What happened to a project.',
  valuesConfig: labels,
});

projectUpdateKinds({
  PROJECT_CREATED: '新建项目 · It was created.',
  PROJECT_CORRECTED: '更正项目 · Something of it was corrected.',
  PROJECT_STAGE_MOVED: '项目进入阶段 · It moved to another stage.',
  PROJECT_MOVED: '项目调整属地 · It moved to another place.',
  INVESTMENT_REPORTED: '报送投资 · Its investment of a period was reported.',
  PROJECT_ADDED_TO_BATCH: '项目加入批次 · It was counted to a batch.',
  PROJECT_REMOVED_FROM_BATCH: '项目移出批次 · It is counted to a batch no longer.',
  PROJECT_PARTICIPANT_ADDED: "增加参与方 · An organisation's part in it was noted.",
  PROJECT_PARTICIPANT_REMOVED: "移除参与方 · An organisation's part in it is over.",
  PROJECT_WITHDRAWN: '项目退库 · It was withdrawn, and is gone.',
  PROJECT_RESTORED: '恢复项目 · It was withdrawn, and is back.',
  PREDECESSOR_WITHDRAWN: '前期项目退库 · The phase before it left the library.',
  PREDECESSOR_RESTORED: '前期项目恢复 · The phase before it came back into the library.',
  ENTERPRISES_MERGED: '企业合并 · An organisation that takes part in it was merged into another.',
  ENTERPRISES_SPLIT: '企业拆分 · Such a merge was taken back.',
  PROJECT_REGISTERED: '项目登记 · It was taken in from a source, or brought up to date from one.',
  PROJECT_ALIASED: '项目别名登记 · Another name of it was noted.',
  PROJECT_STATUS_RECORDED: '项目状态登记 · What a source says of its status was noted.',
  IMPORT_UNDONE: '撤销导入 · What an import had written of it was taken back.',
  VALUE_CLAIMED: '来源值登记 · What a source says of one of its values was noted.',
});
