import type { Environment } from '../settings.ts';

const redacted = '[redacted]';

/** Shorter ones would take ordinary words out of the log. */
const shortestSecret = 8;

const secretName = /TOKEN|SECRET|KEY|PASSWORD|PASSWD|CREDENTIAL/i;

/** What tokens look like, and addresses that let whoever has them post. */
const secretShapes = [
  /\bxox[a-z](?:\.xox[a-z])?-[\w.-]+/gi,
  /\bxapp-[\w.-]+/gi,
  /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g,
  /(?<=\b(?:Bot|Bearer) )[\w.~+/=-]{8,}/gi,
  /(?<=\/(?:webhooks|interactions)\/\d{15,22}\/)[\w.-]{20,}/g,
  /(?<=\bhooks\.slack\.com\/)[\w/-]+/g,
  /(?<=\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/"\\]*:)[^\s@/"\\]+(?=@)/gi,
];

/**
 * What takes secrets out of a text: the values of all settings that are named like one, and whatever looks like a token.
 * They go in the form that JSON and addresses give them, too.
 */
export function createScrubber(environment: Environment): (text: string) => string {
  const values = Object.entries(environment).flatMap(([name, value = '']) => [
    ...(secretName.test(name) ? value.split(/[,\s]+/).concat(value) : []),
    ...passwordIn(value),
  ]);
  const forms = values
    .filter((value) => value.length >= shortestSecret)
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)]);
  // Longer ones first: one may be a part of another.
  const secrets = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return (text) => {
    const withoutValues = secrets.reduce((rest, secret) => rest.replaceAll(secret, redacted), text);
    return secretShapes.reduce((rest, shape) => rest.replace(shape, redacted), withoutValues);
  };
}

/** The password in an address such as postgres://user:password@host, as it stands there and as it is meant. */
function passwordIn(value: string): string[] {
  if (!value.includes('://') || !URL.canParse(value)) return [];
  const { password } = new URL(value);
  try {
    return password === '' ? [] : [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}
