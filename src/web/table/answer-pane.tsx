import { useGraphiQL } from '@graphiql/react';
import { parse } from 'graphql';
import { useMemo, useState } from 'react';
import { Preference } from '../preference.ts';
import { type Answer, answers } from '../server.ts';
import { language, useWords, type Word } from '../words.ts';
import { describeAnswer } from './answer-fields.ts';
import { Downloads } from './downloads.tsx';
import { AnswerTrouble } from './answer-trouble.tsx';
import { type Sorting, sorted } from './sort.ts';
import { TableView } from './table-view.tsx';
import { type RowChoice, type Table, toTable } from './to-table.ts';

type Room = 'shared' | 'wide';
type View = 'both' | 'table' | 'json';

/** How answers are shown; the page's style follows it. */
export const view = new Preference<View>('quanmai:view', ['both', 'table', 'json']);

/** How much room the answer has: beside the editors, or that of the editors too. */
export const room = new Preference<Room>('quanmai:room', ['shared', 'wide']);

const VIEWS: readonly (readonly [View, Word])[] = [
  ['both', 'viewBoth'],
  ['table', 'viewTable'],
  ['json', 'viewJson'],
];

/** The answer of the tab at hand as a table, with what can be done with it. */
export function AnswerPane() {
  const say = useWords();
  const tab = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.id ?? '');
  const answer = answers.use().get(tab);
  return (
    <section className="quanmai-answer" aria-label={say('answer')}>
      {/* What was chosen for one answer means nothing for the next. */}
      <Shown key={`${tab} ${answer ? keyOf(answer) : ''}`} answer={answer} />
    </section>
  );
}

function Views() {
  const say = useWords();
  const current = view.use();
  return (
    <div role="group" aria-label={say('views')} className="quanmai-views">
      {VIEWS.map(([each, word]) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === current}
          onClick={() => view.set(each)}
        >
          {say(word)}
        </button>
      ))}
    </div>
  );
}

function Widen() {
  const say = useWords();
  const isWide = room.use() === 'wide';
  return (
    <button
      type="button"
      className="quanmai-widen"
      title={say('widenHint')}
      aria-pressed={isWide}
      onClick={() => room.set(isWide ? 'shared' : 'wide')}
    >
      ⇔ {say('widen')}
    </button>
  );
}

const keys = new WeakMap<Answer, number>();
let answered = 0;

function keyOf(answer: Answer): number {
  const key = keys.get(answer) ?? ++answered;
  keys.set(answer, key);
  return key;
}

function Shown({ answer }: { readonly answer: Answer | undefined }) {
  const schema = useGraphiQL((state) => state.schema);
  const [path, choose] = useState<string>();
  const [sorting, setSorting] = useState<Sorting>();
  const current = language.use();
  const table = useMemo(() => {
    if (!answer?.result?.data) return undefined;
    const fields = schema
      ? describeAnswer(schema, parse(answer.query), answer.operationName)
      : undefined;
    return toTable(answer.result.data, fields, path);
  }, [answer, schema, path]);
  const ordered = useMemo(
    () => table && sorting && sorted(table, sorting, current),
    [table, sorting, current],
  );
  const shown = ordered ?? table;
  return (
    <>
      <div className="quanmai-answer-bar">
        <Views />
        <Widen />
        {shown && (
          <>
            <Rows
              table={shown}
              onChoose={(list) => {
                choose(list);
                // The columns of one list are not those of another.
                setSorting(undefined);
              }}
            />
            <Downloads table={shown} name={answer?.operationName ?? 'Quanmai'} />
          </>
        )}
      </div>
      {answer && <AnswerTrouble answer={answer} />}
      {view.use() !== 'json' && <Body answer={answer} table={shown} {...{ sorting, setSorting }} />}
    </>
  );
}

interface BodyProps {
  readonly answer: Answer | undefined;
  readonly table: Table | undefined;
  readonly sorting: Sorting | undefined;
  readonly setSorting: (sorting: Sorting | undefined) => void;
}

function Body({ answer, table, sorting, setSorting }: BodyProps) {
  const say = useWords();
  const isFetching = useGraphiQL((state) => state.isFetching);
  if (table) return <TableView table={table} sorting={sorting} onSort={setSorting} />;
  if (answer?.result?.data) return <p className="quanmai-empty">{say('noList')}</p>;
  if (answer) return null;
  return <p className="quanmai-empty">{say(isFetching ? 'asking' : 'nothingYet')}</p>;
}

/** How many rows there are, and which list they are. */
function Rows({ table, onChoose }: { readonly table: Table; onChoose: (path: string) => void }) {
  const say = useWords();
  const current = language.use();
  const { rows, total, more, choices, chosen } = table;
  const nameOf = ({ path, says }: RowChoice) =>
    current === 'zh' ? (says?.zh ?? path.join('.')) : path.join('.');
  return (
    <div className="quanmai-rows">
      {choices.length > 1 && (
        <label>
          {say('perRow')}{' '}
          <select value={chosen.path.join('.')} onChange={(event) => onChoose(event.target.value)}>
            {choices.map((choice) => (
              <option key={choice.path.join('.')} value={choice.path.join('.')}>
                {nameOf(choice)}
              </option>
            ))}
          </select>
        </label>
      )}
      <span role="status">
        {total === undefined
          ? say('rows', { rows: rows.length })
          : say('rowsOf', { rows: rows.length, total })}
      </span>
      {more && (
        <span className="quanmai-more" title={say('more')}>
          ⋯ {say('more')}
        </span>
      )}
    </div>
  );
}
