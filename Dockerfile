# One image for web, worker and migrations; docker-compose.yml says which of them a container is.
FROM node:24.21.0-bookworm-slim

WORKDIR /throughcare
COPY . .
RUN node start/make-ready.mjs && rm -rf /root/.npm /root/.cache /tmp/*

ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 TZ=UTC HOST=0.0.0.0 PORT=3000 THROUGHCARE_DEMO=0
USER node
EXPOSE 3000
WORKDIR /throughcare/apps/web
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.ts"]
