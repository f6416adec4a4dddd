/**
 * Sizes in pixels of a picture that a phone shows about 360 points wide: 38 here are 11 there. Colours stand on the
 * picture's own card, so that they read the same in light and dark chats.
 */
export const theme = {
  width: 1200,
  margin: 48,
  font: 'PT Sans',
  size: { title: 58, subtitle: 38, label: 40, value: 42, note: 34, tick: 36 },
  lineHeight: 1.22,
  colors: {
    card: '#fbfaf6',
    ink: '#1c1c1a',
    faint: '#55544e',
    rule: '#b9b6aa',
    counted: '#1f5f8b',
    said: '#a8481b',
    overtaken: '#6b6a64',
    event: '#1f5f8b',
  },
} as const;

export const innerWidth = theme.width - 2 * theme.margin;
