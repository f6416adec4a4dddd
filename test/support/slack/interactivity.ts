import { type Envelope, hasResponseUrl } from './envelopes.ts';
import { type Json, textIn } from './json.ts';
import { LIMITS } from './limits.ts';
import { requireMessage, SlackError } from './validate.ts';
import { newId } from './workspace.ts';

interface ResponseUrl {
  uses: number;
  readonly responses: Json[];
}

/** An envelope as it leaves, and all that comes back to its response_url. */
export interface Stamped {
  readonly envelope: Envelope;
  /** Keeps filling. */
  readonly responses: Json[];
}

/** The short-lived handles that go out with commands and interactions: response_url and trigger_id. */
export class Interactivity {
  readonly #urls = new Map<string, ResponseUrl>();
  /** When each trigger was given out, in ms since the epoch. */
  readonly #triggers = new Map<string, number>();
  readonly #baseUrl: () => string;

  constructor(baseUrl: () => string) {
    this.#baseUrl = baseUrl;
  }

  /** Gives an envelope its handles, but for those it has already. */
  stamp(envelope: Envelope): Stamped {
    const responses: Json[] = [];
    if (envelope.type === 'events_api') return { envelope, responses };
    const trigger = newId('trigger-');
    this.#triggers.set(trigger, Date.now());
    const handles = {
      trigger_id: trigger,
      ...(hasResponseUrl(envelope) && { response_url: this.#open(responses) }),
    };
    return { envelope: { ...envelope, payload: { ...handles, ...envelope.payload } }, responses };
  }

  /** @throws {SlackError} 404 when the url is used up or unknown, 400 when the message is not valid */
  respond(id: string, body: Json): void {
    const url = this.#urls.get(id);
    if (url === undefined) throw new SlackError('expired_url', [], 404);
    if (url.uses >= LIMITS.responseUrlUses) throw new SlackError('used_url', [], 404);
    if (body.delete_original !== true) requireMessage(body, 400);
    url.uses += 1;
    url.responses.push(body);
  }

  /**
   * A trigger opens one view, within three seconds.
   *
   * @throws {SlackError} when it is unknown or used, or too old
   */
  useTrigger(id: unknown): void {
    const givenAt = this.#triggers.get(textIn(id));
    if (givenAt === undefined || !this.#triggers.delete(textIn(id)))
      throw new SlackError('invalid_trigger_id');
    if (Date.now() - givenAt > LIMITS.acknowledgeWithinMs) throw new SlackError('expired_trigger_id');
  }

  #open(responses: Json[]): string {
    const id = newId('R');
    this.#urls.set(id, { uses: 0, responses });
    return `${this.#baseUrl()}/response/${id}`;
  }
}
