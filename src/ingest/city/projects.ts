import { dateColumns, sourceDate, UNKNOWN_DATE } from './calendar.ts';
import type { City, CityTable, Row } from './city.ts';
import { firmWord, marked } from './names.ts';
import { anyEnterprise, enterpriseId } from './organisations.ts';
import { anyHistory, type ProjectHistory, STAGES } from './project-history.ts';
import type { Dice } from './random.ts';
import { anySite, regionNamed, type Site, siteColumns } from './regions.ts';
import { evidenceOf } from './sources.ts';

/** Every so many projects one goes on in a second phase (二期): the next. */
const PHASED = 20;

const LINES = [
  {
    weight: 24,
    domain: 'ADVANCED_MANUFACTURING',
    class: 'INDUSTRIAL',
    zh: '智能制造基地',
    en: 'Smart Manufacturing Base',
  },
  {
    weight: 14,
    domain: 'NEW_ENERGY',
    class: 'INDUSTRIAL',
    zh: '动力电池材料',
    en: 'Traction Battery Materials',
  },
  {
    weight: 12,
    domain: 'DIGITAL_ECONOMY',
    class: 'INDUSTRIAL',
    zh: '算力中心',
    en: 'Computing Centre',
  },
  {
    weight: 10,
    domain: 'BIOMEDICINE',
    class: 'INDUSTRIAL',
    zh: '生物医药产业园',
    en: 'Biomedicine Park',
  },
  {
    weight: 10,
    domain: 'MODERN_SERVICES',
    class: 'INDUSTRIAL',
    zh: '供应链物流枢纽',
    en: 'Supply Chain Logistics Hub',
  },
  {
    weight: 8,
    domain: 'TRANSPORT',
    class: 'INFRASTRUCTURE',
    zh: '道路提升工程',
    en: 'Road Upgrade',
  },
  { weight: 7, domain: 'ECOLOGY', class: 'INFRASTRUCTURE', zh: '河道治理工程', en: 'River Works' },
  {
    weight: 5,
    domain: 'CULTURE_TOURISM',
    class: 'LIVELIHOOD',
    zh: '文旅综合体',
    en: 'Culture and Tourism Complex',
  },
  {
    weight: 6,
    domain: 'LIVELIHOOD',
    class: 'LIVELIHOOD',
    zh: '教育医疗配套',
    en: 'Schools and Clinics',
  },
  {
    weight: 4,
    domain: 'RURAL',
    class: 'LIVELIHOOD',
    zh: '现代农业园',
    en: 'Modern Agriculture Park',
  },
  { weight: 3, domain: null, class: null, zh: '综合开发', en: 'Mixed Development' },
] as const;

const LEVELS = [
  { weight: 8, name: 'PROVINCIAL' },
  { weight: 32, name: 'MUNICIPAL' },
  { weight: 55, name: 'DISTRICT' },
  { weight: 5, name: null },
] as const;

const QUALIFIERS = [
  { weight: 70, name: 'EXACT' },
  { weight: 10, name: 'APPROX' },
  { weight: 10, name: 'GT' },
  { weight: 6, name: 'GTE' },
  { weight: 2, name: 'LTE' },
  { weight: 2, name: 'ORDER_OF_MAGNITUDE' },
] as const;

/** Where a project is; for three of a hundred nobody knows. A second phase is where the first is. */
export const projectSite = (city: City, number: number): Site =>
  anySite(city.dice('project', firstPhase(number)), 0.03);

/** Total investment (总投资) in hundredths of 亿元; unknown for one in twenty. Spread by its logarithm. */
export function projectInvestment(city: City, number: number): number | null {
  const dice = city.dice('project', number, 1);
  if (dice.chance(0.05)) return null;
  const spread = dice.fraction() + dice.fraction() + dice.fraction() - 1.5;
  return Math.max(5, Math.round(300 * Math.exp(spread * 3.6)));
}

export const projectHistory = (city: City, number: number): ProjectHistory =>
  anyHistory(
    city,
    city.dice('project_stage_record', number),
    projectSite(city, number).unit,
    phaseOf(city, number).phase,
  );

/** The enterprise that owns a project, by number; that of a second phase also owns the first. */
const projectOwner = (city: City, number: number) =>
  anyEnterprise(city, city.dice('project_participant', firstPhase(number)).fraction());

export const projectId = (city: City, number: number) => city.id('project', number);

const firstPhase = (number: number) => (number % PHASED === PHASED - 1 ? number - 1 : number);

export const yi = (hundredths: number) => (hundredths / 100).toFixed(2);

