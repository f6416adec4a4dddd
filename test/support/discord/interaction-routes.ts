import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { type Answer, type ApiRequest, apiErrors, type Route } from './api.ts';
import { type Conversation, type InteractionLog, refuseTooManyFollowUps } from './interaction-log.ts';
import { numberIn, recordOf } from './json.ts';
import type { Message, Messages } from './messages.ts';
import { type Problem, refuseProblems, within } from './problems.ts';
import { checkCallback } from './validate-callback.ts';

interface Parts {
  readonly log: InteractionLog;
  readonly messages: Messages;
}

const locate = (problems: Problem[]) => within('data', problems);

/** First responses, and what follows them through the interaction's own webhook. */
export function interactionRoutes({ log, messages }: Parts): Route[] {
  const webhook = '/webhooks/:application/:token';
  const callback = '/interactions/:id/:token/callback';
  const message = `${webhook}/messages/:message`;
  return [
    { method: 'POST', path: callback, isOpen: true, handle: acknowledge },
    { method: 'POST', path: webhook, isOpen: true, handle: followUp },
    { method: 'GET', path: message, isOpen: true, handle: (request) => ({ body: find(request).message }) },
    { method: 'PATCH', path: message, isOpen: true, handle: edit },
    { method: 'DELETE', path: message, isOpen: true, handle: remove },
  ];

  function acknowledge({ params: { id = '', token = '' }, query, body, files }: ApiRequest): Answer {
    const conversation = log.toAcknowledge(id, token);
    const { type, data } = recordOf(body);
    refuseProblems(checkCallback(recordOf(body), conversation.payload.type));
    const original = respond(conversation, numberIn(type), { body: data, files, locate });
    conversation.acknowledge({ type: numberIn(type), data: recordOf(data) }, original?.id);
    return query.get('with_response') === 'true' ? { body: describe(conversation, original) } : {};
  }

  /** The message that a first response makes, changes or will change. */
  function respond(
    { payload }: Conversation,
    type: InteractionResponseType,
    draft: Parameters<Messages['create']>[1],
  ): Message | undefined {
    const target = typeof payload.message?.id === 'string' ? payload.message.id : '';
    switch (type) {
      case InteractionResponseType.ChannelMessageWithSource:
        return messages.create(payload.channel_id, draft);
      case InteractionResponseType.DeferredChannelMessageWithSource:
        return messages.createLoading(payload.channel_id, draft.body);
      case InteractionResponseType.UpdateMessage:
        return messages.edit(target, draft);
      case InteractionResponseType.DeferredMessageUpdate:
        return messages.find(target);
      default:
        return undefined;
    }
  }

  function followUp({ params: { token = '' }, body, files }: ApiRequest): Answer {
    const { payload, followUps } = settle(token);
    const written = messages.create(payload.channel_id, { body, files });
    followUps.push({ messageId: written.id, body: recordOf(body), message: written });
    return { body: written };
  }

  function settle(token: string): Conversation {
    const conversation = log.acknowledgedWith(token);
    refuseTooManyFollowUps(conversation);
    return conversation;
  }

  function edit(request: ApiRequest): Answer {
    const { conversation, message: before } = find(request);
    const after = messages.edit(before.id, request);
    conversation.edits.push({ messageId: after.id, body: recordOf(request.body), message: after });
    return { body: after };
  }

  function remove(request: ApiRequest): Answer {
    const { conversation, message: gone } = find(request);
    messages.delete(gone.id);
    conversation.deletions.push(gone.id);
    return {};
  }

  /** Only the messages of the conversation itself can be reached with its token. */
  function find({ params }: ApiRequest): { conversation: Conversation; message: Message } {
    const { token = '', message: name = '' } = params;
    const conversation = log.acknowledgedWith(token);
    const own = [conversation.originalId, ...conversation.followUps.map(({ messageId }) => messageId)];
    const id = name === '@original' ? conversation.originalId : name;
    if (id === undefined || !own.includes(id)) throw apiErrors.unknownMessage();
    return { conversation, message: messages.get(id) };
  }
}

/** What `with_response` asks for. */
function describe({ id, payload, response }: Conversation, message: Message | undefined) {
  const flags = message?.flags ?? 0;
  return {
    interaction: {
      id,
      type: payload.type,
      ...(message !== undefined && {
        response_message_id: message.id,
        response_message_loading: (flags & MessageFlags.Loading) !== 0,
        response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
      }),
    },
    ...(message !== undefined && { resource: { type: response?.type, message } }),
  };
}
