import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeCustomId,
  encodeChoice,
  encodeControl,
  encodeFeedback,
} from '../../../src/adapters/discord/custom-id.ts';
import { escapeText } from '../../../src/adapters/discord/escape.ts';
import { renderReply } from '../../../src/adapters/discord/render.ts';
import { anyChoice, anyLanguage, anyReply } from '../../support/arbitraries/reply.ts';
import { anyText } from '../../support/arbitraries/text.ts';
import { customIdsOf, textOf } from '../../support/discord/components.ts';
import { checkMessage } from '../../support/discord/validate-message.ts';
import type { Json } from '../../support/json.ts';
import { expectSources } from '../../support/shown-sources.ts';

/** What Discord obeys wherever it stands: mentions, commands, emoji codes, time stamps, addresses between brackets. */
const obeyed = /@everyone|@here|<(?:[@#][!&]?\d|\/\w|a?:\w+:\d|t:|id:|https?:|mailto:|tel:)|https?:\/\//iu;

/** What Discord would make of a text, by a parser that is not ours. */
const nodesOf = (text: string) =>
  parse(text, 'normal').map(({ type, content, name }) => ({
    type: String(type),
    content: String(type === 'twemoji' ? name : content),
  }));

const withoutMarks = (text: string) => text.replaceAll('\u200b', '');

describe('a text on Discord', () => {
  it('is shown letter for letter, and nothing in it is obeyed', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 600 }), (text) => {
        const escaped = escapeText(text);
        expect(escaped).not.toMatch(obeyed);
        const nodes = nodesOf(escaped);
        expect(nodes.filter(({ type }) => type !== 'text' && type !== 'br' && type !== 'twemoji')).toEqual(
          [],
        );
        const shown = nodes.map(({ type, content }) => (type === 'br' ? '\n' : content)).join('');
        expect(withoutMarks(shown)).toBe(
          withoutMarks(text).replaceAll(/\r\n?/g, '\n').replaceAll('\f', '').replaceAll('\t', '    '),
        );
      }),
    );
  });
});

describe('a message on Discord', () => {
  const question = fc.option(anyText(), { nil: undefined });
  const control = fc.constantFrom('share', 'remove', undefined);

  it('is taken by Discord whatever the reply holds, pings nobody, and obeys nothing that stands in it', () => {
    fc.assert(
      fc.property(anyReply, question, control, (reply, asked, one) => {
        const message = renderReply(reply, { question: asked, control: one });
        const json: Json = JSON.parse(JSON.stringify(message));
        expect(checkMessage(json)).toEqual([]);
        expect(message.allowedMentions).toEqual({ parse: [] });
        // Only the addresses of sources are links.
        const linked = textOf(json).replace(/\]\(<https:\/\/[^<>\s]*>\)/gu, '');
        expect(linked).not.toMatch(obeyed);
      }),
    );
  });

  it('shows each fact whole, with all of its sources', () => {
    fc.assert(
      fc.property(anyReply, question, (reply, asked) => {
        const message = renderReply(reply, { question: asked, control: 'share' });
        const json: Json = JSON.parse(JSON.stringify(message));
        expectSources(reply, {
          text: textOf(json),
          escaped: escapeText,
          isListed: ({ number }) => new RegExp(`^-# \\\\\\[${number}\\\\\\] `, 'mu').test(textOf(json)),
        });
      }),
    );
  });

  it('has buttons that each say what they do, in the language of the reply', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const json: Json = JSON.parse(JSON.stringify(renderReply(reply, { control: 'share' })));
        for (const id of customIdsOf(json).filter((one) => one !== '1:select')) {
          const action = decodeCustomId(id);
          expect(action).toBeDefined();
          if (action?.type === 'run') expect(action.call.language ?? 'en').toBe(reply.language);
        }
      }),
    );
  });
});

describe('the id of a button on Discord', () => {
  it('brings back what it was made of, or is not made', () => {
    fc.assert(
      fc.property(anyChoice, anyLanguage, fc.integer({ min: 1, max: 60 }), (choice, language, distinct) => {
        const id = encodeChoice(choice, { distinct, language });
        if (id === undefined) return;
        expect(id.length).toBeLessThanOrEqual(100);
        const action = decodeCustomId(id);
        expect(action?.type === 'run' && { ...action.call, arguments: { ...action.call.arguments } }).toEqual(
          {
            command: choice.command,
            arguments: Object.fromEntries(
              Object.entries(choice.arguments).map(([name, value]) => [name, value.toWellFormed()]),
            ),
            language: language === 'en' ? undefined : language,
          },
        );
      }),
    );
  });

  it('of any other making is no action, or one that writes the same id', () => {
    const prefixed = fc
      .tuple(
        fc.constantFrom(
          '1:run:1:',
          '1:share',
          '1:share:uk:',
          '1:remove:',
          '1:useful:',
          '1:wrong:x:',
          '1:note:',
          '2:',
          '',
        ),
        anyText({ maxLength: 120 }),
      )
      .map((parts) => parts.join('').slice(0, 100));
    fc.assert(
      fc.property(prefixed, (id) => {
        const action = decodeCustomId(id);
        if (action?.type === 'share' || action?.type === 'remove') expect(encodeControl(action)).toBe(id);
        if (action?.type === 'useful' || action?.type === 'wrong' || action?.type === 'note')
          expect(id.startsWith(encodeFeedback(action.type, action.subject) ?? '?')).toBe(true);
        if (action?.type === 'run') expect(action.call.command).toMatch(/^[a-z]{1,32}$/);
      }),
    );
  });
});
