import type { FeedbackSubject } from './feedback.ts';
import type { Language } from './language.ts';

/** What a command has to say. Texts are plain: no Markdown, no HTML, nothing of a platform. */
export interface Content {
  /** Whether others may be shown it; errors concern only the person who asked. */
  readonly visibility: 'shareable' | 'private';
  readonly blocks: readonly Block[];
  /** For scripts and statistics: what an answer holds, apart from its wording. */
  readonly answer?: AnswerSummary;
}

/** The one form of every reply. */
export interface Reply extends Content {
  /** What it is written in; whoever shows it adds labels in the same language. */
  readonly language: Language;
  /** What readers may say whether it was useful; only there when what they say is kept. */
  readonly feedback?: FeedbackSubject;
}

export type Block = HeadingBlock | TextBlock | FactBlock | SourcesBlock | ListBlock | ChoicesBlock;

export interface HeadingBlock {
  readonly type: 'heading';
  readonly text: string;
}

export interface TextBlock {
  readonly type: 'text';
  readonly text: string;
}

/** One fact. Its statement is shown whole or not at all. */
export interface FactBlock {
  readonly type: 'fact';
  readonly factId: string;
  /** Stands before the statement when it is more than a plain fact: "Claim by the mayor". */
  readonly label?: string;
  readonly statement: string;
  /** Numbers of its sources in the sources block of the same reply. */
  readonly marks: readonly number[];
  /** Stands after the statement: "Established fact, as of 8 May 2025". */
  readonly note: string;
}

export interface SourcesBlock {
  readonly type: 'sources';
  readonly sources: readonly SourceLine[];
}

export interface SourceLine {
  readonly number: number;
  readonly publisher: string;
  /** Whose report the publisher relays. */
  readonly reporting?: string;
  readonly title?: string;
  /** As people write it: "8 May 2025". */
  readonly date?: string;
  readonly url?: string;
  /** Why there is no address. */
  readonly note?: string;
}

export interface ListBlock {
  readonly type: 'list';
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** A date, a name or another short lead-in. */
  readonly label: string;
  readonly text: string;
  /** What shows more of it. */
  readonly choice?: Choice;
}

/** Things to do next: buttons where there are buttons, numbers in the terminal. */
export interface ChoicesBlock {
  readonly type: 'choices';
  readonly title: string;
  readonly choices: readonly Choice[];
}

/** A command with its arguments, under a label for people. */
export interface Choice {
  readonly label: string;
  readonly command: string;
  readonly arguments: Readonly<Record<string, string>>;
}

export interface AnswerSummary {
  readonly status: 'answered' | 'no_answer';
  readonly facts: readonly FactSummary[];
  readonly citations: readonly CitationSummary[];
  /** Between 0 and 1. */
  readonly confidence: number;
  readonly related: readonly string[];
}

export interface FactSummary {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly statement: string;
  readonly asOf: string;
  readonly speaker?: string;
}

export interface CitationSummary {
  readonly publisher: string;
  readonly title?: string;
  /** Null when the address of the page could not be found. */
  readonly url: string | null;
  readonly publishedOn?: string;
  readonly reportedBy?: string;
}
