import * as l10n from '@vscode/l10n';
import type { McpServer, ServerContext } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { describeTemplateFor } from '../cli/describe-template.ts';
import { UsageError, type Environment } from '../cli/environment.ts';
import { describeInMarkdown } from '../core/features/describe-template.ts';
import { confineFiles } from './confined-files.ts';
import { rootsOf } from './client-roots.ts';
import { runCommand, type CommandResult } from './run-command.ts';

/** What a tool answers with: text, and the same as data where there is some. */
interface Answer {
  readonly text: string;
  readonly data?: Record<string, unknown>;
  readonly isError?: boolean;
}

const path = z.string().describe('Path of the minutes, absolute or relative to the first root.');
const text = z.string().describe('Text of the minutes; given instead of reading the file.');
const readOnly = { readOnlyHint: true, openWorldHint: false };

/** Adds the tools to a server; each uses nothing outside the folders that its client names. */
export function addTools(
  server: McpServer,
  environment: Environment,
  own: readonly string[],
): void {
  /** Returns a tool's callback: it asks for the roots where the client has some, and answers within them. */
  const within =
    <Input>(answer: (input: Input, inside: Environment) => Answer | Promise<Answer>) =>
    async (input: Input, context: ServerContext) => {
      const roots = rootsOf(context, server.server, own, environment.files);
      if ('question' in roots) return roots.question;
      const inside = { ...environment, files: confineFiles(environment.files, roots.folders) };
      return toResult(await answer(input, inside));
    };

  server.registerTool(
    'check_minutes',
    {
      title: 'Check minutes',
      description:
        'Checks Markdown meeting minutes against their group’s template, and returns the findings as `minutes check --format json` does. Give a path, or a text with the path that decides its template and date.',
      inputSchema: z.object({ path: path.optional(), text: text.optional() }),
      annotations: readOnly,
    },
    within(async (input, inside) =>
      fromJson(await runOn('check', input, ['--format', 'json'], inside)),
    ),
  );

  server.registerTool(
    'fix_minutes',
    {
      title: 'Repair minutes',
      description:
        'Repairs minutes: of a path it returns a diff and changes nothing, unless `write` is true; of a text the repaired text. Only safe repairs, which lose no word, unless `all` is true.',
      inputSchema: z.object({
        path: path.optional(),
        text: text.optional(),
        all: z.boolean().optional().describe('Also repairs that are not safe.'),
        write: z.boolean().optional().describe('Change the file.'),
      }),
      annotations: { destructiveHint: true, idempotentHint: true, openWorldHint: false },
    },
    within(async ({ all, write, ...input }, inside) => {
      const dryRun = input.text === undefined && write !== true ? ['--dry-run'] : [];
      const options = [...dryRun, ...(all === true ? ['--all'] : [])];
      const { code, output, errors } = await runOn('fix', input, options, inside);
      return { text: `${output}${errors}`, isError: code === 2 };
    }),
  );

  server.registerTool(
    'describe_template',
    {
      title: 'Describe what a template expects',
      description:
        'Says what the template of a path, or a named one, expects: outline, tables, teams in force today. As Markdown, and as data.',
      inputSchema: z.object({
        path: path.optional().describe('Minutes, which need not exist yet, or their folder.'),
        template: z.string().optional().describe('A template’s file, or the name of a preset.'),
      }),
      annotations: readOnly,
    },
    within(({ path: asked, template }, inside) => {
      const description = describeTemplateFor(asked ?? 'minutes.md', template, inside);
      return { text: describeInMarkdown(description), data: { ...description } };
    }),
  );

  server.registerTool(
    'new_minutes',
    {
      title: 'Make new minutes',
      description:
        'Makes the minutes of the next meeting from template, roster and last minutes; never overwrites a file. With `dryRun` it returns them and writes nothing.',
      inputSchema: z.object({
        folder: z.string().optional().describe('A folder at or below that of the template.'),
        template: z.string().optional().describe('The template, where several could be meant.'),
        date: z.iso.date().optional().describe('The day of the meeting; else the next one.'),
        dryRun: z.boolean().optional(),
      }),
      annotations: { destructiveHint: false, openWorldHint: false },
    },
    within(async ({ folder, template, date, dryRun }, inside) => {
      const options = [
        ...(template === undefined ? [] : [`--template=${template}`]),
        ...(date === undefined ? [] : [`--date=${date}`]),
        ...(dryRun === true ? ['--dry-run'] : []),
      ];
      return plain(await runCommand(['new', ...options, '--', folder ?? '.'], inside));
    }),
  );

  server.registerTool(
    'read_series',
    {
      title: 'Read a series of minutes',
      description:
        'Reads all minutes of a folder: `log` returns a team’s updates over time, `roster` who led which team when.',
      inputSchema: z.discriminatedUnion('what', [
        z.object({
          what: z.literal('log'),
          team: z.string(),
          path: z.string().optional().describe('A folder or file; all by default.'),
        }),
        z.object({ what: z.literal('roster'), path: z.string().optional() }),
      ]),
      annotations: readOnly,
    },
    within(async (input, inside) => {
      const team = input.what === 'log' ? [input.team] : [];
      const args = [input.what, '--format', 'json', '--', ...team, input.path ?? '.'];
      return fromJson(await runCommand(args, inside));
    }),
  );

  server.registerTool(
    'explain_rule',
    {
      title: 'Explain a rule',
      description: 'Returns the page of a rule: what it finds, why it matters, how to fix it.',
      inputSchema: z.object({ rule: z.string().describe('A rule’s id, such as missing-section.') }),
      annotations: readOnly,
    },
    within(async ({ rule }, inside) => plain(await runCommand(['explain', '--', rule], inside))),
  );
}

/** Runs a command on the file of a path or, where a text is given, on that. */
function runOn(
  command: 'check' | 'fix',
  input: { readonly path?: string | undefined; readonly text?: string | undefined },
  options: readonly string[],
  environment: Environment,
): Promise<CommandResult> {
  if (input.text === undefined) {
    if (input.path === undefined) throw new UsageError(l10n.t('give a path, a text, or both'));
    return runCommand([command, ...options, '--', input.path], environment);
  }
  const named = input.path === undefined ? [] : [`--stdin-filename=${input.path}`];
  return runCommand([command, ...options, ...named, '-'], environment, input.text);
}

/** The findings are the answer, whatever the exit code; what failed is reported beside them. */
function fromJson({ code, output, errors }: CommandResult): Answer {
  if (output === '') return { text: errors, isError: true };
  const data: unknown = JSON.parse(output);
  const isObject = typeof data === 'object' && data !== null;
  return {
    text: `${output}${errors}`,
    ...(isObject && { data: { ...data } }),
    isError: code === 2,
  };
}

function plain({ code, output, errors }: CommandResult): Answer {
  return { text: `${output}${errors}`, isError: code === 2 };
}

function toResult({ text: answer, data, isError = false }: Answer) {
  return {
    content: [{ type: 'text' as const, text: answer }],
    ...(data !== undefined && { structuredContent: data }),
    isError,
  };
}
