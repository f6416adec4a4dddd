import { type Check, checkList, checkString, checkText, checkUnique, each } from './checks.ts';
import { type Json, recordOf, recordsOf } from './json.ts';
import { LIMITS } from './limits.ts';
import { checkElement, checkImage } from './validate-elements.ts';

const checks: ReadonlyMap<unknown, Check<Json>> = new Map<unknown, Check<Json>>([
  ['section', checkSection],
  ['context', checkContext],
  ['actions', elementsUpTo(LIMITS.actions)],
  ['context_actions', elementsUpTo(LIMITS.contextActions)],
  ['header', ({ text }, at) => checkText(text, `${at}.text`, { max: LIMITS.header, isPlain: true })],
  ['markdown', ({ text }, at) => checkString(text, `${at}.text`, { min: 1, max: LIMITS.markdown })],
  ['rich_text', ({ elements }, at) => checkList(elements, `${at}.elements`, { max: Infinity, min: 1 })],
  ['input', checkInput],
  ['image', checkImage],
  ['divider', () => []],
]);

/** Blocks that no modal and no Home tab shows. */
const onlyInMessages: readonly unknown[] = ['markdown', 'context_actions'];

/** Every reason for which Slack would refuse these blocks. Types not listed here count as unknown. */
export function checkBlocks(value: unknown, at: string, surface: 'message' | 'view'): string[] {
  const blocks = recordsOf(value);
  return [
    ...checkList(value, at, { max: LIMITS[surface].blocks }),
    ...checkUnique(
      blocks.map((block) => block.block_id),
      `${at}.block_id`,
    ),
    ...each(blocks, at, (block, inner) =>
      surface === 'view' && onlyInMessages.includes(block.type)
        ? [`${inner}.type: ${block.type} is for messages only`]
        : checkBlock(block, inner),
    ),
  ];
}

/** The length of all texts in it, wherever they stand. */
export function countCharacters(thing: unknown): number {
  if (typeof thing !== 'object' || thing === null) return 0;
  return Object.entries(thing).reduce(
    (sum, [key, value]) =>
      sum + (key === 'text' && typeof value === 'string' ? value.length : countCharacters(value)),
    0,
  );
}

function checkBlock(block: Json, at: string): string[] {
  const check = checks.get(block.type);
  if (check === undefined) return [`${at}.type: unknown block ${block.type}`];
  return [...check(block, at), ...checkString(block.block_id, `${at}.block_id`, { max: LIMITS.id })];
}

function checkSection(section: Json, at: string): string[] {
  const { text, fields, field } = LIMITS.section;
  return [
    ...checkText(section.text, `${at}.text`, { min: section.fields === undefined ? 1 : 0, max: text }),
    ...checkList(section.fields, `${at}.fields`, { max: fields }),
    ...each(recordsOf(section.fields), `${at}.fields`, (one, inner) => checkText(one, inner, { max: field })),
    ...(section.accessory === undefined ? [] : checkElement(recordOf(section.accessory), `${at}.accessory`)),
  ];
}

function checkContext({ elements }: Json, at: string): string[] {
  const { elements: max, text } = LIMITS.context;
  return [
    ...checkList(elements, `${at}.elements`, { min: 1, max }),
    ...each(recordsOf(elements), `${at}.elements`, (element, inner) =>
      element.type === 'image' ? checkImage(element, inner) : checkText(element, inner, { max: text }),
    ),
  ];
}

function checkInput({ label, hint, element }: Json, at: string): string[] {
  return [
    ...checkText(label, `${at}.label`, { max: LIMITS.input.label, isPlain: true }),
    ...checkText(hint, `${at}.hint`, { min: 0, max: LIMITS.input.hint, isPlain: true }),
    ...checkElement(recordOf(element), `${at}.element`),
  ];
}

function elementsUpTo(max: number): Check<Json> {
  return ({ elements }, at) => [
    ...checkList(elements, `${at}.elements`, { min: 1, max }),
    ...each(recordsOf(elements), `${at}.elements`, checkElement),
    ...checkUnique(
      recordsOf(elements).map((element) => element.action_id),
      `${at}.action_id`,
    ),
  ];
}
