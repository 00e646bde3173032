import { CITY_TABLES, type City, type CityTable, type TableName } from './city.ts';
import { marked } from './names.ts';

/** The one document of a synthetic city, of which every row of evidence is a part. */
export const DOCUMENT_CODE = 'SYNTHETIC-CITY';

/** A project's history has one record a piece of evidence, so each of its places needs its own. */
const EVIDENCE_PER_TABLE = 8;

/** The evidence of a table's rows; of a history, that of the record's place in it. */
export const evidenceOf = (city: City, table: TableName, place = 0) =>
  city.sharedId('evidence', CITY_TABLES.indexOf(table) * EVIDENCE_PER_TABLE + place);

/** How many records the history of a project can have. */
const HISTORY_PLACES = 5;

const placesOf = (table: TableName) => (table === 'project_stage_record' ? HISTORY_PLACES : 1);

export const sourceTables = (city: City): CityTable[] => [
  {
    name: 'source_document',
    count: 1,
    rowsOf(number) {
      const { projects, enterprises, seed } = city;
      const { name: title, name_en: title_en } = marked(
        `合成城市：项目${projects}个，企业${enterprises}家，种子${seed}`,
        `Synthetic city of ${projects} projects and ${enterprises} enterprises, seed ${seed}`,
      );
      const id = city.id('source_document', number);
      return [
        { id, version: 1, code: DOCUMENT_CODE, kind: 'SYNTHETIC', title, title_en, script: 'HANS' },
      ];
    },
  },
  {
    name: 'evidence',
    count: CITY_TABLES.length,
    rowsOf(number) {
      const table = CITY_TABLES[number] ?? 'evidence';
      return Array.from({ length: placesOf(table) }, (_, place) => ({
        id: evidenceOf(city, table, place),
        document_id: city.id('source_document', 0),
        code: [
          DOCUMENT_CODE,
          table.toUpperCase().replaceAll('_', '-'),
          ...(place > 0 ? [place + 1] : []),
        ].join('-'),
        anchor: '合成',
      }));
    },
  },
];
