import { useGraphiQL } from '@graphiql/react';
import { useEffect, useState } from 'react';
import { CostMeter } from './cost-meter.tsx';
import { toFragment } from './shared-link.ts';
import { language, useWords } from './words.ts';

export function TopBar({ maxCost }: { readonly maxCost: number | undefined }) {
  const say = useWords();
  const current = language.use();
  useEffect(() => {
    // Tells the browser what is written here: fonts and voices follow.
    document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';
  }, [current]);
  return (
    <header className="graphiql-container quanmai-bar">
      <div className="quanmai-brand">
        <strong>泉脉</strong> <b>Quanmai</b> <span>{say('about')}</span>
      </div>
      <CostMeter allowed={maxCost} />
      <CopyLink />
      <button
        type="button"
        title={say('switchHint')}
        aria-label={say('switchHint')}
        onClick={() => language.set(current === 'zh' ? 'en' : 'zh')}
      >
        {say('switchTo')}
      </button>
    </header>
  );
}

const TOLD_MS = 3_000;

function CopyLink() {
  const say = useWords();
  const [state, setState] = useState<'link' | 'linkCopied' | 'linkFailed'>('link');
  const queryEditor = useGraphiQL(({ queryEditor: editor }) => editor);
  const variableEditor = useGraphiQL(({ variableEditor: editor }) => editor);
  const operationName = useGraphiQL((graphiql) => graphiql.operationName);
  useEffect(() => {
    if (state === 'link') return;
    const timer = setTimeout(() => setState('link'), TOLD_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    const url = new URL(location.href);
    url.hash = toFragment({
      query: queryEditor?.getValue() ?? '',
      variables: variableEditor?.getValue() ?? '',
      ...(operationName && { operationName }),
    });
    // Over plain HTTP a browser gives no clipboard: the address bar holds the link all the same.
    history.replaceState(null, '', url);
    try {
      await navigator.clipboard.writeText(url.href);
      setState('linkCopied');
    } catch {
      setState('linkFailed');
    }
  };
  return (
    <button type="button" title={say('linkHint')} aria-live="polite" onClick={() => void copy()}>
      {say(state)}
    </button>
  );
}
