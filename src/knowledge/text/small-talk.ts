import { isCyrillic } from './ukrainian.ts';

/** What people say without asking anything; folded, see clean.ts. */
const courtesies = wordsOf(
  `thanks thank thx ty cheers ok okay okey k kk lol haha wow cool nice great good perfect awesome fine sure right hi hello
  hey yo bye goodbye morning evening yes yep yeah no nope hmm help welcome test testing
  дякую дяка спасибі ок окей добре гаразд круто супер клас чудово ага угу так ні привіт вітаю бувай допоможи тест`,
);
/** What stands around them. */
const fillers = wordsOf(
  `you u so very much many a lot for the that this it is all i see got to know and then again there everyone bot my
  me please can answer info information reply dear well thats its works дуже вам тобі за це відповідь і та всім день вечір доброго добрий`,
);

/** What a question may begin with. */
const leadIn = /^((so|and|but|well|hey|а|і|ну) )+/u;

/** Whole questions about the bot itself. */
const aboutBot = [
  /^(who|what) (are|r) (you|u)( really| exactly| then)?$/,
  /^whats your name$|^what is your name$/,
  /^(are|r) (you|u) (a |an |the |just |even )*(real |human |ai )*(human|person|bot|robot|ai|machine|chatbot|llm|language model|chatgpt|gpt|real)$/,
  /^what (can|do|could) (you|u) (do|know|answer|offer|cover)( for me| here)?$/,
  /^(how|what) (can|could|do) (you|u) help( me)?( with)?$/,
  /^what (can|could|should|may) (i|we) ask( you)?( about)?( here)?$/,
  /^how (do|does) (you|u|this bot|the bot) work$/,
  /^how (do|should) (i|we) use (you|this|this bot|the bot)$/,
  /^what (is|does) (this|the) bot( do| for| about)?$/,
  /^who (made|built|created|wrote|programmed|runs|owns|trained) (you|u|this bot|the bot)$/,
  /^where (do|does) (you|u|this bot) (get|take|have) (your|the|its) (information|info|facts|data|answers|news)( from)?$/,
  /^what are your sources$|^(can|should) i trust (you|u|this bot)$/,
];
const aboutBotInUkrainian =
  /^((хто|що) (ти|ви)( такий| таке| така)?|(ти|ви)( є)? (бот|робот|людина|штучний інтелект)|що (ти|ви) (вмієш|вмієте|можеш|можете|знаєш|знаєте|робиш)|як (ти|ви) (працюєш|працюєте)|хто (тебе|вас) (створив|зробив|написав)|(про )?що (можна|я можу) (тебе|вас)? ?(спитати|запитати)|звідки (ти|ви) (береш|берете) (інформацію|факти|дані))$/;

/**
 * Whether a text asks nothing that a fact could answer: "ok", "thank you so much", "what can you do?".
 * @param words Its folded words.
 */
export function isSmallTalk(words: readonly string[]): boolean {
  const isCourtesy = (word: string) => courtesies.has(word);
  if (words.some(isCourtesy) && words.every((word) => isCourtesy(word) || fillers.has(word))) return true;
  const text = words.join(' ').replace(leadIn, '');
  return words.some(isCyrillic)
    ? aboutBotInUkrainian.test(text)
    : aboutBot.some((pattern) => pattern.test(text));
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
