import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useState } from 'react';
import { language, useWords } from '../words.ts';
import { useOpenQuestion } from './open-question.ts';
import { ASKERS, type SavedQuestion } from './saved-question.ts';

function Questions() {
  const say = useWords();
  const current = language.use();
  const [wanted, setWanted] = useState('');
  const found = SAVED_QUESTIONS.filter((question) => matches(question, wanted));
  const groups = ASKERS.map((asker) => ({
    asker,
    questions: found.filter((question) => question.asker.en === asker.en),
  })).filter(({ questions }) => questions.length > 0);
  return (
    <section className="quanmai-questions" aria-label={say('saved')}>
      <h1>{say('saved')}</h1>
      <p>{say('savedHint')}</p>
      <input
        type="search"
        value={wanted}
        placeholder={say('find')}
        aria-label={say('find')}
        onChange={(event) => setWanted(event.target.value)}
      />
      {groups.length === 0 && <p role="status">{say('noneFound')}</p>}
      {groups.map(({ asker, questions }) => (
        <section key={asker.en} aria-label={asker[current]}>
          <h2>{asker[current]}</h2>
          <ul>
            {questions.map((question) => (
              <Question key={question.name} question={question} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Question({ question }: { readonly question: SavedQuestion }) {
  const say = useWords();
  const current = language.use();
  const open = useOpenQuestion();
  const actions = useGraphiQLActions();
  const isOpen = useGraphiQL(
    ({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.query === question.query,
  );
  const { name, query, title, answers } = question;
  const variables = question.variables === '{}' ? '' : question.variables;
  const fill = () => open({ query, variables, operationName: name });
  return (
    <li>
      <button type="button" aria-current={isOpen} data-question={name} onClick={fill}>
        <strong>{title[current]}</strong>
        <span>{answers[current]}</span>
      </button>
      <button
        type="button"
        className="quanmai-run"
        title={say('run')}
        aria-label={`${say('run')}: ${title[current]}`}
        onClick={() => {
          if (!isOpen) fill();
          actions.run();
        }}
      >
        ▶
      </button>
    </li>
  );
}

/** Found by any word of either language, or by its operation's name. */
function matches({ name, title, answers }: SavedQuestion, wanted: string): boolean {
  const text = [name, title.zh, title.en, answers.zh, answers.en].join(' ').toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M4 5.5h16v11H11l-4.5 3.5v-3.5H4z" strokeLinejoin="round" />
      <path d="M8 9.2h8M8 12.7h5.5" strokeLinecap="round" />
    </svg>
  );
}

export const QUESTIONS: GraphiQLPlugin = {
  title: '常用问题 Saved questions',
  icon: Icon,
  content: Questions,
};
