/**
 * Resolves when the messages that have already arrived are read.
 * The connection reads one message a turn of the event loop; of what a client sends for a key,
 * an edit, a cancellation and a request, the third turn has read the first two.
 */
export async function messagesRead(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
}
