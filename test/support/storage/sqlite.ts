import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from './driver.ts';

export const sqlite: Driver = {
  name: 'SQLite',
  create: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'storage-'));
    return {
      environment: { DATABASE_URL: '', DATABASE_FILE: join(folder, 'desk.db') },
      remove: () => rm(folder, { recursive: true }),
    };
  },
};
