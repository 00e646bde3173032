import { performance } from 'node:perf_hooks';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';

const now = () => Number(process.hrtime.bigint()) / 1e6;

/**
 * Publishes what the benchmark asks for, `publish(number)` for each event: a burst, one event a turn
 * of the loop, or so many a second. Answers when each was published.
 */
export function publishing(publish) {
  const answers = {
    async burst({ first, count }) {
      const began = now();
      for (let number = first; number < first + count; number += 1) {
        publish(number);
        await turn();
      }
      return began;
    },
    async steady({ first, count, everyMs }) {
      const times = new Float64Array(count);
      const began = performance.now();
      for (let made = 0; made < count; made += 1) {
        await delay(Math.max(0, began + made * everyMs - performance.now()));
        times[made] = now();
        publish(first + made);
      }
      return times;
    },
  };
  process.on('message', ({ id, ask, about }) => {
    answers[ask]?.(about).then((answer) => process.send({ id, answer }));
  });
}

/** Says where it serves. */
export function listening(server) {
  server.listen(0, '127.0.0.1', () =>
    console.log(`http://127.0.0.1:${server.address().port}/graphql`),
  );
}