function phaseOf(city: City, number: number): { phase: number | null; zh: string; en: string } {
  if (firstPhase(number) !== number) return { phase: 2, zh: '（二期）', en: ', phase 2' };
  return number % PHASED === PHASED - 2 && number + 1 < city.projects
    ? { phase: 1, zh: '（一期）', en: ', phase 1' }
    : { phase: null, zh: '', en: '' };
}

function projectName(city: City, number: number, line: (typeof LINES)[number]) {
  const { site } = projectSite(city, number);
  const place = site === null ? { zh: '济南', en: 'Jinan' } : regionNamed(site);
  const [word, wordEn] = firmWord(city.dice('project', firstPhase(number), 2));
  const { phase, zh, en } = phaseOf(city, number);
  return {
    phase,
    word,
    ...marked(`${place.zh}${word}${line.zh}项目${zh}`, `${place.en} ${wordEn} ${line.en}${en}`),
  };
}

const projectLine = (city: City, number: number) =>
  city.dice('project', firstPhase(number), 3).weighted(LINES);

function investmentColumns(dice: Dice, total: number | null) {
  const qualifier = dice.weighted(QUALIFIERS).name;
  const share = dice.int(5, 60);
  const hasPlan = dice.chance(0.6);
  return {
    total_investment: total === null ? null : yi(total),
    total_investment_qualifier: total === null ? null : qualifier,
    annual_plan:
      total === null || !hasPlan ? null : yi(Math.max(1, Math.round((total * share) / 100))),
  };
}

function projectRow(city: City, number: number): Row {
  const dice = city.dice('project', number, 4);
  const line = projectLine(city, number);
  const { phase, name, name_en } = projectName(city, number, line);
  const { days } = projectHistory(city, number);
  const started = days[STAGES.indexOf('CONSTRUCTION')];
  return {
    ...{
      id: projectId(city, number),
      version: 1,
      code: `syn-p-${String(number).padStart(7, '0')}`,
      name,
      name_en,
    },
    ...siteColumns(city, projectSite(city, number)),
    ...{ domain: line.domain, class: line.class, level: dice.weighted(LEVELS).name },
    stage: STAGES[days.length - 1] ?? null,
    phase,
    predecessor_id: phase === 2 ? projectId(city, number - 1) : null,
    procurement: line.class === 'INFRASTRUCTURE' && dice.chance(0.1) ? 'PPP' : null,
    ...investmentColumns(dice, projectInvestment(city, number)),
    ...dateColumns('started', started === undefined ? UNKNOWN_DATE : sourceDate(dice, started)),
    evidence_id: evidenceOf(city, 'project'),
  };
}

function participantRows(city: City, number: number): Row[] {
  const dice = city.dice('project_participant', number, 1);
  const row = (place: number, enterprise: number, role: string): Row => ({
    id: city.id('project_participant', number * 4 + place),
    project_id: projectId(city, number),
    organisation_id: enterpriseId(city, enterprise),
    role,
    evidence_id: evidenceOf(city, 'project_participant'),
  });
  // One project in fifty has no owner that a source names.
  const owner = dice.chance(0.98) ? [row(0, projectOwner(city, number), 'OWNER')] : [];
  const other = () => anyEnterprise(city, dice.fraction());
  const partner = dice.chance(0.3) ? [row(1, other(), 'PARTNER')] : [];
  const parent = dice.chance(0.1) ? [row(2, other(), 'PARENT')] : [];
  const supplier = dice.chance(0.15) ? [row(3, other(), 'SUPPLIER')] : [];
  return [...owner, ...partner, ...parent, ...supplier];
}

function stageRows(city: City, number: number): Row[] {
  const { days, statuses } = projectHistory(city, number);
  const dice = city.dice('project_stage_record', number, 1);
  return days.map((day, place) => ({
    id: city.id('project_stage_record', number * STAGES.length + place),
    project_id: projectId(city, number),
    status: statuses[place] ?? null,
    stage: STAGES[place] ?? null,
    ...dateColumns('as_of', sourceDate(dice, day)),
    evidence_id: evidenceOf(city, 'project_stage_record', place),
  }));
}

export function projectTables(city: City): CityTable[] {
  const count = city.projects;
  return [
    { name: 'project', count, rowsOf: (number) => [projectRow(city, number)] },
    {
      name: 'project_alias',
      count,
      rowsOf(number) {
        if (!city.dice('project_alias', number).chance(0.05)) return [];
        const line = projectLine(city, number);
        const { word } = projectName(city, number, line);
        return [
          {
            id: city.id('project_alias', number),
            project_id: projectId(city, number),
            name: marked(`${word}${line.zh}`, '').name,
            evidence_id: evidenceOf(city, 'project_alias'),
          },
        ];
      },
    },
    { name: 'project_participant', count, rowsOf: (number) => participantRows(city, number) },
    { name: 'project_stage_record', count, rowsOf: (number) => stageRows(city, number) },
  ];
}
