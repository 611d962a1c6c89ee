import { Disposable, LanguageModelTextPart, LanguageModelToolResult, lm } from 'vscode';

/** What the tools of agents answer, by the names that the manifest declares. */
export type AgentTools = Readonly<Record<ToolName, (input: ToolInput) => Promise<string>>>;

/** What an agent gives a tool. */
export interface ToolInput {
  /** Path in the workspace; the active editor's where it is left out. */
  readonly path?: unknown;
  readonly rule?: unknown;
}

const toolNames = ['minutes_check', 'minutes_template', 'minutes_rule'] as const;

type ToolName = (typeof toolNames)[number];

/** Offers the tools to agents; `tools` is asked for when one is used. */
export function registerAgentTools(tools: () => Promise<AgentTools>): Disposable {
  return Disposable.from(
    ...toolNames.map((name) =>
      lm.registerTool<ToolInput>(name, {
        async invoke({ input }) {
          const answer = await (await tools())[name](input);
          return new LanguageModelToolResult([new LanguageModelTextPart(answer)]);
        },
      }),
    ),
  );
}
