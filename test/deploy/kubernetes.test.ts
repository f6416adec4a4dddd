import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { Secret } from 'kubernetes-models/v1/Secret';
import { Service } from 'kubernetes-models/v1/Service';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readDockerfile } from '../support/deploy/dockerfile.ts';
import { isServed, knownSettings } from '../support/deploy/settings.ts';

const folder = 'deploy/kubernetes';
const models = {
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  NetworkPolicy,
  PodDisruptionBudget,
  Secret,
  Service,
};
const image = readDockerfile();
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml');
const read = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'));

const probe = z.looseObject({ httpGet: z.object({ path: z.string(), port: z.literal('http') }) });
const deployment = z.looseObject({
  spec: z.looseObject({
    replicas: z.number(),
    selector: z.object({ matchLabels: z.record(z.string(), z.string()) }),
    strategy: z.looseObject({ type: z.string() }),
    template: z.looseObject({
      metadata: z.object({ labels: z.record(z.string(), z.string()) }),
      spec: z.looseObject({
        automountServiceAccountToken: z.literal(false),
        // What the standard "restricted" of Kubernetes asks for.
        securityContext: z.looseObject({
          runAsNonRoot: z.literal(true),
          runAsUser: z.number(),
          seccompProfile: z.object({ type: z.literal('RuntimeDefault') }),
        }),
        containers: z.tuple([
          z.looseObject({
            command: z.undefined().optional(),
            args: z.array(z.string()),
            ports: z.tuple([z.object({ name: z.literal('http'), containerPort: z.number() })]),
            env: z.array(z.object({ name: z.string(), value: z.string() })),
            startupProbe: probe,
            livenessProbe: probe,
            readinessProbe: probe,
            securityContext: z.object({
              allowPrivilegeEscalation: z.literal(false),
              readOnlyRootFilesystem: z.literal(true),
              capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
            }),
          }),
        ]),
      }),
    }),
  }),
});

describe('the manifests for Kubernetes', () => {
  it.each(names)('%s is what Kubernetes takes', (name) => {
    const { kind } = z.looseObject({ kind: z.enum(Object.keys(models)) }).parse(read(name));
    const model = Object.entries(models).find(([known]) => known === kind)?.[1];
    const manifest = model === undefined ? undefined : Reflect.construct(model, [read(name)]);
    expect(() => manifest.validate()).not.toThrow();
    // No namespace: whoever applies them says which.
    expect(read(name)).not.toHaveProperty('metadata.namespace');
  });

  it.each(['deployment.yaml', 'gateway.yaml'])('%s runs the image as it is meant to run', (name) => {
    const { spec } = deployment.parse(read(name));
    const { securityContext, containers } = spec.template.spec;
    const [container] = containers;
    expect(String(securityContext.runAsUser)).toBe(image.user.split(':')[0]);
    expect(container.args).toEqual(image.command.slice(-1));
    expect(container.env.filter((one) => !knownSettings.has(one.name))).toEqual([]);
    const port = container.env.find((one) => one.name === 'PORT')?.value;
    expect(container.ports[0].containerPort).toBe(Number(port));
    expect(container.startupProbe.httpGet.path).toBe('/healthz');
    expect(container.livenessProbe.httpGet.path).toBe('/healthz');
    expect(container.readinessProbe.httpGet.path).toBe('/readyz');
    expect(['/healthz', '/readyz'].filter((path) => !isServed(path))).toEqual([]);
    expect(spec.template.metadata.labels).toEqual(spec.selector.matchLabels);
  });

  it('serve HTTP from two replicas or more, and a connection of ours from one that never meets another', () => {
    expect(deployment.parse(read('deployment.yaml')).spec.replicas).toBeGreaterThanOrEqual(2);
    const { replicas, strategy } = deployment.parse(read('gateway.yaml')).spec;
    expect([replicas, strategy.type]).toEqual([1, 'Recreate']);
  });

  it('send requests and count disruptions by the labels of the replicas that serve HTTP', () => {
    const { matchLabels } = deployment.parse(read('deployment.yaml')).spec.selector;
    expect(read('service.yaml')).toHaveProperty('spec.selector', matchLabels);
    expect(read('disruption-budget.yaml')).toHaveProperty('spec.selector.matchLabels', matchLabels);
    expect(read('autoscaler.yaml')).toHaveProperty('spec.scaleTargetRef.name', 'minerals-desk');
  });

  it('name settings that the program reads, and no value of a secret', () => {
    const { stringData } = z
      .looseObject({ stringData: z.record(z.string(), z.string()) })
      .parse(read('secret.example.yaml'));
    expect(Object.keys(stringData).filter((name) => !knownSettings.has(name))).toEqual([]);
    expect(Object.values(stringData).join('')).toBe('');
  });

  it('let the world reach the platforms’ endpoints, and not what is for operators', () => {
    const paths = z
      .looseObject({
        spec: z.looseObject({
          rules: z.tuple([
            z.object({
              host: z.string(),
              http: z.object({ paths: z.array(z.looseObject({ path: z.string() })) }),
            }),
          ]),
        }),
      })
      .parse(read('ingress.example.yaml'))
      .spec.rules[0].http.paths.map(({ path }) => path);
    const pages = ['/', '/site.css', '/icon.svg', '/robots.txt', '/privacy', '/terms', '/permissions'];
    expect(paths).toEqual(['/slack', '/discord', '/pictures', ...pages]);
  });

  it('are applied by one command, those that go together', () => {
    const { resources } = z.looseObject({ resources: z.array(z.string()) }).parse(read('kustomization.yaml'));
    expect(resources.filter((name) => !names.includes(name))).toEqual([]);
    const left = names.filter((name) => !resources.includes(name));
    expect(left.toSorted()).toEqual(['gateway.yaml', 'ingress.example.yaml', 'secret.example.yaml']);
  });
});
