import { useGraphiQL } from '@graphiql/react';
import { parse } from 'graphql';
import { useMemo } from 'react';
import { costOf } from '../kit/cost.ts';
import { useWords } from './words.ts';

/** What the question at hand would cost, by the server's own rule, before it is run. */
export function CostMeter({ allowed }: { readonly allowed: number | undefined }) {
  const say = useWords();
  const { query, variables, operationName } = useGraphiQL(({ tabs, activeTabIndex }) => {
    const tab = tabs[activeTabIndex];
    return {
      query: tab?.query ?? '',
      variables: tab?.variables ?? '',
      operationName: tab?.operationName,
    };
  });
  const schema = useGraphiQL((state) => state.schema);
  const cost = useMemo(() => {
    if (!schema) return undefined;
    try {
      return costOf(schema, parse(query), operationName, readVariables(variables));
    } catch {
      // Somebody is still writing.
      return undefined;
    }
  }, [schema, query, variables, operationName]);
  const isTooHigh = cost !== undefined && allowed !== undefined && cost.total > allowed;
  const hints = [
    say('costHint'),
    cost && cost.dearest.length > 0 && say('costDearest', { path: cost.dearest.join(' › ') }),
    !cost && say(schema ? 'costUnknown' : 'costNoSchema'),
  ];
  return (
    <div
      className="quanmai-cost"
      data-too-high={isTooHigh}
      title={hints.filter(Boolean).join('\n')}
      role="status"
      aria-label={say('cost')}
    >
      <span>{say('cost')}</span>
      <output data-asked={cost?.total}>{cost ? cost.total.toLocaleString() : '—'}</output>
      {allowed !== undefined && (
        <>
          <span>/ {allowed.toLocaleString()}</span>
          <meter min={0} max={allowed} high={allowed * 0.8} value={cost?.total ?? 0} />
        </>
      )}
      {isTooHigh && <strong>{say('costTooHigh')}</strong>}
    </div>
  );
}

function readVariables(text: string): Record<string, unknown> {
  return text.trim() ? (JSON.parse(text) as Record<string, unknown>) : {};
}
