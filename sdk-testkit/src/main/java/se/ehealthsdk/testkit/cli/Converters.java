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
