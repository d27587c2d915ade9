/** A small page without scripts, for answers that need no application. `content` is trusted HTML: escape what is not ours. */
export function plainPage(title: string, content: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="/api/docs/docs.css">
<main>
<h1>${escaped(title)}</h1>
${content}
</main>
</html>
`
}

/** Text that shows as itself inside HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}
