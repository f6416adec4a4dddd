import type { Json } from './json.ts';

/** A request as a route sees it. */
export interface ApiRequest {
  /** The named parts of the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body, or `payload_json` of a multipart body. */
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

export interface UploadedFile {
  /** Like `files[0]`. */
  readonly key: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface Answer {
  /** Default 200, or 204 without a body. */
  readonly status?: number;
  readonly body?: unknown;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Route {
  readonly method: Method;
  /** With named parts: `/channels/:channel/messages`. */
  readonly path: string;
  /** Whether it is called without the bot's token. Default false. */
  readonly isOpen?: boolean;
  /** @throws {ApiError} to refuse the request. */
  readonly handle: (request: ApiRequest) => Answer;
}

interface ErrorDetails {
  /** Discord's nested form errors. */
  readonly errors?: Json;
  /** The same, one line each. */
  readonly problems?: readonly string[];
}

/** An error that Discord answers with. */
export class ApiError extends Error {
  readonly status: number;
  /** Discord's own error code; 0 where there is none. */
  readonly code: number;
  readonly details: ErrorDetails;

  constructor(status: number, code: number, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
  }

  get body(): Json {
    const { errors } = this.details;
    return { message: this.message, code: this.code, ...(errors !== undefined && { errors }) };
  }
}

/** The errors that Discord documents, as far as they occur here. */
export const apiErrors = {
  notFound: () => new ApiError(404, 0, '404: Not Found'),
  unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
  unknownMessage: () => new ApiError(404, 10008, 'Unknown Message'),
  unknownWebhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new ApiError(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new ApiError(404, 10063, 'Unknown application command'),
  otherApplication: () => new ApiError(403, 20012, 'You are not authorized to perform this action'),
  tooManyCommands: (max: number) =>
    new ApiError(400, 30032, `Maximum number of application commands reached (${max}).`),
  alreadyAcknowledged: () => new ApiError(400, 40060, 'Interaction has already been acknowledged.'),
  tooManyFollowUps: () => new ApiError(400, 40094, 'This interaction has reached its follow-up limit.'),
  emptyMessage: () => new ApiError(400, 50006, 'Cannot send an empty message'),
  invalidWebhookToken: () => new ApiError(401, 50027, 'Invalid Webhook Token'),
} as const;
