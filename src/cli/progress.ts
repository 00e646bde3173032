import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../app.ts';

/** A progress bar on stderr when a person watches; silent otherwise, so that logs stay logs. */
export function progressBar(title: string): {
  show: (progress: Progress) => void;
  end: () => void;
} {
  if (!process.stderr.isTTY) return { show: () => {}, end: () => {} };
  const bar = new SingleBar(
    { format: `${title} {bar} {percentage}% {what}`, stream: process.stderr, hideCursor: true },
    Presets.shades_classic,
  );
  return {
    show({ done, total, what }) {
      if (!bar.isActive) bar.start(total, done, { what });
      else bar.update(done, { what });
    },
    end: () => bar.stop(),
  };
}
