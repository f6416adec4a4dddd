import type { Invocation, Option } from '../bot/command.ts';
import { type CountedNoun, countNoun, type Language, type Localized } from '../bot/language.ts';
import { say } from '../bot/outcomes.ts';
import type { Places, Wiped } from '../bot/places.ts';
import type { Content } from '../bot/reply.ts';
import { databaseWritePatienceMs, within } from '../bot/within.ts';
import { UserError } from '../errors.ts';
import { requirePermission } from './permission.ts';

/** What asks for a confirmation, and what is one. */
const asked = ['yes', 'так'];
const confirmed = 'confirmed';

/** The option that deletes what is kept of a place. */
export const wipeOption = {
  type: 'text',
  description: {
    en: 'yes: delete what is kept of this place; asks once more before',
    uk: 'yes: видалити все, що зберігається про це місце; перед тим перепитую',
  },
  values: [{ value: 'yes', label: { en: 'yes, delete it', uk: 'так, видалити' } }],
} as const satisfies Option;

/**
 * Asks whether all that is kept of a place is to be deleted or, when that was confirmed, deletes it.
 * @param typed What the option was given.
 * @throws UserError when it was given something else than yes, or by somebody who may not.
 */
export async function wipe(
  typed: string,
  invocation: Invocation,
  places: Places | undefined,
): Promise<Content> {
  const { language } = invocation;
  const word = typed.toLowerCase();
  if (!asked.includes(word) && word !== confirmed)
    throw new UserError(noSuchWipe[language], { nextStep: onlyYes[language] });
  if (places === undefined) return say(nothingKept[language]);
  // Outside of servers and workspaces it is their own conversation.
  if (invocation.place.tenant !== undefined) await requirePermission(invocation);
  return word === confirmed ? wipeNow(invocation, places) : confirm(language);
}

function confirm(language: Language): Content {
  return {
    visibility: 'private',
    blocks: [
      { type: 'text', text: willDelete[language] },
      {
        type: 'choices',
        title: sure[language],
        choices: [
          { label: deleteIt[language], command: 'privacy', arguments: { wipe: confirmed } },
          { label: keepIt[language], command: 'privacy', arguments: {} },
        ],
      },
    ],
  };
}

async function wipeNow({ place, language }: Invocation, places: Places): Promise<Content> {
  return say(describeWiped(await within(places.wipe(place), databaseWritePatienceMs))[language]);
}

function describeWiped({ questions, feedback, hadSettings }: Wiped): Localized {
  const noted = countNoun(questions, questionNoun);
  const said = countNoun(feedback, remarkNoun);
  return {
    en: `Deleted: ${noted.en}, ${said.en}, and ${hadSettings ? 'the settings' : 'no settings, as there were none'}. Nothing else of this place is kept, but what lets me work here, which goes when I am removed.`,
    uk: `Видалено: ${noted.uk}, ${said.uk} та ${hadSettings ? 'налаштування' : 'жодних налаштувань, бо їх не було'}. Більше про це місце не зберігається нічого, крім того, що дає мені тут працювати; воно зникне, коли мене вилучать.`,
  };
}

const questionNoun: CountedNoun = {
  en: ['noted question', 'noted questions'],
  uk: ['занотоване запитання', 'занотовані запитання', 'занотованих запитань'],
};

const remarkNoun: CountedNoun = {
  en: ['piece of feedback', 'pieces of feedback'],
  uk: ['відгук', 'відгуки', 'відгуків'],
};

const willDelete: Localized = {
  en: 'This deletes the settings of this place, the questions noted here, and the feedback given here. It can not be undone.',
  uk: 'Це видалить налаштування цього місця, занотовані тут запитання й надані тут відгуки. Скасувати це не можна.',
};

const sure: Localized = { en: 'Are you sure?', uk: 'Ви впевнені?' };
const deleteIt: Localized = { en: 'Delete it all', uk: 'Видалити все' };
const keepIt: Localized = { en: 'Keep it', uk: 'Залишити' };

const nothingKept: Localized = {
  en: 'There is nothing to delete: I have no database, and keep nothing.',
  uk: 'Видаляти нічого: бази даних немає, і я нічого не зберігаю.',
};

const noSuchWipe: Localized = {
  en: 'Nothing was deleted: wipe can only be yes.',
  uk: 'Нічого не видалено: wipe може бути лише yes.',
};

const onlyYes: Localized = {
  en: 'Give wipe: yes, and I ask once more before anything is deleted.',
  uk: 'Вкажіть wipe: yes, і перед видаленням я перепитаю.',
};
