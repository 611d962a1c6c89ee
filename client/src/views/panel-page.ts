import { env, Uri, type ExtensionContext, type Webview } from 'vscode';

/** Returns what a panel may do: run scripts, and read those of its own folder alone. */
export function panelOptions(context: ExtensionContext): {
  enableScripts: boolean;
  localResourceRoots: Uri[];
} {
  return { enableScripts: true, localResourceRoots: [panelFolder(context)] };
}

/** Returns the page of a panel, which may run its script and nothing else. */
export function panelPage(webview: Webview, context: ExtensionContext, name: string): string {
  const address = (file: string): string =>
    webview.asWebviewUri(Uri.joinPath(panelFolder(context), file)).toString();
  const { cspSource } = webview;
  const policy = `default-src 'none'; script-src ${cspSource}; style-src ${cspSource}`;
  return `<!doctype html>
<html lang="${env.language.replace(/[^\w-]/g, '')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Meeting Minutes</title>
<link rel="stylesheet" href="${address(`${name}.css`)}">
</head>
<body>
<main></main>
<script src="${address(`${name}.js`)}"></script>
</body>
</html>`;
}

/** Returns the folder of the scripts and style sheets of panels. */
function panelFolder({ extensionUri }: ExtensionContext): Uri {
  return Uri.joinPath(extensionUri, 'client/dist/webviews');
}
