import { html } from 'hono/html';
import type { Chronicle } from '../../catalogue/chronicle.ts';
import type { FactLine } from '../../catalogue/fact-line.ts';
import { langOf } from './fact-html.ts';
import { monthName } from './month-name.ts';
import type { Html, PageContext } from './page.ts';
import { type PlacedEvent, placeTimeline, SIZES, type TimelineLayout } from './timeline-layout.ts';
import { timelineWords } from './wording.ts';
import { wrapWords } from './wrap-words.ts';

const labelLine = 17;
const nameLetters = 44;

/** The events as a picture: months from left to right, a lane for each topic, each mark a link. */
export function renderTimelinePicture({ lanes, events }: Chronicle, context: PageContext): Html {
  const { say } = context;
  const layout = placeTimeline(lanes);
  const [first, last] = [events[0]?.date ?? '', events.at(-1)?.date ?? ''];
  return html`<div class="picture" role="region" aria-label="${say(timelineWords.scroll)}" tabindex="0">
${renderLabels(layout)}
<svg class="timeline" width="${layout.width}" height="${layout.height}" viewBox="0 0 ${layout.width} ${layout.height}" role="group" aria-labelledby="timeline-title timeline-description" data-timeline>
<title id="timeline-title">${say(timelineWords.picture(first, last))}</title>
<desc id="timeline-description">${say(timelineWords.describe(events.length, lanes.length))}</desc>
${renderAxis(layout, context)}
${layout.lanes.map(
  ({ topic, events: placed }, index) =>
    html`<g role="group" aria-label="${topic.name}" data-lane="${index}">${placed.map((one) => renderMark(one, layout, context))}</g>`,
)}</svg></div>`;
}

/** The names of the lanes, which stay in sight while the picture scrolls. */
function renderLabels({ lanes, height }: TimelineLayout): Html {
  return html`<svg class="lanes" width="${SIZES.label}" height="${height}" aria-hidden="true">
<rect class="ground" width="${SIZES.label}" height="${height}"/>
${lanes.map(
  ({ label, y, height: laneHeight }) =>
    html`<line class="rule" x1="0" x2="${SIZES.label}" y1="${y}" y2="${y}"/>${label.map(
      (line, index) =>
        html`<text x="2" y="${y + Math.min(laneHeight / 2, SIZES.cell) + (index - (label.length - 1) / 2) * SIZES.line + 5}">${line}</text>`,
    )}`,
)}</svg>`;
}

function renderAxis({ months, lanes, width, height }: TimelineLayout, { language }: PageContext): Html {
  const years = months.filter(({ month }, index) => index === 0 || month.endsWith('-01'));
  return html`<g class="axis" aria-hidden="true">
${lanes.map(({ y }) => html`<line class="rule" x1="0" x2="${width}" y1="${y}" y2="${y}"/>`)}
${years.map(
  ({ month, x }) =>
    html`<line class="year" x1="${x}" x2="${x}" y1="0" y2="${height - SIZES.foot}"/><text class="year" x="${x + 4}" y="15">${month.slice(0, 4)}</text>`,
)}
${months.map(({ month, x, width: w, isEmpty }) =>
  isEmpty
    ? ''
    : html`<text x="${x + w / 2}" y="36" text-anchor="middle">${monthName(month, language)}</text>`,
)}</g>`;
}

function renderMark({ event, x, y }: PlacedEvent, layout: TimelineLayout, { links }: PageContext): Html {
  const half = SIZES.mark / 2;
  return html`<a href="${links.toFact(event.id)}" aria-label="${event.date}: ${event.title}"${langOf(event)} class="${event.standing.id}" data-x="${x}">
<rect class="mark" x="${x - half}" y="${y - half}" width="${SIZES.mark}" height="${SIZES.mark}" rx="6"/>
<text class="day" x="${x}" y="${y + 5}" text-anchor="middle" aria-hidden="true">${dayOf(event)}</text>
${renderName({ event, x, y }, layout)}</a>`;
}

/** The name of an event, seen while its mark is pointed at or has the focus. */
function renderName({ event, x, y }: PlacedEvent, { width }: TimelineLayout): Html {
  const lines = [event.date, ...wrapWords(event.title, nameLetters)];
  const wide = Math.min(width - 8, Math.max(...lines.map(({ length }) => length)) * SIZES.letter + 20);
  const left = Math.max(4, Math.min(x - wide / 2, width - wide - 4));
  const top = y + SIZES.mark / 2 + 5;
  return html`<g class="name" aria-hidden="true"><rect x="${left}" y="${top}" width="${wide}" height="${lines.length * labelLine + 10}" rx="4"/>
${lines.map((line, index) => html`<text x="${left + 9}" y="${top + 17 + index * labelLine}"${index === 0 ? html` class="date"` : ''}>${line}</text>`)}</g>`;
}

function dayOf({ asOf }: FactLine): string {
  return asOf.length === 10 ? String(Number(asOf.slice(8))) : '·';
}
