import { magnitudes, smallNumbers, tens } from './quantity-words.ts';

/** The number that begins at a word, in digits or in English words, and how many words it takes. */
export function readNumber(
  words: readonly string[],
  start: number,
): { value: number; length: number } | undefined {
  const word = words[start] ?? '';
  if (/^\d/.test(word)) return { value: parseDigits(word), length: 1 };
  if (word === 'half' && words[start + 1] === 'a' && magnitudes.has(words[start + 2] ?? '')) {
    return { value: 0.5, length: 2 };
  }
  const ten = tens.get(word);
  const unit = smallNumbers.get(words[start + 1] ?? '') ?? 0;
  if (ten !== undefined)
    return unit > 0 && unit < 10 ? { value: ten + unit, length: 2 } : { value: ten, length: 1 };
  const small = smallNumbers.get(word) ?? (word === 'one' && words[start + 1] === 'hundred' ? 1 : undefined);
  if (small === undefined) return undefined;
  if (words[start + 1] !== 'hundred') return { value: small, length: 1 };
  const and = words[start + 2] === 'and' ? 1 : 0;
  const rest = readNumber(words, start + 2 + and);
  const value = small * 100 + (rest?.value ?? 0);
  return rest !== undefined && rest.value < 100
    ? { value, length: 2 + and + rest.length }
    : { value: small * 100, length: 2 };
}

function parseDigits(digits: string): number {
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits);
  return Number.parseFloat(grouped ? digits.replaceAll(',', '') : digits.replace(',', '.'));
}
