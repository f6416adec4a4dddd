import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readable, readCall, readFlags, toShare } from '../../../src/adapters/slack/calls.ts';
import { escapeControl, escapeText } from '../../../src/adapters/slack/escape.ts';
import { parseFeedbackValue } from '../../../src/adapters/slack/feedback-buttons.ts';
import { languageOfHome, renderHome } from '../../../src/adapters/slack/home.ts';
import { renderReply } from '../../../src/adapters/slack/render.ts';
import { decodeCall } from '../../../src/bot/choice-code.ts';
import { commands } from '../../../src/commands/index.ts';
import { anyLanguage, anyReply } from '../../support/arbitraries/reply.ts';
import { anyText } from '../../support/arbitraries/text.ts';
import { type Json, recordsOf, textIn } from '../../support/json.ts';
import { expectSources } from '../../support/shown-sources.ts';
import { requireMessage, requireView } from '../../support/slack/validate.ts';

/** What Slack would obey in a text: all that stands between angle brackets but the sources' addresses. */
const obeyedIn = (text: string) => text.replace(/<https:\/\/[^|<>\s]+\|[^<>|]*>/gu, '').match(/[<>]/u);

const withoutMarks = (text: string) => text.replaceAll('\u200b', '');

/** Every text object of a message, however deep. */
function textsOf(value: unknown): Json[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries(value).some(
    ([key, inner]) => key === 'type' && /^(mrkdwn|plain_text)$/.test(textIn(inner)),
  );
  return [...(own ? [value as Json] : []), ...Object.values(value).flatMap(textsOf)];
}

const formatted = (message: unknown) =>
  textsOf(message)
    .filter(({ type }) => type === 'mrkdwn')
    .map(({ text }) => textIn(text));

describe('a text on Slack', () => {
  it('is shown letter for letter: it names nobody, links nowhere and sets off nothing', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 600 }), (text) => {
        const escaped = escapeText(text);
        expect(escaped).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/u);
        expect(withoutMarks(readable(escaped))).toBe(withoutMarks(text));
        // Slack formats only next to a space or the edge of a word, never beside a zero-width space.
        expect(escaped).not.toMatch(/(?<!\u200b)[*_~`]|[*_~`](?!\u200b)/u);
      }),
    );
  });

  it('comes back from Slack as it went there', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(readable(escapeControl(text))).toBe(text);
      }),
    );
  });
});

describe('a message on Slack', () => {
  const options = fc.record(
    {
      question: anyText(),
      share: fc.record({
        command: fc.constant('ask'),
        arguments: fc.dictionary(fc.constant('question'), anyText(), { maxKeys: 1 }),
      }),
    },
    { requiredKeys: [] },
  );

  it('is taken by Slack whatever the reply holds, and obeys nothing that stands in it', () => {
    fc.assert(
      fc.property(anyReply, options, (reply, given) => {
        const message = renderReply(reply, given);
        const json: Json = JSON.parse(JSON.stringify(message));
        requireMessage(json);
        for (const text of formatted(json)) expect(obeyedIn(text)).toBeNull();
        for (const block of recordsOf(json.blocks))
          if (block.type === 'section') expect(block.text).toMatchObject({ verbatim: true });
        expect(message.text).not.toMatch(/[<>]/u);
        expect([message.unfurl_links, message.unfurl_media]).toEqual([false, false]);
      }),
    );
  });

  it('shows each fact whole, with all of its sources', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const text = formatted(renderReply(reply)).join('\n');
        expectSources(reply, {
          text,
          escaped: escapeText,
          isListed: ({ number }) => new RegExp(`^\\[${number}\\] `, 'mu').test(text),
        });
      }),
    );
  });

  it('has buttons that each say what they do, in the language of the reply', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        for (const { action_id, value, options: entries } of elementsOf(renderReply(reply))) {
          const isFeedback = /^(useful|wrong)\./.test(textIn(action_id));
          for (const code of entries === undefined ? [value] : recordsOf(entries).map((one) => one.value)) {
            if (isFeedback) {
              expect(parseFeedbackValue(textIn(code)).language).toBe(reply.language);
              expect(parseFeedbackValue(textIn(code)).subject).toBeDefined();
            } else expect(decodeCall(textIn(code))?.language ?? 'en').toBe(reply.language);
          }
        }
      }),
    );
  });
});

function elementsOf(message: object): readonly Json[] {
  const { blocks }: Json = JSON.parse(JSON.stringify(message));
  return recordsOf(blocks).flatMap((block) => (block.type === 'actions' ? recordsOf(block.elements) : []));
}

describe('the Home tab', () => {
  it('is taken by Slack whatever stands in it, and names its language', () => {
    fc.assert(
      fc.property(
        anyReply,
        fc.array(anyReply, { maxLength: 8 }),
        anyLanguage,
        fc.boolean(),
        (reply, parts, language, looksUpLanguage) => {
          const view = renderHome(renderReply(reply).blocks, { language, looksUpLanguage, parts });
          requireView(JSON.parse(JSON.stringify(view)));
          expect(languageOfHome(view)).toBe(language);
        },
      ),
    );
  });
});

describe('a typed line on Slack', () => {
  it('is a call whatever it holds, and public only when its end says so', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom('', ' --public', ' --public  ', ' --publicly'), (line, end) => {
        const { text, isPublic } = readFlags(`${line}${end}`);
        expect(isPublic).toBe(/(^|\s)--public\s*$/.test(`${line}${end}`));
        if (isPublic) expect(`${line}${end}`.startsWith(text)).toBe(true);
        else expect(text).toBe(`${line}${end}`.trimEnd());
        expect(readCall(text, { commands }).command).not.toBe('');
      }),
    );
  });

  it('is shared by a button that Slack takes, or by the fact that led', () => {
    fc.assert(
      fc.property(anyReply, anyText(), (reply, question) => {
        const call = { command: 'ask', arguments: { question } };
        const lead = { id: 'lead', kind: 'event', title: 'x', statement: 'x', asOf: '2025' };
        const answer = {
          status: 'answered' as const,
          facts: [lead],
          citations: [],
          confidence: 1,
          related: [],
        };
        const shared = { ...reply, visibility: 'shareable' as const, canShare: true, answer };
        const message = renderReply(shared, { share: toShare(call, shared) });
        requireMessage(JSON.parse(JSON.stringify(message)));
        const button = elementsOf(message).find(({ action_id }) => textIn(action_id).startsWith('share.'));
        expect(decodeCall(textIn(button?.value))).toBeDefined();
      }),
    );
  });

  it('of a button’s value about feedback is a language and a subject, or no subject', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 200 }), (value) => {
        const { language, subject } = parseFeedbackValue(value);
        expect(['en', 'uk']).toContain(language);
        expect(subject?.factIds ?? ['x']).not.toEqual([]);
      }),
    );
  });
});
