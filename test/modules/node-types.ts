import type { Gateway } from '../support/gateway.ts';

interface NodeType {
  /** What its ids begin with. */
  readonly prefix: string;
  /** The table, and which of its rows. */
  readonly rows: string;
}

const enterpriseKinds = `('ENTERPRISE', 'PLATFORM_COMPANY', 'FINANCIAL')`;

/** Every type that `node(id:)` can answer with. */
export const nodeTypes: Readonly<Record<string, NodeType>> = {
  ChainNode: { prefix: 'nod_', rows: 'chain_node' },
  ChainPlace: { prefix: 'cpl_', rows: 'chain_place' },
  DataSource: { prefix: 'dsr_', rows: 'data_source' },
  Discrepancy: { prefix: 'dis_', rows: 'discrepancy' },
  Enterprise: { prefix: 'ent_', rows: `organisation where kind in ${enterpriseKinds}` },
  Evidence: { prefix: 'evd_', rows: 'evidence' },
  Figure: { prefix: 'fig_', rows: 'figure' },
  IndustryChain: { prefix: 'chn_', rows: 'industry_chain' },
  Institution: { prefix: 'ins_', rows: `organisation where kind not in ${enterpriseKinds}` },
  Lead: { prefix: 'led_', rows: 'promotion_lead' },
  Metric: { prefix: 'met_', rows: 'metric' },
  NamedSubject: { prefix: 'sub_', rows: 'named_subject' },
  Observation: { prefix: 'obs_', rows: 'observation' },
  Office: { prefix: 'off_', rows: 'office' },
  Place: { prefix: 'plc_', rows: 'place' },
  Project: { prefix: 'prj_', rows: 'project' },
  ProjectBatch: { prefix: 'bat_', rows: 'project_batch' },
  PromotionEvent: { prefix: 'evt_', rows: 'promotion_event' },
  PromotionTrip: { prefix: 'trp_', rows: 'promotion_trip' },
  Region: { prefix: 'reg_', rows: 'region' },
  SourceDocument: { prefix: 'doc_', rows: 'source_document' },
  Statement: { prefix: 'sta_', rows: 'statement' },
  Supply: { prefix: 'spl_', rows: 'chain_supply' },
};

/** The ids of a type's rows (`among` those of them that this holds for), in no order that means anything. */
export async function idsOf(
  gateway: Gateway,
  type: string,
  limit = 1_000_000,
  among = 'true',
): Promise<string[]> {
  const { prefix, rows } = nodeTypes[type]!;
  const { rows: found } = await gateway.database.pool.query<{ id: string }>(
    `select $1 || id as id from (select * from ${rows}) item where ${among} order by md5(id::text) limit $2`,
    [prefix, limit],
  );
  return found.map(({ id }) => id);
}
