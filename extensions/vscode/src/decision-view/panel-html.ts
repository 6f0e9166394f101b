// The page that the decision view's webview loads: a script and a style sheet of the extension's, and nothing else.

export interface PageAddresses {
  readonly script: string;
  readonly style: string;
  /** Where the webview takes the extension's files from. */
  readonly source: string;
}

/** The page. Only a script with `nonce` runs, and nothing is loaded from elsewhere. */
export function panelHtml({ script, style, source }: PageAddresses, nonce: string): string {
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>OMEGA decision</title>
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}

/** A word that no page can guess. */
export function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
