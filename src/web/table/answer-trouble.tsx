import type { Answer } from '../server.ts';
import { useWords, type Word } from '../words.ts';

/** More messages than these are read in the JSON. */
const MOST_MESSAGES = 3;

/** Says plainly what went wrong, what the server said of it, and what one can do. */
export function AnswerTrouble({ answer: { status, result } }: { readonly answer: Answer }) {
  const say = useWords();
  const errors = result?.errors ?? [];
  if (result && errors.length === 0) return null;
  return (
    <div className="quanmai-trouble" role="alert">
      <strong>{say(hasData(result?.data) ? 'partly' : 'failed')}</strong>
      {adviceOf(status, result !== undefined).map((word) => (
        <p key={word}>{say(word, { status: status ?? 0 })}</p>
      ))}
      {errors.slice(0, MOST_MESSAGES).map(({ message, path, extensions }, index) => (
        <p key={index}>
          {typeof extensions?.code === 'string' && <code>{extensions.code}</code>} {message}
          {path && <small> {path.join('.')}</small>}
        </p>
      ))}
      {errors.length > MOST_MESSAGES && <p>… ({errors.length})</p>}
    </div>
  );
}

function adviceOf(status: number | undefined, isJson: boolean): Word[] {
  if (status === undefined) return ['unreachable'];
  if (status === 401) return ['signedOut'];
  if (status === 429 || status === 502 || status === 503 || status === 504) return ['busy'];
  return isJson ? [] : ['notJson'];
}

function hasData(data: object | null | undefined): boolean {
  return data != null && Object.values(data).some((value) => value !== null);
}
