# Builds Tandem, and beside it the load generator that docker-compose.yml calls it with.

FROM swift:6.3-bookworm AS build
RUN apt-get update -qq \
    && apt-get install -y -qq pkg-config libxml2-dev libre2-dev libpcre2-dev libssl-dev libc-ares-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN .ci/build tandem

FROM debian:bookworm-slim AS sipp
RUN apt-get update -qq \
    && apt-get install -y -qq sip-tester \
    && rm -rf /var/lib/apt/lists/*
ENTRYPOINT ["sipp"]

FROM debian:bookworm-slim AS tandem
RUN apt-get update -qq \
    && apt-get install -y -qq libstdc++6 libxml2 libre2-9 libpcre2-8-0 libssl3 libc-ares2 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --home-dir /var/lib/tandem --create-home tandem
COPY --from=build /source/.build/release/tandem /usr/local/bin/tandem
COPY Dialplans /etc/tandem/Dialplans
USER tandem
WORKDIR /etc/tandem
ENV TANDEM_CONFIG=/etc/tandem/tandem.yaml \
    TANDEM_RECORDS_PATH=/var/lib/tandem/calls.jsonl \
    TANDEM_CONTROL_SOCKET=/var/lib/tandem/tandem.sock
ENTRYPOINT ["tandem"]
CMD ["run"]
