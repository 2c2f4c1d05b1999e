# syntax=docker/dockerfile:1

# The layout that people without containers use too; its list of contents is printed by the build (--progress=plain).
FROM maven:3.9.11-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 SURVEYOR_NO_CACHE=1 ./surveyor package /opt/surveyor

FROM eclipse-temurin:25.0.3_9-jre-noble
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /data --shell /usr/sbin/nologin surveyor \
    && install -d -o surveyor -g surveyor -m 0700 /data
COPY --from=build /opt/surveyor /opt/surveyor
# The start-up cache holds for these files and this Java only, so it is recorded here; then nobody may write.
RUN chown surveyor /opt/surveyor \
    && HOME=/tmp setpriv --reuid 10001 --regid 10001 --clear-groups /opt/surveyor/surveyor train \
    && chown -R root:root /opt/surveyor \
    && find /tmp -mindepth 1 -delete

# Whoever widens the published port decides first who may register.
ENV SURVEYOR_PROFILE=production \
    SURVEYOR_DATA_FOLDER=/data \
    SURVEYOR_HTTP_ADDRESS=0.0.0.0 \
    SURVEYOR_ACCESS_REGISTRATION=closed \
    SURVEYOR_JAVA_OPTIONS=-XX:MaxRAMPercentage=50
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["/opt/surveyor/surveyor"]
CMD ["serve"]
