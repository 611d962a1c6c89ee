/**
 * Returns a function that starts some work after the messages that have already arrived.
 * Calls while the work runs, however many, make it run once more.
 */
export function coalesce(work: () => Promise<void>, onError: (error: unknown) => void): () => void {
  let running = false;
  let wanted = false;

  const run = async (): Promise<void> => {
    wanted = false;
    await work();
  };
  const start = (): void => {
    running = true;
    setTimeout(() => {
      run()
        .catch(onError)
        .finally(() => {
          running = false;
          if (wanted) start();
        });
    }, 0);
  };
  return () => {
    wanted = true;
    if (!running) start();
  };
}
