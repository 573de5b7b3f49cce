# The console is built apart: what builds it is not part of the image.
FROM node:24-slim AS console

WORKDIR /app
COPY package.json package-lock.json ./
COPY console/package.json console/package.json
COPY console/api-types/package.json console/api-types/package.json
RUN npm ci --omit=dev
COPY console console
RUN npm run --silent console:build

FROM node:24-slim

WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data

COPY package.json package-lock.json ./
RUN npm ci --omit=dev --workspaces=false && npm cache clean --force

COPY scripts scripts
COPY database database
COPY src src
COPY --from=console /app/console/dist console/dist

RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000

HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/api/v1/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

# The program itself, not npm: it gets the signals, and a container stops as cleanly as Ctrl-C does.
CMD ["node_modules/.bin/node", "src/main.ts", "start"]
