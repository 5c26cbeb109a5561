# One image for the bot and the worker; ROLE tells them apart.
FROM hashicorp/terraform:1.11 AS terraform

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm install --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/data HTTP_HOST=0.0.0.0
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/* && install -d -o node -g node -m 0700 /data
COPY --from=terraform /bin/terraform /usr/local/bin/terraform
COPY --from=build --chown=node:node /app /app
USER node
VOLUME /data
EXPOSE 8080
CMD ["node", "dist/src/main.js"]
