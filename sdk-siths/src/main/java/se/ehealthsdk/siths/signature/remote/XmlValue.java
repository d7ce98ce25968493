package se.ehealthsdk.siths.signature.remote;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Base64;
import java.util.regex.Pattern;

/** The simple types of XML Schema, read and written. */
final class XmlValue {

    private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\r\\n]+");

    private XmlValue() {}

    /** A value that is none of its type. Carries nothing of it. */
    static final class Malformed extends Exception {
        Malformed(String type) {
            super("no " + type);
        }
    }

    static byte[] base64(String text) throws Malformed {
        try {
            return Base64.getDecoder().decode(WHITE_SPACE.matcher(text).replaceAll(""));
        } catch (IllegalArgumentException e) {
            throw new Malformed("base64Binary");
        }
    }

    static X509Certificate certificate(String text) throws Malformed {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(base64(text)));
        } catch (CertificateException e) {
            throw new Malformed("certificate");
        }
    }

    /** A time; in UTC when it has no zone, as the profile says. */
    static Instant time(String text) throws Malformed {
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            text.strip(), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Malformed("dateTime");
        }
    }

    static String of(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
