import { createConnection } from 'vscode-languageserver/node';
import manifest from '../../../package.json' with { type: 'json' };
import { errorText } from '../lsp/error-text.ts';
import { tolerateInitialize } from '../lsp/tolerate-initialize.ts';
import { createServer } from '../lsp/server.ts';
import { localDate } from '../lsp/local-date.ts';
import { createNodeFileSystem } from './file-system.ts';
import { messagesRead } from './messages-read.ts';
import { createTranslations } from './translations.ts';

const usage = `Usage: minutes-language-server --stdio

Checks Markdown meeting minutes against their template, for editors that speak LSP.

  --stdio          talk over standard input and output
  --node-ipc       talk over the channel of a Node.js parent process
  --socket=PORT    connect to a port of this machine
  --pipe=NAME      connect to a pipe
  --version        print the version
  --help           print this text
`;

const [, program, option] = process.argv;
if (option === '--version') {
  process.stdout.write(`${manifest.version}\n`);
} else if (option === '--help') {
  process.stdout.write(usage);
} else if (/^--(stdio|node-ipc|socket|pipe)(=|$)/.test(option ?? '')) {
  const connection = createConnection({ messageStrategy: tolerateInitialize });
  process.on('unhandledRejection', (reason) => {
    connection.console.error(`Unhandled: ${errorText(reason)}`);
  });
  createServer(connection, {
    createFileSystem: createNodeFileSystem,
    today: localDate,
    translations: createTranslations(program),
    messagesRead,
  });
} else {
  process.stderr.write(usage);
  process.exitCode = 2;
}
