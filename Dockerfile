# The stand-in national services in a container. Needs nothing but the jar: mvn package -pl sdk-testkit -am, or ./national-services --build
#   docker build -t national-services .
#   docker run --rm -p 8443-8445:8443-8445 -p 8480:8480 -p 8636:8636 -p 8389:8389 \
#       -e NATIONAL_SERVICES_CONSOLE_PASSWORD=choose-a-long-one -v national-services:/data national-services
# Options are environment variables: docs/national-services.md.
FROM eclipse-temurin:21-jre

RUN mkdir /data && chown 10001:10001 /data
COPY sdk-testkit/target/national-services.jar /opt/national-services.jar

# By number, so that Kubernetes can see that it is not root.
USER 10001:10001
WORKDIR /data
VOLUME /data

ENV NATIONAL_SERVICES_BIND=0.0.0.0 \
    NATIONAL_SERVICES_CONSOLE_BIND=0.0.0.0 \
    NATIONAL_SERVICES_PKI=/data/pki

# platform, log-in, signing, console, LDAPS, LDAP with StartTLS
EXPOSE 8443 8444 8445 8480 8636 8389

HEALTHCHECK --interval=15s --timeout=10s --start-period=60s \
    CMD ["java", "-XX:TieredStopAtLevel=1", "-jar", "/opt/national-services.jar", "--is-up"]

ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "/opt/national-services.jar"]
