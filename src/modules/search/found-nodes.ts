import type { RequestContext } from '../../request/context.ts';
import type { Keyed } from '../../request/loaders.ts';
import type { NodeKind } from '../../request/node.ts';
import type { SearchType } from '../../search/searchable.ts';
import { chainNodes } from '../chain/chain.resolver.ts';
import { enterpriseNodes } from '../enterprise/organisation.resolver.ts';
import { projectNodes } from '../project/project.resolver.ts';
import { promotionNodes } from '../promotion/event.resolver.ts';
import { regionNodes } from '../region/region.resolver.ts';
import { subjectNodes } from '../subject/subject.resolver.ts';
import type { FoundRow } from './search.queries.ts';
import type { Match } from './ways.ts';

const PREFIXES: Readonly<Record<SearchType, string>> = {
  REGION: 'reg_',
  PLACE: 'plc_',
  ENTERPRISE: 'ent_',
  INSTITUTION: 'ins_',
  OFFICE: 'off_',
  PROJECT: 'prj_',
  PROJECT_BATCH: 'bat_',
  INDUSTRY_CHAIN: 'chn_',
  CHAIN_NODE: 'nod_',
  PROMOTION_EVENT: 'evt_',
  PROMOTION_TRIP: 'trp_',
  LEAD: 'led_',
  NAMED_SUBJECT: 'sub_',
};

const kinds = new Map<string, NodeKind>(
  [
    ...regionNodes,
    ...enterpriseNodes,
    ...projectNodes,
    ...chainNodes,
    ...promotionNodes,
    ...subjectNodes,
  ].map((kind) => [kind.prefix, kind]),
);

/** What a row of nodes may hold of its names. */
interface NamedRow extends Keyed {
  readonly code?: string;
  readonly creditCode?: string | null;
  readonly nameEn?: string | null;
  readonly titleEn?: string | null;
}

/** The thing that was found, by its own type's loader: one statement a type for a whole page. */
export async function nodeOf(
  { type, ownerId }: FoundRow,
  context: RequestContext,
): Promise<NamedRow | null> {
  const kind = kinds.get(PREFIXES[type]);
  return kind ? context.use(kind.rows).load(ownerId) : null;
}

/** As it is written, what the index holds in small letters only. */
export async function writtenBy(
  by: Match,
  row: FoundRow,
  context: RequestContext,
): Promise<string | null | undefined> {
  const node = await nodeOf(row, context);
  if (by === 'ENGLISH') return node?.nameEn ?? node?.titleEn;
  return by === 'CREDIT_CODE' ? node?.creditCode : node?.code;
}
