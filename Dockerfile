# The application alone; its database is the PostgreSQL named in DATABASE_URL (see compose.yaml).
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.base.json ./
COPY engine/package.json engine/
COPY rules/package.json rules/
COPY contract/package.json contract/
COPY server/package.json server/
COPY web/package.json web/
RUN npm ci --no-audit --no-fund
COPY engine engine
COPY contract contract
COPY web web
RUN cd web && node ../node_modules/vite/bin/vite.js build

FROM node:24-bookworm-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc LICENSE ./
COPY engine/package.json engine/
COPY rules/package.json rules/
COPY contract/package.json contract/
COPY server/package.json server/
COPY web/package.json web/
# Without the optional packages: they are another Node and the embedded database.
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund -w server -w rules -w engine -w contract && npm cache clean --force
COPY engine engine
COPY rules rules
COPY contract contract
COPY server server
COPY --from=build /app/web/dist web/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 JIANNUO_DATA=/data JIANNUO_DEMO=none
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "server/src/main.ts"]
