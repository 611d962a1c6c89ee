import type { McpServer } from '@modelcontextprotocol/server';
import * as z from 'zod';

/** Adds the prompts: what a person asks an agent for, with the tools that it needs. */
export function addPrompts(server: McpServer): void {
  server.registerPrompt(
    'minutes-from-transcript',
    {
      title: 'Minutes from a transcript',
      description: 'Writes minutes by the group’s template from a transcript or notes.',
      argsSchema: z.object({
        path: z.string().describe('Path of the minutes that are to be written.'),
        transcript: z.string().describe('The transcript or notes, or where they are.'),
      }),
    },
    ({ path, transcript }) =>
      fromUser(`Write the minutes ${path} from the transcript below.

1. Call \`describe_template\` with this path: it says which sections, tables and teams the template expects.
2. If the file doesn’t exist, call \`new_minutes\` with \`dryRun\`, and start from its text; otherwise start from the file.
3. Fill in what the transcript says: short items in plain words, each below the heading it belongs to. Name who decided or promised what. Leave what nobody spoke of as it is, and invent nothing.
4. Call \`check_minutes\` with \`path\` and \`text\`, mend what it finds, and check again until nothing is found.
5. Show the result before you write the file.

<transcript>
${transcript}
</transcript>`),
  );
  server.registerPrompt(
    'team-year',
    {
      title: 'Summary of a team’s year',
      description: 'Summarizes what a team reported over a year.',
      argsSchema: z.object({
        team: z.string(),
        year: z.string().describe('Such as 2026.'),
        path: z.string().optional().describe('The folder of the minutes.'),
      }),
    },
    ({ team, year, path }) =>
      fromUser(`Summarize what the team “${team}” did in ${year}.

1. Call \`read_series\` with \`what: "log"\`, this team${path === undefined ? '' : `, and the path ${path}`}.
2. Take the updates of ${year} alone. Group them by topic, not by meeting; for each topic say how it began, what changed and how it stood at the end of the year.
3. Name the meetings that you draw on by date, say who led the team when (\`what: "roster"\`), and say plainly where nothing was reported.`),
  );
}

function fromUser(text: string): {
  messages: { role: 'user'; content: { type: 'text'; text: string } }[];
} {
  return { messages: [{ role: 'user', content: { type: 'text', text } }] };
}
