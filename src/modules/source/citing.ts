import { citedSources } from '../../request/cited-sources.ts';
import type { RequestContext } from '../../request/context.ts';
import type { EvidenceRow } from './source.queries.ts';

/** Notes that an answer rests on a document, and hands its evidence on. */
export function cited<Row extends EvidenceRow | null>(evidence: Row, context: RequestContext): Row {
  if (evidence) {
    const { code, title, publishedOn } = evidence.document;
    context.use(citedSources).note({ code, title, publishedOn: publishedOn.latest });
  }
  return evidence;
}
