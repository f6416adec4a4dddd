import { UserError } from '../errors.ts';
import { checkArguments } from './arguments.ts';
import type { Command, Invocation } from './command.ts';
import { createConversations } from './conversations.ts';
import { createDeliver } from './deliver.ts';
import { explainWait, type Limits, noLimits } from './limits.ts';
import { type Log, type Report, silentLog } from './log.ts';
import { type CommandOutcome, type Monitor, noMonitor } from './monitor.ts';
import { explain, noCommand, noted, somethingWentWrong, theCommands } from './outcomes.ts';
import { createRuleLookUp, type PlaceRules } from './place-rules.ts';
import type { Places } from './places.ts';
import type { Recorder } from './recorder.ts';
import { createReference, tellReference } from './reference.ts';
import type { Content, Reply } from './reply.ts';
import type { ShownAnswers } from './shown-answers.ts';
import { toVisibleLine } from './visible-line.ts';
import { wording } from './wording.ts';

export type Dispatch = (invocation: Invocation) => Promise<Reply>;

export interface DispatchOptions {
  /** Takes bugs, of which the asker is told no more than the reference. */
  readonly report: Report;
  readonly recorder?: Recorder | undefined;
  /** Counts what becomes of commands. */
  readonly monitor?: Monitor;
  /** What the admins of places chose; without it, everything is as if nobody had chosen anything. */
  readonly places?: Places | undefined;
  /** Which answers were shown to everyone lately; without it, the same may be shown again at once. */
  readonly shownAnswers?: ShownAnswers | undefined;
  readonly limits?: Limits;
  /** Is told when the settings of a place can't be read. */
  readonly log?: Log;
}

/**
 * Runs the command that an invocation names; every outcome is a reply, in the language of the invocation. An error of
 * the asker's is explained to them; any other is a bug: it goes to `report`, and the asker is told that nothing was
 * answered, with the reference that `report` gets. Within a conversation, a command also learns which fact led the
 * answer before. What the admins of the place chose goes for every command: it is read each time, and decides the
 * language, who reads the reply, whether pictures are shown and questions noted.
 * @param services Called once for each invocation: what it gives back serves the whole of it.
 */
export function createDispatch<Services>(
  commands: readonly Command<Services>[],
  services: () => Services,
  {
    report,
    recorder,
    monitor = noMonitor,
    places,
    shownAnswers,
    limits = noLimits,
    log = silentLog,
  }: DispatchOptions,
): Dispatch {
  const conversations = createConversations();
  const lookUpRules = createRuleLookUp(places, log);
  const deliver = createDeliver(shownAnswers, log);
  const find = (name: string) => commands.find((one) => one.name === name);

  /** Without what somebody typed. */
  const whereOf = ({ command, place: { platform } }: Invocation) => ({
    platform,
    command: find(command) === undefined ? 'unknown' : command,
  });

  const run = async (invocation: Invocation, served: Services): Promise<Content> => {
    const { command: name, arguments: given, language, conversation } = invocation;
    const command = find(name);
    if (command === undefined) {
      const names = commands.map((one) => one.name).join(', ');
      throw new UserError(noCommand(name.slice(0, 40))[language], { nextStep: theCommands(names)[language] });
    }
    const args = checkArguments(command, given, language);
    const previousFact = conversations.subjectOf(conversation);
    const content = await command.run(args, { ...invocation, previousFact }, served);
    conversations.note(conversation, content.answer?.facts[0]?.id);
    return content;
  };

  const complete = (invocation: Invocation, content: Content, mayNote: boolean): Reply => {
    const { language } = invocation;
    try {
      const { isNoted = false, feedback } = recorder?.record(invocation, content, { mayNote }) ?? {};
      const isRefusal = content.answer?.status === 'no_answer';
      const blocks = isNoted && isRefusal ? [...content.blocks, noted(language)] : content.blocks;
      return { ...content, blocks, language, ...(feedback === undefined ? {} : { feedback }) };
    } catch (error) {
      // The answer is good, whatever becomes of the statistics.
      report(error, whereOf(invocation));
      return { ...content, language };
    }
  };

  const answer = async (
    invocation: Invocation,
    { settings, isKnown }: PlaceRules,
    served: Services,
  ): Promise<Answered> => {
    const { language } = invocation;
    const mayNote = isKnown && settings.gaps === 'on';
    try {
      const reply = complete(invocation, await run(invocation, served), mayNote);
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

  const serve = async (invocation: Invocation): Promise<Answered> => {
    // Whatever changes while this waits, an invocation is served from one state.
    const served = services();
    const wait = await limits.take(invocation, { isUpkeep: find(invocation.command)?.isUpkeep === true });
    if (wait !== undefined) {
      const { language } = invocation;
      return { reply: { ...explainWait(wait, language), language }, outcome: 'limited' };
    }
    const rules = await lookUpRules(invocation.place);
    const { settings, isKnown } = rules;
    const language = settings.language === 'auto' ? invocation.language : settings.language;
    const local = { ...invocation, language, settings: isKnown ? settings : undefined };
    const { reply, outcome } = await answer(local, rules, served);
    return { reply: await deliver(local, reply, rules), outcome };
  };

  return async (invocation) => {
    const startedAt = performance.now();
    const { reply, outcome } = await serve(invocation);
    monitor.replied({
      ...whereOf(invocation),
      outcome,
      seconds: (performance.now() - startedAt) / 1_000,
    });
    return reply;
  };
}

interface Answered {
  readonly reply: Reply;
  readonly outcome: CommandOutcome;
}
