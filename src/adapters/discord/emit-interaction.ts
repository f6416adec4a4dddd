import { type Client, Events, type Interaction } from 'discord.js';

interface Action {
  handle(data: unknown): void;
}

/**
 * Makes discord.js read an interaction that did not come over its gateway: what it emits for one that did is built of the
 * same payload. The library has no public way for this, but the action has been there since version 12.
 * @returns The interaction; undefined when discord.js does not know its kind, or can't read it.
 */
export function createInteractionReader(client: Client): (payload: unknown) => Interaction | undefined {
  const action = findAction(client);
  return (payload) => {
    let read: Interaction | undefined;
    const take = (interaction: Interaction) => {
      read = interaction;
    };
    client.once(Events.InteractionCreate, take);
    try {
      action.handle(payload);
    } catch {
      // It lacks what every interaction has.
      return undefined;
    } finally {
      client.off(Events.InteractionCreate, take);
    }
    return read;
  };
}

function findAction(client: Client): Action {
  const actions: unknown = Reflect.get(client, 'actions');
  const action: unknown = isObject(actions) ? Reflect.get(actions, 'InteractionCreate') : undefined;
  if (isAction(action)) return action;
  throw new Error('This version of discord.js has no action for interactions: use the gateway.');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isAction(value: unknown): value is Action {
  return isObject(value) && typeof Reflect.get(value, 'handle') === 'function';
}
