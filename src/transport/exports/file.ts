import type { Export } from '../../graph/export/exporting.ts';
import type { ExportPlan } from '../../graph/export/plan.ts';
import type { ExportFormat } from '../../graph/export/request.ts';
import { XLSX_TYPE } from '../../kit/table/workbook.ts';
import { attachment } from '../attachment.ts';

const TYPES: Readonly<Record<ExportFormat, string>> = {
  CSV: 'text/csv; charset=utf-8',
  XLSX: XLSX_TYPE,
  JSONL: 'application/x-ndjson; charset=utf-8',
};

/** The headers of an export's file, which also tell what it is a copy of. */
export function headersOf(plan: ExportPlan, { cursor, takenAt }: Export): Record<string, string> {
  const { request, operationName, key } = plan;
  const name = `${request.fileName ?? operationName ?? key}.${request.format.toLowerCase()}`;
  return {
    'content-type': TYPES[request.format],
    'content-disposition': attachment(name),
    'cache-control': 'no-store',
    'quanmai-cursor': cursor,
    'quanmai-snapshot-at': takenAt,
  };
}
