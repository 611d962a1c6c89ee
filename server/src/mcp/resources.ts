import { fileURLToPath, pathToFileURL } from 'node:url';
import { ResourceTemplate, type McpServer, type ServerContext } from '@modelcontextprotocol/server';
import { claimDocument } from '../cli/claim-document.ts';
import type { Environment } from '../cli/environment.ts';
import { openDocuments } from '../cli/open-documents.ts';
import { createTemplates } from '../cli/templates.ts';
import { confineFiles } from './confined-files.ts';
import { askForRoots, rootsOf } from './client-roots.ts';

/** So many minutes and templates are listed at most, those that sort last by path: the newest, where names begin with dates. */
const mostListed = 1_000;

/** Adds the minutes and templates of the roots as resources. */
export function addResources(
  server: McpServer,
  environment: Environment,
  own: readonly string[],
): void {
  const filesWithin = (folders: readonly string[]): Environment['files'] =>
    confineFiles(environment.files, folders);
  const template = new ResourceTemplate('file://{+path}', {
    async list(context: ServerContext) {
      const folders = await askForRoots(context, server.server, own, environment.files);
      const inside = { ...environment, files: filesWithin(folders) };
      return { resources: await listResources(folders, inside) };
    },
  });
  server.registerResource(
    'minutes',
    template,
    {
      title: 'Minutes and their templates',
      description: 'Markdown meeting minutes that a template claims, and the templates.',
      mimeType: 'text/markdown',
    },
    (uri, _variables, context) => {
      const roots = rootsOf(context, server.server, own, environment.files);
      if ('question' in roots) return roots.question;
      const read = filesWithin(roots.folders).read(fileURLToPath(uri));
      if ('reason' in read) throw new Error(`${uri.href} ${read.reason}`);
      const text = new TextDecoder().decode(read.bytes);
      return { contents: [{ uri: uri.href, mimeType: 'text/markdown', text }] };
    },
  );
}

interface ListedResource {
  readonly uri: string;
  readonly name: string;
  readonly mimeType: string;
}

async function listResources(
  folders: readonly string[],
  environment: Environment,
): Promise<ListedResource[]> {
  const { files, today } = environment;
  const templates = createTemplates(files, () => undefined);
  const claiming = { templates, chosen: null, profile: 'auto' as const, today, severities: {} };
  const opened = folders.length === 0 ? [] : await openDocuments(folders, {}, environment);
  const listed = opened.flatMap((each): ListedResource[] => {
    if (!('document' in each)) return [];
    const { path, decoded } = each.document;
    const { kind } = claimDocument(each.document, decoded.text, claiming);
    if (kind === 'unchecked') return [];
    const uri = pathToFileURL(files.absolute(path)).href;
    return [{ uri, name: path, mimeType: 'text/markdown' }];
  });
  return listed.slice(-mostListed);
}
