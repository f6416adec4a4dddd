import { decideAudience, notKnownPublic, whyNotPublic } from './audience.ts';
import { createClaimShown } from './claim-shown.ts';
import type { Invocation } from './command.ts';
import type { Log } from './log.ts';
import type { PlaceRules } from './place-rules.ts';
import type { Block, Reply } from './reply.ts';
import { nameShown, type ShownAnswers, shownAlready } from './shown-answers.ts';

/** Decides who reads a reply that is made, and how it is shown there. */
export type Deliver = (invocation: Invocation, reply: Reply, rules: PlaceRules) => Promise<Reply>;

/** @param shown Undefined where nobody knows what was shown lately. */
export function createDeliver(shown: ShownAnswers | undefined, log: Log): Deliver {
  const claim = createClaimShown(shown, log);
  return async (invocation, made, { settings, isKnown }) => {
    const reply = settings.pictures === 'off' ? withoutPictures(made) : made;
    const channels = isKnown ? settings.channels : 'nowhere';
    const { isRefused, ...readers } = decideAudience(invocation, reply, { ...settings, channels });
    if (isRefused) {
      const why = isKnown ? whyNotPublic(settings) : notKnownPublic;
      return { ...withLead(reply, { type: 'text', text: why[reply.language] }), ...readers };
    }
    if (readers.audience === 'asker') return { ...reply, ...readers };
    const { place, occasion } = invocation;
    const claimed = await claim({ place, language: reply.language, name: nameShown(reply), occasion });
    if (claimed === undefined) return { ...reply, ...readers };
    if (claimed.isFirst) return { ...reply, ...readers, shown: claimed.shown };
    const lead = shownAlready(claimed.url, reply.language);
    return { ...withLead(reply, lead), audience: 'asker', canShare: false };
  };
}

function withLead(reply: Reply, lead: Block): Reply {
  return { ...reply, blocks: [lead, ...reply.blocks] };
}

function withoutPictures(reply: Reply): Reply {
  const blocks = reply.blocks.map((block) =>
    block.type === 'picture' ? { ...block, isHidden: true as const } : block,
  );
  return { ...reply, blocks };
}
