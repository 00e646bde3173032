import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import type { SharedQuestion } from '../shared-link.ts';

/** Puts a question into a tab of its own, or into the one at hand where that is empty. A hook. */
export function useOpenQuestion(): (question: SharedQuestion) => void {
  const actions = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  return ({ query, variables = '', operationName = '' }) => {
    if (queryEditor?.getValue().trim()) actions.addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
    // GraphiQL reads the name a moment later; a run at once would send that of the tab before.
    actions.setOperationName(operationName);
  };
}
