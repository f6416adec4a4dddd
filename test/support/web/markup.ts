import { parseHTML } from 'linkedom';

/** All elements that the desk's own pages are made of. */
const elements =
  /^(html|head|meta|title|link|script|body|a|header|p|nav|main|footer|aside|section|article|h[1-4]|ul|ol|li|dl|dt|dd|div|span|strong|em|code|br|hr|form|label|input|button|select|option|datalist|textarea|details|summary|time|table|caption|thead|tbody|tr|t[hd]|figure|figcaption|blockquote|del|ins|svg|g|path|line|rect|text|tspan|circle|defs|desc|pattern|pre)$/;
const attributes =
  /^(class|lang|hreflang|href|rel|id|value|name|content|charset|type|src|for|action|method|required|maxlength|min|max|rows|list|autocomplete|enterkeyhint|open|selected|checked|datetime|aria-[a-z]+|data-[a-z-]+|role|tabindex|scope|title|start|viewbox|viewBox|width|height|x|y|x[12]|y[12]|cx|cy|rx?|ry|d|dx|dy|transform|text-anchor|fill|patternUnits|patternTransform|preserveAspectRatio)$/;
const addresses = /^(\/(?!\/)|#|https:\/\/example\.org(\/|$))/;

/** What stands in a page that the desk itself would not have written, and what a reader sees. */
export function strangeMarkup(html: string): {
  readonly problems: readonly string[];
  readonly text: string;
  readonly ids: readonly string[];
} {
  const page = html.startsWith('<!doctype') ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(page);
  const all = [...document.querySelectorAll('*')];
  const problems = all.flatMap((element) => [
    ...(elements.test(element.localName) ? [] : [`element ${element.localName}`]),
    ...[...element.attributes].flatMap(({ name, value }) => [
      ...(attributes.test(name) ? [] : [`attribute ${name} of ${element.localName}`]),
      ...((name === 'href' || name === 'src' || name === 'action') && !addresses.test(value)
        ? [`address ${value.slice(0, 80)}`]
        : []),
    ]),
    // The one script is a file of ours.
    ...(element.localName === 'script' && element.textContent !== '' ? ['inline script'] : []),
  ]);
  const comments = /<!--/.test(html.replace(/<(textarea|title)[\s\S]*?<\/\1>/g, '')) ? ['comment'] : [];
  return {
    problems: [...problems, ...comments],
    text: (document.body?.textContent ?? '').replaceAll(/\s+/gu, ' '),
    ids: all.map((element) => element.getAttribute('id') ?? ''),
  };
}
