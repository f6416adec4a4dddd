import { UserError } from '../errors.ts';
import { checkArguments } from './arguments.ts';
import type { Command, Invocation } from './command.ts';
import { createConversations } from './conversations.ts';
import type { Language, Localized } from './language.ts';
import type { Report } from './log.ts';
import { type CommandOutcome, type Monitor, noMonitor } from './monitor.ts';
import type { Recorder } from './recorder.ts';
import { createReference, tellReference } from './reference.ts';
import type { Content, Reply, TextBlock } from './reply.ts';
import { toVisibleLine } from './visible-line.ts';
import { wording } from './wording.ts';

export type Dispatch = (invocation: Invocation) => Promise<Reply>;

export interface DispatchOptions {
  /** Takes bugs, of which the asker is told no more than the reference. */
  readonly report: Report;
  readonly recorder?: Recorder | undefined;
  /** Counts what becomes of commands. */
  readonly monitor?: Monitor;
}

/**
 * Runs the command that an invocation names; every outcome is a reply, in the language of the invocation. An error of
 * the asker's is explained to them; any other is a bug: it goes to `report`, and the asker is told that nothing was
 * answered, with the reference that `report` gets. Within a conversation, a command also learns which fact led the
 * answer before.
 * @param services Called once for each invocation: what it gives back serves the whole of it.
 */
export function createDispatch<Services>(
  commands: readonly Command<Services>[],
  services: () => Services,
  { report, recorder, monitor = noMonitor }: DispatchOptions,
): Dispatch {
  const conversations = createConversations();

  /** Without what somebody typed. */
  const whereOf = ({ command, place: { platform } }: Invocation) => ({
    platform,
    command: commands.some(({ name }) => name === command) ? command : 'unknown',
  });

  const run = async (invocation: Invocation): Promise<Content> => {
    const { command: name, arguments: given, language, conversation } = invocation;
    const command = commands.find((one) => one.name === name);
    if (command === undefined) {
      const names = commands.map((one) => one.name).join(', ');
      throw new UserError(noCommand(name.slice(0, 40))[language], { nextStep: theCommands(names)[language] });
    }
    const args = checkArguments(command, given, language);
    const previousFact = conversations.subjectOf(conversation);
    const content = await command.run(args, { ...invocation, previousFact }, services());
    conversations.note(conversation, content.answer?.facts[0]?.id);
    return content;
  };

  const complete = (invocation: Invocation, content: Content): Reply => {
    const { language } = invocation;
    try {
      const { isNoted = false, feedback } = recorder?.record(invocation, content) ?? {};
      const isRefusal = content.answer?.status === 'no_answer';
      const blocks = isNoted && isRefusal ? [...content.blocks, noted(language)] : content.blocks;
      return { ...content, blocks, language, ...(feedback === undefined ? {} : { feedback }) };
    } catch (error) {
      // The answer is good, whatever becomes of the statistics.
      report(error, whereOf(invocation));
      return { ...content, language };
    }
  };

  const answer = async (invocation: Invocation): Promise<{ reply: Reply; outcome: CommandOutcome }> => {
    const { language } = invocation;
    try {
      const reply = complete(invocation, await run(invocation));
      return { reply, outcome: reply.answer?.status ?? 'listed' };
    } catch (error) {
      if (error instanceof UserError)
        return {
          reply: { ...explain(toVisibleLine(error.message), error.nextStep), language },
          outcome: 'user_error',
        };
      const reference = createReference();
      report(error, { reference, ...whereOf(invocation) });
      const nextStep = `${wording.tryLater[language]} ${tellReference(reference)[language]}`;
      return { reply: { ...explain(somethingWentWrong[language], nextStep), language }, outcome: 'error' };
    }
  };

  return async (invocation) => {
    const startedAt = performance.now();
    const { reply, outcome } = await answer(invocation);
    monitor.replied({
      ...whereOf(invocation),
      outcome,
      seconds: (performance.now() - startedAt) / 1_000,
    });
    return reply;
  };
}

function explain(message: string, nextStep: string): Content {
  return {
    visibility: 'private',
    blocks: [
      { type: 'text', text: message },
      { type: 'text', text: nextStep },
    ],
  };
}

function noted(language: Language): TextBlock {
  return { type: 'text', text: questionWasNoted[language] };
}

const questionWasNoted: Localized = {
  en: 'This question was noted for the people who keep the facts, without your name.',
  uk: 'Це запитання занотовано для тих, хто веде добірку фактів, без вашого імені.',
};

const somethingWentWrong: Localized = {
  en: 'Something went wrong here, and nothing was answered.',
  uk: 'Щось пішло не так, і відповіді немає.',
};

const noCommand = (name: string): Localized => ({
  en: `There is no command "${name}".`,
  uk: `Команди «${name}» немає.`,
});

const theCommands = (names: string): Localized => ({
  en: `The commands are ${names}.`,
  uk: `Є такі команди: ${names}.`,
});
