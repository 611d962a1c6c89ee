import type { TestContext } from 'node:test';
import { DiagnosticRefreshRequest } from 'vscode-languageserver-protocol/node';
import { committedVersionRequest } from '../../server/src/protocol/baselines.ts';
import { harbourMinutes } from '../cli/harbour.ts';
import { richCapabilities, startLspClient, type LspClient } from '../support/lsp-client.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';

/** The day of the newest minutes of the harbour call, their path, and their text. */
export const date = '2099-06-26';
export const path = `calls/${date}-harbour.md`;
export const committed = harbourMinutes({ date });

/** Starts a client that answers with one committed version for every document. */
export async function startHarbour(
  t: TestContext,
  folder: TemporaryFolder,
  state: { readonly text: string } | null,
): Promise<LspClient> {
  const client = await startLspClient(t, {
    capabilities: richCapabilities,
    folders: [folder.path],
    initializationOptions: { committedVersions: state !== null },
  });
  client.connection.onRequest(committedVersionRequest, () => ({ text: state?.text ?? null }));
  return client;
}

/** Pulls until a document has the findings of these rules, again whenever the server asks for it. */
export async function pulled(
  client: LspClient,
  uri: string,
  rules: readonly string[],
): Promise<Awaited<ReturnType<LspClient['pull']>>> {
  for (;;) {
    const diagnostics = await client.pull(uri);
    if (JSON.stringify(diagnostics.map(({ code }) => code)) === JSON.stringify(rules)) {
      return diagnostics;
    }
    await client.asked(DiagnosticRefreshRequest.method);
  }
}
