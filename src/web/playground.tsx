import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { withoutHeaders } from './private-storage.ts';
import { useOpenQuestion } from './questions/open-question.ts';
import { QUESTIONS } from './questions/panel.tsx';
import { SchemaNotice } from './schema-notice.tsx';
import { fetcherFor, type Settings } from './server.ts';
import { fromFragment } from './shared-link.ts';
import { AnswerPane, room, view } from './table/answer-pane.tsx';
import { TopBar } from './top-bar.tsx';

/** The same objects at every drawing: GraphiQL starts anew where one is another. */
const PLUGINS = [QUESTIONS, HISTORY_PLUGIN];
/** How wide panels are until somebody drags them: a table wants more room than a question. */
const WIDTHS = { 'graphiql:docExplorerFlex': '0.3', 'graphiql:editorFlex': '0.6' };
const storage = withoutHeaders(localStorage, WIDTHS);
const current = { tab: '' };
const fetcher = fetcherFor(() => current.tab);

export function Playground({ settings }: { readonly settings: Settings | undefined }) {
  const introspection = settings?.introspection ?? true;
  const [shared] = useState(takeShared);
  const opened = shared ?? (storage.getItem('graphiql:tabState') ? undefined : firstQuestion());
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={PLUGINS}
      visiblePlugin={QUESTIONS}
      storage={storage}
      className={`quanmai-view-${view.use()} quanmai-room-${room.use()}`}
      defaultQuery=""
      defaultEditorToolsVisibility="variables"
      shouldPersistHeaders={false}
      showPersistHeadersSettings={false}
      inputValueDeprecation
      schemaDescription
      {...(!introspection && { schema: null })}
      {...(opened && { initialQuery: opened.query, initialVariables: opened.variables ?? '' })}
    >
      <GraphiQL.Logo> </GraphiQL.Logo>
      <GraphiQL.Footer>
        <AnswerPane />
      </GraphiQL.Footer>
      <Follow operationName={shared?.operationName} />
      <Above>
        <TopBar maxCost={settings?.maxCost} />
        <SchemaNotice introspection={introspection} />
      </Above>
    </GraphiQL>
  );
}

/** What somebody sees who was never here: the question that the graph is for. */
function firstQuestion() {
  return SAVED_QUESTIONS.find(({ name }) => name === 'SuppliersByDistrict');
}

/** The question that the address holds, once: a reload shows what was made of it. */
function takeShared() {
  const shared = fromFragment(location.hash);
  if (shared) history.replaceState(null, '', location.pathname + location.search);
  return shared;
}

/** Above GraphiQL in the page, so that the keyboard comes by it first; inside it for React. */
function Above({ children }: { readonly children: ReactNode }) {
  const above = document.getElementById('above');
  return above && createPortal(children, above);
}

/** Keeps what lies outside of React in step with GraphiQL, and opens links that are put into the address. */
function Follow({ operationName }: { readonly operationName: string | undefined }) {
  const open = useOpenQuestion();
  const actions = useGraphiQLActions();
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'headerEditor', 'responseEditor'),
  );
  const tab = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.id ?? '');
  useEffect(() => {
    current.tab = tab;
  }, [tab]);
  useEffect(() => {
    // Of several operations GraphiQL takes the first.
    if (queryEditor && operationName) actions.setOperationName(operationName);
  }, [queryEditor, operationName, actions]);
  useEffect(() => {
    // Beside a table the pane is narrow: GraphiQL's 15 px and long lines would cut most questions.
    for (const editor of [queryEditor, variableEditor, headerEditor, responseEditor]) {
      editor?.updateOptions({ fontSize: 13, wordWrap: 'on', wrappingIndent: 'indent' });
    }
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
  useEffect(() => {
    const take = () => {
      const shared = takeShared();
      if (shared) open(shared);
    };
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, [open]);
  return null;
}
