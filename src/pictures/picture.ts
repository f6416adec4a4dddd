/** A drawn picture. */
export interface Drawing {
  readonly png: Uint8Array<ArrayBuffer>;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** What stands around every picture. Texts are plain and wrap where they have to. */
export interface CardTexts {
  readonly title: string;
  /** Under the title: unit, period. */
  readonly subtitle: string;
  /** Under the drawing, each its own paragraph: what to know, the sources. */
  readonly notes: readonly string[];
  /** BCP 47 tag of all texts, for the names of months. */
  readonly language: string;
}

/** How a bar is filled, by what its number is; each looks different without colour too. */
export type BarStyle = 'counted' | 'said' | 'overtaken';

export interface BarChart extends CardTexts {
  /** Drawn from top to bottom. */
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    /** The upper end of a range. */
    readonly upTo?: number | undefined;
    /** The number as it is written at the end of the bar. */
    readonly text: string;
    readonly style: BarStyle;
  }[];
  /** What each style that occurs means; empty when that needs no word. */
  readonly legend: readonly { readonly style: BarStyle; readonly text: string }[];
}

export interface EventChart extends CardTexts {
  /** In the order of their dates. */
  readonly events: readonly {
    /** A day or month, 2025-04-30 or 2025-04; a month stands in its middle. */
    readonly date: string;
    /** The date as it is written. */
    readonly dateText: string;
    readonly text: string;
  }[];
}
