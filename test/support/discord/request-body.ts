import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { ApiError, type UploadedFile } from './api.ts';

interface RequestBody {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/**
 * Reads JSON, or a form with `payload_json` and files.
 *
 * @throws {ApiError} 50109 when it is not JSON.
 */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const bytes = await buffer(request);
  const type = request.headers['content-type'] ?? '';
  return type.startsWith('multipart/form-data')
    ? readForm(bytes, type)
    : { body: parseJson(bytes.toString()), files: [] };
}

async function readForm(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<RequestBody> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const payload = form.get('payload_json');
  const files: UploadedFile[] = [];
  for (const [key, value] of form) {
    if (typeof value === 'string') continue;
    files.push({ key, name: value.name, contentType: value.type, bytes: await value.bytes() });
  }
  return { body: parseJson(typeof payload === 'string' ? payload : ''), files };
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw new ApiError(400, 50109, 'The request body contains invalid JSON.');
  }
}
