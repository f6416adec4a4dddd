# Build: docker build --tag minerals-desk .
# Run:   docker run --env-file .env --publish 3000:3000 --volume minerals-desk:/data --read-only minerals-desk

FROM node:26.10.0-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The image has its own Node: the one that npm brings along for machines with an older one stays behind. Not
# --omit=optional: what draws pictures comes as an optional package, too.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/node-linux-* node_modules/.bin/node

FROM node:26.10.0-slim
ENV NODE_ENV=production PORT=3000 DATABASE_FILE=/data/minerals-desk.db
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY src src
COPY data data
# The one place that is written to, and only when no DATABASE_URL is set.
RUN mkdir /data && chown node:node /data
VOLUME /data
# The user "node", as a number, so that a cluster can see that it is not root.
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node is process 1 and takes SIGTERM itself: npm would not pass it on.
ENTRYPOINT ["node", "--import", "./src/node-guard.js", "src/main.ts"]
CMD ["start"]
