import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Environment } from '../cli/environment.ts';
import { addPrompts } from './prompts.ts';
import { addResources } from './resources.ts';
import { addTools } from './tools.ts';

/**
 * Serves the Model Context Protocol over standard input and output.
 * `folders` are what clients without roots may use; others use what they name.
 */
export function serveMcp(folders: readonly string[], environment: Environment): void {
  serveStdio(
    () => {
      const server = new McpServer({
        name: 'meeting-minutes',
        title: 'Meeting Minutes',
        version: environment.version,
      });
      addTools(server, environment, folders);
      addResources(server, environment, folders);
      addPrompts(server);
      return server;
    },
    {
      onerror(error) {
        environment.errors.write(`minutes mcp: ${error.message}\n`);
      },
    },
  );
}
