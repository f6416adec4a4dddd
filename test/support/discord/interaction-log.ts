import { apiErrors } from './api.ts';
import { type InteractionPayload, isUserInstallOnly } from './interaction-payload.ts';
import type { Json } from './json.ts';
import { LIMITS } from './limits.ts';
import type { Message, Messages } from './messages.ts';

/** The body of the first response. */
export interface Callback {
  /** An `InteractionResponseType`. */
  readonly type: number;
  readonly data: Json;
}

/** A message that was written or changed after the first response. */
export interface Sent {
  readonly messageId: string;
  /** What the bot sent. */
  readonly body: Json;
  /** What people saw after it. */
  readonly message: Message;
}

/** What became of an interaction. It fills further when the bot says more. */
export interface Recorded {
  readonly id: string;
  readonly token: string;
  /** Undefined as long as the interaction was not acknowledged. */
  readonly response: Callback | undefined;
  readonly acknowledgedAfterMs: number | undefined;
  readonly followUps: readonly Sent[];
  readonly edits: readonly Sent[];
  /** Ids of messages the bot took back. */
  readonly deletions: readonly string[];
  /** The first response as people see it now; for an update, the message the component is on. */
  readonly message: Message | undefined;
}

/** Everything known about one interaction. */
export class Conversation implements Recorded {
  readonly payload: InteractionPayload;
  readonly acknowledged = Promise.withResolvers<void>();
  readonly followUps: Sent[] = [];
  readonly edits: Sent[] = [];
  readonly deletions: string[] = [];
  readonly #startedAt = performance.now();
  readonly #messages: Messages;
  response: Callback | undefined;
  acknowledgedAfterMs: number | undefined;
  originalId: string | undefined;

  constructor(payload: InteractionPayload, messages: Messages) {
    this.payload = payload;
    this.#messages = messages;
  }

  get id(): string {
    return this.payload.id;
  }

  get token(): string {
    return this.payload.token;
  }

  get message(): Message | undefined {
    return this.originalId === undefined ? undefined : this.#messages.find(this.originalId);
  }

  get ageMs(): number {
    return performance.now() - this.#startedAt;
  }

  acknowledge(response: Callback, originalId: string | undefined): void {
    this.response = response;
    this.originalId = originalId;
    this.acknowledgedAfterMs = Math.round(this.ageMs);
    this.acknowledged.resolve();
  }
}

interface LogOptions {
  readonly acknowledgeWithinMs: number;
  readonly tokenLifetimeMs: number;
}

/** The interactions of a server, and what their tokens are still good for. */
export class InteractionLog {
  readonly #byToken = new Map<string, Conversation>();
  readonly #options: LogOptions;

  constructor(options: LogOptions) {
    this.#options = options;
  }

  add(conversation: Conversation): void {
    this.#byToken.set(conversation.token, conversation);
  }

  /** @throws {ApiError} when it is unknown, came too late or has a response already. */
  toAcknowledge(id: string, token: string): Conversation {
    const found = this.#byToken.get(token);
    if (found?.id !== id) throw apiErrors.unknownInteraction();
    if (found.response !== undefined) throw apiErrors.alreadyAcknowledged();
    if (found.ageMs > this.#options.acknowledgeWithinMs) throw apiErrors.unknownInteraction();
    return found;
  }

  /** @throws {ApiError} when it is unknown, has no response yet or its token is too old. */
  acknowledgedWith(token: string): Conversation {
    const found = this.#byToken.get(token);
    if (found?.response === undefined) throw apiErrors.unknownWebhook();
    if (found.ageMs > this.#options.tokenLifetimeMs) throw apiErrors.invalidWebhookToken();
    return found;
  }
}

/** @throws {ApiError} when an app that only the user installed has said enough. */
export function refuseTooManyFollowUps({ payload, followUps }: Conversation): void {
  if (isUserInstallOnly(payload) && followUps.length >= LIMITS.userInstallFollowUps) {
    throw apiErrors.tooManyFollowUps();
  }
}
