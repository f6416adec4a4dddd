import { type App, HTTPReceiver, type HTTPReceiverOptions, type ReceiverEvent } from '@slack/bolt';

/** Slack waits three seconds for an acknowledgement. */
const acknowledgeWithinMs = 2_000;

/**
 * Slack's HTTP, where a request is acknowledged once it is dealt with, or after two seconds. When the process dies before,
 * Slack or the load balancer knows that nothing was done, and asks again. It also keeps those who ask faster than they can
 * be answered waiting, instead of piling up answers.
 */
export class HoldingReceiver extends HTTPReceiver {
  constructor(options: HTTPReceiverOptions) {
    super({ ...options, processBeforeResponse: true });
  }

  override init(app: App): void {
    const processEvent = async (event: ReceiverEvent): Promise<void> => {
      const { promise: tooLate, resolve } = Promise.withResolvers<void>();
      const acknowledged = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, acknowledgeWithinMs);
      // Before that, Bolt has nothing to send, and it does not look again.
      const ack: ReceiverEvent['ack'] = async (response) => {
        await event.ack(response);
        acknowledged.resolve();
      };
      const late = Promise.all([tooLate, acknowledged.promise]);
      await Promise.race([app.processEvent({ ...event, ack }), late]).finally(() => clearTimeout(timer));
    };
    super.init(Object.assign(Object.create(app), { processEvent }));
  }
}
