/** How far a long command is: a bar on a terminal, a line now and then elsewhere. On standard error, beside the result. */
import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** `done` of `all`, in whatever unit; `note` says it in words. */
  update(done: number, all: number, note: string): void;
  end(): void;
}

const LINE_EVERY_MS = 5000;

export const createProgress = (): Progress => (process.stderr.isTTY ? bar() : lines());

function bar(): Progress {
  const single = new SingleBar(
    { format: '{bar} {percentage} % | {note} | {eta_formatted} left', hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update(done, all, note) {
      if (!started) single.start(all, 0, { note });
      started = true;
      single.setTotal(all);
      single.update(done, { note });
    },
    end: () => single.stop(),
  };
}

function lines(): Progress {
  let last = performance.now();
  return {
    update(done, all, note) {
      if (performance.now() - last < LINE_EVERY_MS) return;
      last = performance.now();
      console.error(`${all === 0 ? 100 : Math.floor((done * 100) / all)} % | ${note}`);
    },
    end: () => {},
  };
}
