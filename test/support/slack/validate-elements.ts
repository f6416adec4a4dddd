import { type Check, checkList, checkString, checkText, each } from './checks.ts';
import { type Json, recordOf, recordsOf, textIn } from './json.ts';
import { LIMITS } from './limits.ts';

const checks: ReadonlyMap<unknown, Check<Json>> = new Map([
  ['button', checkButton],
  ['overflow', optionsUpTo(LIMITS.options.overflow)],
  ['radio_buttons', optionsUpTo(LIMITS.options.radio)],
  ['checkboxes', optionsUpTo(LIMITS.options.radio)],
  ['static_select', optionsUpTo(LIMITS.options.select)],
  ['multi_static_select', optionsUpTo(LIMITS.options.select)],
  ['feedback_buttons', checkFeedbackButtons],
  ['plain_text_input', checkTextInput],
  ['image', checkImage],
]);

/** Known, and not looked into any further. */
const otherTypes =
  /^((multi_)?(external|users|conversations|channels)_select|(date|time|datetime)picker|icon_button|(rich_text|email_text|url_text|number|file)_input)$/;

/** Checks whatever may stand in an actions block, in an input, or beside a section. */
export function checkElement(element: Json, at: string): string[] {
  const check = checks.get(element.type);
  if (check === undefined && !otherTypes.test(textIn(element.type))) {
    return [`${at}.type: unknown element ${element.type}`];
  }
  return [
    ...(check?.(element, at) ?? []),
    ...checkString(element.action_id, `${at}.action_id`, { max: LIMITS.id }),
    ...checkText(element.placeholder, `${at}.placeholder`, {
      min: 0,
      max: LIMITS.placeholder,
      isPlain: true,
    }),
  ];
}

/** Checks an image, which is a block or an element. */
export function checkImage(image: Json, at: string): string[] {
  return [
    ...checkString(image.image_url, `${at}.image_url`, {
      min: image.slack_file === undefined ? 1 : 0,
      max: LIMITS.image.url,
    }),
    ...checkString(image.alt_text, `${at}.alt_text`, { min: 1, max: LIMITS.image.altText }),
    ...checkText(image.title, `${at}.title`, { min: 0, max: LIMITS.image.title, isPlain: true }),
  ];
}

function checkButton(button: Json, at: string): string[] {
  const { text, value, url, accessibilityLabel } = LIMITS.button;
  return [
    ...checkText(button.text, `${at}.text`, { max: text, isPlain: true }),
    ...checkString(button.value, `${at}.value`, { max: value }),
    ...checkString(button.url, `${at}.url`, { max: url }),
    ...checkString(button.accessibility_label, `${at}.accessibility_label`, { max: accessibilityLabel }),
  ];
}

function checkFeedbackButtons(element: Json, at: string): string[] {
  return ['positive_button', 'negative_button'].flatMap((key) =>
    checkButton(recordOf(element[key]), `${at}.${key}`),
  );
}

function checkTextInput({ initial_value, max_length }: Json, at: string): string[] {
  const { textInput } = LIMITS;
  const isLength = Number.isInteger(max_length) && Number(max_length) >= 1 && Number(max_length) <= textInput;
  return [
    ...checkString(initial_value, `${at}.initial_value`, { max: textInput }),
    ...(max_length === undefined || isLength
      ? []
      : [`${at}.max_length: ${max_length} is not from 1 to ${textInput}`]),
  ];
}

function optionsUpTo(max: number): Check<Json> {
  return (element, at) => [
    ...checkList(element.options, `${at}.options`, { min: element.option_groups === undefined ? 1 : 0, max }),
    ...each(recordsOf(element.options), `${at}.options`, checkOption),
    ...each(recordsOf(element.option_groups), `${at}.option_groups`, (group, inner) => [
      ...checkList(group.options, `${inner}.options`, { min: 1, max }),
      ...each(recordsOf(group.options), `${inner}.options`, checkOption),
    ]),
  ];
}

function checkOption(option: Json, at: string): string[] {
  const { text, value, description } = LIMITS.option;
  return [
    ...checkText(option.text, `${at}.text`, { max: text }),
    ...checkString(option.value, `${at}.value`, { min: 1, max: value }),
    ...checkText(option.description, `${at}.description`, { min: 0, max: description }),
    ...checkString(option.url, `${at}.url`, { max: LIMITS.button.url }),
  ];
}
