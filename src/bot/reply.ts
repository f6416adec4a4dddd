import type { FeedbackSubject } from './feedback.ts';
import type { Language } from './language.ts';
import type { ShownAnswer } from './shown-answers.ts';

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
  /** Who is to read it; without it, the asker alone. */
  readonly audience?: 'asker' | 'everyone';
  /** Whether the asker may show it to everyone; without it, not. It is decided anew when that is done. */
  readonly canShare?: boolean;
  /** Takes down where it was shown; only there when others may ask the same and be led to it. */
  readonly shown?: ShownAnswer;
}

export type Block =
  | HeadingBlock
  | TextBlock
  | FactBlock
  | SourcesBlock
  | ListBlock
  | ChoicesBlock
  | PictureBlock;

export interface HeadingBlock {
  readonly type: 'heading';
  readonly text: string;
}

export interface TextBlock {
  readonly type: 'text';
  readonly text: string;
  /** Where it leads, after the text; an address of the platform that the reply is made for. */
  readonly link?: { readonly label: string; readonly url: string };
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

/** Facts as a picture, never only as one: the reply says all of it in its other blocks or in `lines`. */
export interface PictureBlock {
  readonly type: 'picture';
  /** A file name without its ending: lower-case letters, digits and hyphens. */
  readonly name: string;
  /** All that the picture says, with its data and sources, for who does not see it. At most `longestAlt` characters. */
  readonly alt: string;
  /** The data in words, for where no picture is shown; empty when other blocks say it. */
  readonly lines: readonly string[];
  /** Whether only its words are shown: the place has pictures off. */
  readonly isHidden?: true;
  /** Draws it; costs nothing until it is called. It may be drawn several times, and is the same each time. */
  render(): Promise<DrawnPicture>;
}

/** What Discord takes as a description of a picture; Slack takes 2,000. */
export const longestAlt = 1_024;

/** A picture as a PNG. */
export interface DrawnPicture {
  readonly png: Uint8Array<ArrayBuffer>;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
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
