/**
 * The load: autocannon on 16 connections, in a process of its own. A request is made anew for each turn,
 * so that all connections together go through one sequence, each of its questions once before any comes
 * again.
 */
import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';

const CONNECTIONS = 16;
/** Seconds that an answer may take. */
const PATIENCE = 60;
/** Milliseconds between two looks whether all has been answered. */
const LOOK = 20;

/** By contender and query: its questions, and which is the next. */
const sequences = new Map();

const answers = {
  /** Takes the questions of one contender: bodies of requests, but for what is alike in all of them. */
  questions: ({ key, url, head, tails }) => {
    const { origin, pathname } = new URL(url);
    sequences.set(key, { origin, path: pathname, head, tails, next: 0 });
  },

  /** As many questions as told, each answered; how long each took, in milliseconds. */
  async ask({ key, amount }) {
    const sequence = sequences.get(key);
    const rounded = Math.max(1, Math.ceil(amount / CONNECTIONS)) * CONNECTIONS;
    const times = new Float64Array(rounded);
    let answered = 0;
    let ended = 0;
    let wrong = 0;
    const began = performance.now();
    const instance = autocannon({
      url: sequence.origin,
      ...{ connections: CONNECTIONS, amount: rounded, timeout: PATIENCE, sampleInt: LOOK },
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      requests: [
        { path: sequence.path, setupRequest: (request) => ({ ...request, body: next() }) },
      ],
      verifyBody: (body) => body.length > 0 && !body.includes('"errors":['),
    });
    instance.on('response', (_client, status, _size, time) => {
      ended = performance.now();
      if (status !== 200) wrong += 1;
      times[answered] = time;
      answered += 1;
    });
    const { errors, mismatches } = await instance;
    wrong += errors + mismatches;
    const isAround = sequence.next > sequence.tails.length;
    return { times: times.subarray(0, answered), milliseconds: ended - began, wrong, isAround };

    function next() {
      const tail = sequence.tails[sequence.next % sequence.tails.length];
      sequence.next += 1;
      return sequence.head + tail;
    }
  },
};

process.on('message', async ({ id, ask, about }) => {
  try {
    process.send({ id, answer: await answers[ask](about) });
  } catch (error) {
    process.send({ id, fault: String(error.stack) });
  }
});
process.once('disconnect', () => process.exit());
