import { setTimeout as delay } from 'node:timers/promises';
import { GatewayDispatchEvents } from 'discord-api-types/v10';
import type { Route } from './api.ts';
import { Conversation, InteractionLog, type Recorded } from './interaction-log.ts';
import { completeInteraction, type Defaults } from './interaction-payload.ts';
import { interactionRoutes } from './interaction-routes.ts';
import type { PartialInteraction } from './interactions.ts';
import type { Messages } from './messages.ts';

interface InteractorOptions {
  readonly defaults: Defaults;
  readonly messages: Messages;
  readonly acknowledgeWithinMs: number;
  readonly tokenLifetimeMs: number;
  readonly dispatch: (event: string, data: unknown) => void;
}

/** Plays the people who use the bot. */
export class Interactor {
  readonly #options: InteractorOptions;
  readonly #log: InteractionLog;

  constructor(options: InteractorOptions) {
    this.#options = options;
    this.#log = new InteractionLog(options);
  }

  get routes(): Route[] {
    return interactionRoutes({ log: this.#log, messages: this.#options.messages });
  }

  /** Does something, and waits for the first response, or until it is too late for one. */
  async interact(partial: PartialInteraction): Promise<Recorded> {
    const { defaults, messages, dispatch, acknowledgeWithinMs } = this.#options;
    const payload = completeInteraction(partial, defaults);
    const { message } = partial;
    if (message !== undefined && messages.find(message.id) === undefined) messages.keep(message);
    const conversation = new Conversation(payload, messages);
    this.#log.add(conversation);
    dispatch(GatewayDispatchEvents.InteractionCreate, payload);
    const controller = new AbortController();
    const tooLate = delay(acknowledgeWithinMs, undefined, { signal: controller.signal }).catch(() => {});
    await Promise.race([conversation.acknowledged.promise, tooLate]);
    controller.abort();
    return conversation;
  }
}
