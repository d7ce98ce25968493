package se.ehealthsdk.testkit.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.testkit.check.Strictness;

/** How values are read; what they refuse, they refuse in a sentence. */
final class Converters {

    private Converters() {}

    static final class PortConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            if (value.startsWith("tcp://")) {
                throw new TypeConversionException(
                        "Kubernetes sets this variable for a service with the name national-services: give the"
                                + " service another name, or the pod enableServiceLinks: false");
            }
            // five digits at most, so that no number is too large
            if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
                throw new TypeConversionException("is no port, 0 to 65535");
            }
            return Integer.valueOf(value);
        }
    }

    static final class ModeConverter implements ITypeConverter<Strictness> {
        @Override
        public Strictness convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "strict" -> Strictness.STRICT;
                case "lenient" -> Strictness.LENIENT;
                default -> throw new TypeConversionException("is not strict or lenient");
            };
        }
    }

    static final class LanguageConverter implements ITypeConverter<Language> {
        @Override
        public Language convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "sv" -> Language.SWEDISH;
                case "en" -> Language.ENGLISH;
                default -> throw new TypeConversionException("is not sv or en");
            };
        }
    }

    static final class TimeConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException withoutZone) {
                try {
                    return LocalDateTime.parse(value).atZone(SwedishTime.ZONE).toInstant();
                } catch (DateTimeException none) {
                    throw new TypeConversionException(
                            "is no time as 2026-11-22T08:00:00Z or 2026-11-22T09:00");
                }
            }
        }
    }
}
