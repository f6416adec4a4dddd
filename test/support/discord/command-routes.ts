import { type Answer, type ApiRequest, apiErrors, type Method, type Route } from './api.ts';
import { newId } from './identity.ts';
import { type Json, recordOf, recordsOf, textIn } from './json.ts';
import { duplicatesIn, problem, refuseProblems, within } from './problems.ts';
import { checkCommand, maximumOf, typeOf } from './validate-command.ts';

/** A registered command. */
export interface Command extends Json {
  readonly id: string;
  readonly application_id: string;
}

/** The registered commands: under `''` those for everywhere, under a guild's id those for that guild. */
export type CommandScopes = Map<string, readonly Command[]>;

/** Registration of commands, for everywhere and for a guild. */
export function commandRoutes(applicationId: string, scopes: CommandScopes): Route[] {
  const global = '/applications/:application/commands';
  const guild = '/applications/:application/guilds/:guild/commands';
  const handlers: readonly [Method, string, (request: ApiRequest) => Answer][] = [
    ['GET', '', list],
    ['PUT', '', replaceAll],
    ['POST', '', add],
    ['GET', '/:command', (request) => ({ body: find(request) })],
    ['PATCH', '/:command', change],
    ['DELETE', '/:command', remove],
  ];
  return [global, guild].flatMap((path) =>
    handlers.map(([method, rest, handle]) => ({
      method,
      path: path + rest,
      handle: (request: ApiRequest) => {
        if (request.params.application !== applicationId) throw apiErrors.otherApplication();
        return handle(request);
      },
    })),
  );

  /** Discord leaves localizations out unless they are asked for. */
  function list(request: ApiRequest): Answer {
    const isWhole = request.query.get('with_localizations') === 'true';
    const commands = commandsOf(request);
    return { body: isWhole ? commands : commands.map(withoutLocalizations) };
  }

  function replaceAll(request: ApiRequest): Answer {
    const drafts = recordsOf(request.body);
    refuseProblems(drafts.flatMap((draft, index) => within(index, checkCommand(draft))));
    refuseProblems(
      duplicatesIn(drafts.map(keyOf)).map((key) =>
        problem(key, 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique'),
      ),
    );
    const before = commandsOf(request);
    const commands = drafts.map((draft) => toCommand(draft, request, before.find(isNamesake(draft))));
    keep(request, commands);
    return { body: commands };
  }

  function add(request: ApiRequest): Answer {
    const draft = recordOf(request.body);
    refuseProblems(checkCommand(draft));
    const before = commandsOf(request).find(isNamesake(draft));
    const command = toCommand(draft, request, before);
    keep(request, [...commandsOf(request).filter((one) => one !== before), command]);
    return { status: before === undefined ? 201 : 200, body: command };
  }

  function change(request: ApiRequest): Answer {
    const before = find(request);
    const command = { ...before, ...recordOf(request.body), id: before.id, version: newId() };
    refuseProblems(checkCommand(command));
    keep(
      request,
      commandsOf(request).map((one) => (one === before ? command : one)),
    );
    return { body: command };
  }

  function remove(request: ApiRequest): Answer {
    const gone = find(request);
    keep(
      request,
      commandsOf(request).filter((one) => one !== gone),
    );
    return {};
  }

  function find(request: ApiRequest): Command {
    const command = commandsOf(request).find(({ id }) => id === request.params.command);
    if (command === undefined) throw apiErrors.unknownCommand();
    return command;
  }

  function commandsOf({ params }: ApiRequest): readonly Command[] {
    return scopes.get(params.guild ?? '') ?? [];
  }

  /** @throws {ApiError} when there are too many of a kind. */
  function keep({ params }: ApiRequest, commands: readonly Command[]): void {
    for (const [type, ofType] of Map.groupBy(commands, typeOf)) {
      if (ofType.length > maximumOf(type)) throw apiErrors.tooManyCommands(maximumOf(type));
    }
    scopes.set(params.guild ?? '', commands);
  }

  function toCommand(draft: Json, { params }: ApiRequest, before: Command | undefined): Command {
    return {
      description: '',
      default_member_permissions: null,
      nsfw: false,
      integration_types: [0],
      contexts: null,
      ...draft,
      type: typeOf(draft),
      id: before?.id ?? newId(),
      application_id: applicationId,
      version: newId(),
      ...(params.guild !== undefined && { guild_id: params.guild }),
    };
  }
}

function withoutLocalizations(part: Json): Json {
  const { name_localizations, description_localizations, ...kept } = part;
  return part.options === undefined
    ? kept
    : { ...kept, options: recordsOf(part.options).map(withoutLocalizations) };
}

/** Names are unique among the commands of a kind. */
function keyOf(command: Json): string {
  return `${textIn(command.name)} (type ${typeOf(command)})`;
}

function isNamesake(draft: Json): (command: Command) => boolean {
  return (command) => keyOf(command) === keyOf(draft);
}
