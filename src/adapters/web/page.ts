import type { html } from 'hono/html';
import type { CorpusStatus } from '../../bot/corpus-status.ts';
import type { Language, Localized } from '../../bot/language.ts';
import type { Bot } from '../adapter.ts';
import type { Assets } from './assets.ts';
import type { Links } from './links.ts';

/** Escaped HTML, as the tagged template makes it. */
export type Html = ReturnType<typeof html>;

/** All that a page is made with. */
export interface PageContext {
  readonly bot: Bot;
  /** One version of the corpus for the whole page. */
  readonly catalogue: ReturnType<Bot['openCatalogue']>;
  /** How that stands to the files that people edit. */
  readonly corpus: CorpusStatus;
  readonly language: Language;
  /** The address of the page itself. */
  readonly here: URL;
  /** The language that the address names, if it names one. */
  readonly chosen: Language | undefined;
  readonly links: Links;
  readonly assets: Assets;
  /** The text in the language of the page. */
  say(text: Localized): string;
}

export interface Page {
  readonly title: string;
  /** Which entry of the navigation it belongs to. */
  readonly section: Section | undefined;
  readonly body: Html;
  /** 200 unless told otherwise. */
  readonly status?: 404 | 410 | 500;
  /** False when it is made of more than the corpus, so that it may not be kept. */
  readonly isLasting?: boolean;
}

export type Section = 'ask' | 'facts' | 'timeline' | 'figures' | 'status';
