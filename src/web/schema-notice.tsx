import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useWords } from './words.ts';

/** Says why there is no completion, where there is none. */
export function SchemaNotice({ introspection }: { readonly introspection: boolean }) {
  const say = useWords();
  const actions = useGraphiQLActions();
  const fetchError = useGraphiQL((state) => state.fetchError);
  if (introspection && !fetchError) return null;
  return (
    <p className="graphiql-container quanmai-notice" role="status">
      {say(introspection ? 'noSchema' : 'noIntrospection')}
      {introspection && (
        <>
          {fetchError?.includes('UNAUTHENTICATED') && ` ${say('signedOut')}`}
          <button type="button" onClick={() => void actions.introspect()}>
            {say('again')}
          </button>
        </>
      )}
    </p>
  );
}
