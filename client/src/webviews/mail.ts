import type { MailMessage, ShownMail } from '../../../server/src/protocol/mail.ts';
import './panel-host.ts';

const host = acquireVsCodeApi<Pick<ShownMail, 'uri' | 'parts'>>();
const tell = (message: MailMessage): void => {
  host.postMessage(message);
};

window.addEventListener('message', ({ data }: MessageEvent<ShownMail>) => {
  show(data);
});
tell({ kind: 'ready' });

/** Shows a mail with a button that copies it as HTML and as text. */
function show(mail: ShownMail): void {
  const { uri, parts, subject, page, words } = mail;
  host.setState({ uri, parts });
  document.title = subject;
  const main = document.createElement('main');
  const bar = document.createElement('p');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'primary';
  button.textContent = words.copy;
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    copy(mail).then(
      () => (status.textContent = words.copied),
      () => (status.textContent = words.failed),
    );
  });
  bar.append(button, ' ', partsChoice(words.record, parts), ' ', status);
  const article = document.createElement('article');
  // The server has sanitized it.
  article.innerHTML = page;
  main.append(bar, article);
  document.body.replaceChildren(main);
}

function partsChoice(label: string, parts: ShownMail['parts']): HTMLElement {
  const frame = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = parts === 'record';
  box.addEventListener('change', () => {
    tell({ kind: 'parts', parts: box.checked ? 'record' : 'all' });
  });
  frame.append(box, ` ${label}`);
  return frame;
}

async function copy({ html, text }: ShownMail): Promise<void> {
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    }),
  ]);
}
