import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';
import type { CheckedApart, CheckJob } from '../cli/check-job.ts';
import type { Environment, Threads } from '../cli/environment.ts';
import { runCheckJob } from '../cli/run-check-job.ts';

/**
 * Room for what is new, in MB: with V8's own, which grows to four times as much, threads take twice the memory,
 * and with twice the room hardly less time; the main thread, which can't be limited so, takes more for 2,000 documents than one thread.
 */
const maxYoungGenerationSizeMb = 12;

/** Returns threads that run this program, which is to serve them. */
export function createThreads(program: string): Threads {
  return {
    count: Math.min(availableParallelism(), 8),
    documentsEach: 1500,
    check: (job) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(program, { resourceLimits: { maxYoungGenerationSizeMb } });
        const all: CheckedApart[] = [];
        worker.on('message', (checked: readonly CheckedApart[]) => {
          all.push(...checked);
          if (all.length === job.documents.length) resolve(all);
        });
        worker.once('error', reject);
        worker.postMessage(job);
      }),
  };
}

/** Answers the one job that a thread is started for. */
export function serveThread(environment: Environment): void {
  parentPort?.once('message', (job: CheckJob) => {
    let checked: CheckedApart[] = [];
    const send = (): void => {
      parentPort?.postMessage(checked);
      checked = [];
    };
    for (const each of runCheckJob(job, environment)) {
      checked.push(each);
      if (checked.length === sentAtOnce) send();
    }
    send();
  });
}

/** What is sent together: each message costs some time, and is in memory twice until it has arrived. */
const sentAtOnce = 100;
