import type { TestContext } from 'node:test';
import {
  CompletionRequest,
  type ClientCapabilities,
  type CompletionItem,
  type Range,
  type TextDocumentPositionParams,
} from 'vscode-languageserver-protocol/node';
import { richCapabilities, startLspClient, uriOf, type LspClient } from '../support/lsp-client.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A template that needs each way to complete. */
export const template = `---
minutes-template: 1
files: "*.md"
references: "https://example.org/{owner}/{repository}/issues/{number}"
roster:
  - name: Harbour
    leads: [Bo Marsh]
  - name: Lanterns
    leads: [Ada Quill]
---
# Weekly {date}

## Agenda

<!-- help: What we *go* through. -->

## Updates

### {team} - {lead}

- [add updates here]

## Roadmap

When? | What?
------|------
*Soon* |
*Next* |

## Decisions <!-- optional -->
`;

/** Minutes of the template that are still to be written. */
export const minutes = `# Weekly 2018-06-26

## Agenda

- Updates, dock/buoys#12

## Updates

### Lanterns - Ada Quill

- TBD

## Roadmap

When? | What?
------|------
*Soon* | Piers 🚢
*Next* |
`;

/** What a client of today can do. */
export const rich: ClientCapabilities = {
  ...richCapabilities,
  textDocument: {
    ...richCapabilities.textDocument,
    hover: { contentFormat: ['markdown', 'plaintext'] },
    semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: [] },
  },
};

/** The file that is opened, and those on disk beside the template. */
interface OpenedFiles {
  readonly name?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** Starts a client, and opens a document. */
export async function start(
  t: TestContext,
  capabilities: ClientCapabilities,
  text: string,
  { name = '2018-06-26.md', files = {} }: OpenedFiles = {},
): Promise<{ client: LspClient; uri: string }> {
  const { path: folder } = temporaryFolder(t, { '.minutes/weekly.md': template, ...files });
  const client = await startLspClient(t, { folders: [folder], capabilities });
  const uri = uriOf(folder, name);
  await client.open(uri, text);
  return { client, uri };
}

/** Requests the completions at a position. */
export async function complete(
  { connection }: LspClient,
  uri: string,
  line: number,
  character: number,
): Promise<readonly CompletionItem[]> {
  const answer = await connection.sendRequest(CompletionRequest.type, at(uri, line, character));
  return Array.isArray(answer) ? answer : (answer?.items ?? []);
}

/** Returns the parameters of a request about a position. */
export function at(uri: string, line: number, character: number): TextDocumentPositionParams {
  return { textDocument: { uri }, position: { line, character } };
}

/** Returns a range within a line. */
export function range(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}
