package se.ehealthsdk.certificate.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a part answer (delsvar) holds: text, or exactly one typed element of the contract. What is neither, or is not
 * as the schema wants it, is kept as it came in {@link Other}, so that nothing is lost and a check can say what is
 * wrong. No form's {@code toString} shows the content.
 *
 * <p>Source: clinicalprocess:healthcond:certificate, types 3.2.
 */
public sealed interface Content {

    /**
     * Text without any element in it, as it stands, blanks included. Strings, whole numbers, booleans and most dates
     * of certificates are text.
     *
     * @param value the text
     */
    record Text(String value) implements Content {
        /** Nothing is null. */
        public Text {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Text";
        }
    }

    /**
     * {@code cv}.
     *
     * @param value the coded value
     */
    record Cv(CodedValue value) implements Content {
        /** Nothing is null. */
        public Cv {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Cv[" + value.codeSystem() + "]";
        }
    }

    /**
     * {@code datePeriod}. The start may be after the end: that is for a check to say.
     *
     * @param start first day
     * @param end last day
     */
    record DatePeriod(Optional<LocalDate> start, Optional<LocalDate> end) implements Content {
        /** Nothing is null. */
        public DatePeriod {
            Objects.requireNonNull(start, "start");
            Objects.requireNonNull(end, "end");
        }

        @Override
        public String toString() {
            return "DatePeriod";
        }
    }

    /**
     * {@code timePeriod}, Swedish local time in whole seconds.
     *
     * @param start from
     * @param end until
     */
    record TimePeriod(Optional<LocalDateTime> start, Optional<LocalDateTime> end)
            implements Content {
        /** Nothing is null. */
        public TimePeriod {
            Objects.requireNonNull(start, "start");
            Objects.requireNonNull(end, "end");
        }

        @Override
        public String toString() {
            return "TimePeriod";
        }
    }

    /**
     * {@code date}.
     *
     * @param value the day
     */
    record Date(LocalDate value) implements Content {
        /** Nothing is null. */
        public Date {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Date";
        }
    }

    /**
     * {@code timestamp}, Swedish local time in whole seconds.
     *
     * @param value the time
     */
    record Timestamp(LocalDateTime value) implements Content {
        /** Nothing is null. */
        public Timestamp {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Timestamp";
        }
    }

    /**
     * {@code partialDate}.
     *
     * @param format {@code YYYY-MM-DD}, {@code YYYY-MM} or {@code YYYY}
     * @param value as the format says
     */
    record PartialDate(String format, String value) implements Content {
        /** Nothing is null. */
        public PartialDate {
            Objects.requireNonNull(format, "format");
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "PartialDate";
        }
    }

    /**
     * {@code pq}, a physical quantity.
     *
     * @param value an {@code xs:double}, as it is written
     * @param unit its unit
     */
    record Pq(String value, String unit) implements Content {
        /** Nothing is null. */
        public Pq {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(unit, "unit");
        }

        @Override
        public String toString() {
            return "Pq";
        }
    }

    /**
     * {@code pqInterval}.
     *
     * @param low an {@code xs:double}, as it is written
     * @param high an {@code xs:double}, as it is written
     * @param unit the unit of both
     */
    record PqInterval(Optional<String> low, Optional<String> high, String unit) implements Content {
        /** Nothing is null. */
        public PqInterval {
            Objects.requireNonNull(low, "low");
            Objects.requireNonNull(high, "high");
            Objects.requireNonNull(unit, "unit");
        }

        @Override
        public String toString() {
            return "PqInterval";
        }
    }

    /**
     * {@code ii}.
     *
     * @param value the identifier
     */
    record Ii(Identifier value) implements Content {
        /** Nothing is null. */
        public Ii {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Ii";
        }
    }

    /**
     * Anything else: several elements, text beside an element, an element that is not as its schema wants it, or one
     * of another namespace.
     *
     * @param nodes what is in the {@code delsvar}
     */
    record Other(List<XmlNode> nodes) implements Content {
        /** Copies. */
        public Other {
            nodes = List.copyOf(nodes);
        }

        @Override
        public String toString() {
            return "Other";
        }
    }
}
