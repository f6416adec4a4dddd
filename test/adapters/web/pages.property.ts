import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReply as renderDiscord } from '../../../src/adapters/discord/render.ts';
import { renderReply as renderSlack } from '../../../src/adapters/slack/render.ts';
import { createLinks } from '../../../src/adapters/web/links.ts';
import { drawDiscord } from '../../../src/adapters/web/lookalike/discord.ts';
import { drawSlack } from '../../../src/adapters/web/lookalike/slack.ts';
import { renderReply } from '../../../src/adapters/web/reply-html.ts';
import { commands } from '../../../src/commands/index.ts';
import { anyChoice, anyLanguage, anyReply } from '../../support/arbitraries/reply.ts';
import { anyText } from '../../support/arbitraries/text.ts';
import { expectSources } from '../../support/shown-sources.ts';
import { createTestApp, type TestApp } from '../../support/web/app.ts';
import { strangeMarkup } from '../../support/web/markup.ts';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});

afterAll(() => app.close());

/** In bytes: what the desk takes. */
const longestForm = 64 * 1_024;

describe('a reply on the desk', () => {
  it('is HTML of known elements, whatever it holds, and shows each fact with its sources', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const html = String(renderReply(reply, app.context));
        const { problems, text, ids } = strangeMarkup(html);
        expect(problems).toEqual([]);
        expectSources(reply, {
          text,
          escaped: (statement) => statement.replaceAll(/\s+/gu, ' '),
          isListed: ({ number }) => ids.includes(`source-${number}`),
        });
      }),
    );
  });

  it('is drawn as the platforms show it without any markup of its own', () => {
    fc.assert(
      fc.property(anyReply, fc.option(anyText(), { nil: undefined }), (reply, question) => {
        const discord = drawDiscord(renderDiscord(reply, { question, control: 'share' }).components);
        const slack = drawSlack(renderSlack(reply, { question }).blocks);
        expect(strangeMarkup(String(discord)).problems).toEqual([]);
        expect(strangeMarkup(String(slack)).problems).toEqual([]);
      }),
    );
  });
});

describe('an address on the desk', () => {
  it('stays on the desk, and says again what it was made of', () => {
    fc.assert(
      fc.property(
        anyChoice,
        fc.option(anyLanguage, { nil: undefined }),
        anyText({ maxLength: 90 }).filter((id) => !/^\.*$/.test(id)),
        (choice, chosen, id) => {
          const here = new URL('http://desk.example/');
          const links = createLinks(here, { chosen });
          const call = new URL(links.toCall(choice), here);
          expect(call.origin).toBe(here.origin);
          for (const [name, value] of Object.entries(choice.arguments))
            expect(call.searchParams.get(name) ?? '').toBe(value.toWellFormed());
          const fact = new URL(links.toFact(id.toWellFormed()), here);
          expect(fact.origin).toBe(here.origin);
          expect(decodeURIComponent(fact.pathname.slice('/facts/'.length))).toBe(id.toWellFormed());
          expect(new URL(links.toLanguage('uk'), here).searchParams.get('lang')).toBe('uk');
        },
      ),
    );
  });
});

describe('any request', () => {
  const command = fc.oneof(fc.constantFrom(...commands.map(({ name }) => name)), anyText());
  /** Fields of the desk's forms, most of them left out. */
  const fields = fc.oneof(
    fc.record({ question: anyText(), talk: anyText(), lang: anyText() }, { requiredKeys: ['question'] }),
    fc.record(
      { command, message: anyText(), fact: anyText(), topic: anyText(), from: anyText(), page: anyText() },
      { requiredKeys: ['command'] },
    ),
    fc.record(
      { text: anyText(), topic: anyText(), kind: anyText(), from: anyText(), lang: fc.constant('uk') },
      { requiredKeys: ['text'] },
    ),
    fc.record({ about: anyText(), verdict: fc.constantFrom('useful', 'wrong', ''), note: anyText() }),
    fc.record({ about: fc.constant(':bridge-opened'), verdict: fc.constant('wrong'), note: anyText() }),
    fc.dictionary(anyText({ maxLength: 20 }), anyText(), { maxKeys: 3 }),
  );
  const parameters = fields.map((given) => new URLSearchParams(Object.entries(given)).toString());

  it('of a page gets a page without any markup of the asker’s', async () => {
    const path = fc.oneof(
      fc.constantFrom('/', '/', '/', '/facts', '/timeline', '/figures', '/status', '/gaps', '/feedback'),
      anyText({ maxLength: 80 }).map((text) => `/facts/${encodeURIComponent(text.toWellFormed())}`),
    );
    await fc.assert(
      fc.asyncProperty(path, parameters, async (where, given) => {
        const { status, body } = await app.get(`${where}?${given}`);
        expect([200, 404, 410]).toContain(status);
        expect(strangeMarkup(body).problems).toEqual([]);
        expect(app.reported()).toEqual([]);
      }),
    );
  });

  it('with a form gets a page, and is not a bug', async () => {
    const mangled = fc.oneof(parameters, anyText());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('/', '/feedback'), mangled, async (where, form) => {
        const { status, body } = await app.post(where, form);
        // Percent signs make a long text longer than the desk takes.
        expect(status).toBe(form.length > longestForm ? 413 : 200);
        expect(strangeMarkup(body).problems).toEqual([]);
        expect(app.reported()).toEqual([]);
      }),
    );
  });
});
