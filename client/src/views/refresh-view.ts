import type { TreeView } from 'vscode';

/**
 * Returns a function that fills a view anew while it is visible.
 * Calls while it is being filled, however many, fill it once more.
 */
export function createRefresh(
  view: Pick<TreeView<unknown>, 'visible'>,
  fill: () => Promise<void>,
  onError: (error: unknown) => void,
): () => void {
  let isFilling = false;
  let isOutdated = false;
  const refresh = (): void => {
    isOutdated = isFilling;
    if (isFilling || !view.visible) return;
    isFilling = true;
    fill()
      .catch(onError)
      .finally(() => {
        isFilling = false;
        if (isOutdated) refresh();
      });
  };
  return refresh;
}
