import { html } from 'hono/html';
import type { Bar, Chart } from '../../../catalogue/charts.ts';
import { langOf, renderTime } from '../fact-html.ts';
import type { Html, Page, PageContext } from '../page.ts';
import { figuresWords } from '../wording.ts';

/** Of a bar, in the units of its picture; the picture itself is as wide as there is room. */
const wide = 1000;
const high = 24;

/** Figures that differ, as bars side by side, each with who says so and the whole statement. */
export function renderFiguresPage(context: PageContext): Page {
  const { catalogue, language, say } = context;
  const charts = catalogue.charts(language);
  return {
    title: say(figuresWords.title),
    section: 'figures',
    body: html`<h1>${say(figuresWords.title)}</h1>
<p class="lead">${say(figuresWords.intro)}</p>
${charts.length === 0 ? html`<p>${say(figuresWords.none)}</p>` : renderLegend(context)}
${
  charts.length < 2
    ? ''
    : html`<nav class="contents" aria-label="${say(figuresWords.contents)}"><ul>${charts.map(
        ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
      )}</ul></nav>`
}
${charts.map((chart) => renderChart(chart, context))}`,
  };
}

function renderLegend({ say }: PageContext): Html {
  const sample = (kind: string) =>
    html`<svg class="bar sample" viewBox="0 0 40 24" aria-hidden="true">${renderStripes(`${kind}-sample`)}<rect class="${kind}" width="40" height="24"${kind === 'said' ? html` fill="url(#${kind}-sample)"` : ''}/></svg>`;
  return html`<ul class="legend"><li>${sample('counted')} ${say(figuresWords.counted)}</li>
<li>${sample('said')} ${say(figuresWords.said)}</li></ul>`;
}

function renderChart({ id, title, unit, note, bars, greatest }: Chart, context: PageContext): Html {
  return html`<section class="chart" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title} <span class="unit">(${unit})</span></h2>
${note === undefined ? '' : html`<p class="note">${note}</p>`}
<ol class="bars">${bars.map((bar, index) => renderBar(bar, { key: `${id}-${index}`, unit, greatest }, context))}</ol></section>`;
}

function renderBar(
  bar: Bar,
  { key, unit, greatest }: { readonly key: string; readonly unit: string; readonly greatest: number },
  { links }: PageContext,
): Html {
  const { fact, label } = bar;
  return html`<li>
<h3><a href="${links.toFact(fact.id)}">${label}</a> <span class="when">${renderTime(fact)}</span></h3>
<p class="amount"><strong>${bar.amount}</strong> ${unit} <span class="standing">${fact.label}</span></p>
${renderPicture(bar, key, greatest)}
<p class="said"${langOf(fact)}>${fact.statement}</p></li>`;
}

function renderPicture({ value, upTo, isSaid }: Bar, key: string, greatest: number): Html {
  // A small amount is seen, and none is not.
  const toWidth = (amount: number) =>
    amount === 0 ? 0 : Math.max(3, Math.round((wide * amount) / (greatest || 1)));
  const fill = isSaid ? html` fill="url(#stripes-${key})"` : '';
  const kind = isSaid ? 'said' : 'counted';
  const start = upTo === undefined ? 0 : toWidth(value);
  return html`<svg class="bar" viewBox="0 0 ${wide} ${high}" preserveAspectRatio="none" aria-hidden="true">
${isSaid ? renderStripes(`stripes-${key}`) : ''}<line class="axis" x1="1" y1="0" x2="1" y2="${high}"/>
<rect class="${kind}${upTo === undefined ? '' : ' range'}" x="${start}" width="${toWidth(upTo ?? value) - start}" height="${high}"${fill}/></svg>`;
}

function renderStripes(id: string): Html {
  return html`<defs><pattern id="${id}" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="stripe-ground" width="8" height="8"/><rect class="stripe" width="4" height="8"/></pattern></defs>`;
}
