import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';
import type { CheckedApart, CheckJob } from '../cli/check-job.ts';
import type { Environment, Threads } from '../cli/environment.ts';
import { runCheckJob } from '../cli/run-check-job.ts';

/**
 * Room for what is new, in MB: with V8's own, which grows to four times as much, threads take twice the memory,
 * and no less time; the main thread, which can't be limited so, takes more for 2,000 documents than one thread.
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
        worker.once('message', (checked: readonly CheckedApart[]) => {
          resolve(checked);
        });
        worker.once('error', reject);
        worker.postMessage(job);
      }),
  };
}

/** Answers the one job that a thread is started for. */
export function serveThread(environment: Environment): void {
  parentPort?.once('message', (job: CheckJob) => {
    parentPort?.postMessage(runCheckJob(job, environment));
  });
}
