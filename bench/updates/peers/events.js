/** What the peers publish: the same updates, field by field and byte by byte, that Quanmai sends. */

export const DISTRICTS = 15;

export function eventAt(number) {
  return {
    cursor: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    kind: 'PROJECT_CORRECTED',
    version: 7,
    project: { code: `CS-${number}`, name: '某某装备产业园项目一期工程〔合成〕' },
    changes: [{ field: 'annualPlan', before: String(number - DISTRICTS), after: String(number) }],
  };
}

export const districtOf = (number) => String(number % DISTRICTS);
