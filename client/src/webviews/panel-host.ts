/** What VS Code gives a panel's script. */
export interface PanelHost<State> {
  postMessage(message: unknown): void;
  getState(): State | undefined;
  setState(state: State): void;
}

declare global {
  function acquireVsCodeApi<State>(): PanelHost<State>;
}
