package se.ehealthsdk.hsa.webcert;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.xml.SwedishTime;

/**
 * What Inera's support asks for when something fails in Webcert or Intygstjänster: certificate id, HSA-ids of person
 * and unit, the error, and the exact time. Tickets are read by many: personal data stay out of it.
 *
 * <pre>{@code
 * String text = SupportTicket.at(clock.instant())
 *         .person(doctor)
 *         .unit(unit)
 *         .certificateId(certificate.certificateId())
 *         .error(failure)
 *         .withoutNames(patient.firstName(), patient.lastName())
 *         .build()
 *         .text();
 * }</pre>
 *
 * <p>In the error, this is blotted out: whatever looks like a personal identity number, a coordination number or a
 * reserve number, e-mail addresses, XML, what stands behind words such as {@code patient:}, and the names given to
 * {@link Builder#withoutNames}. A name that is not given there cannot be told from other words: read the text before it
 * is sent.
 *
 * @param time when it happened
 * @param person the HSA-id of the person who had the problem
 * @param unit the HSA-id of the unit
 * @param certificateId the certificate's id (intygs-id)
 * @param correlationId the platform's id of the call
 * @param error the error, without personal data
 */
public record SupportTicket(
        Instant time,
        HsaId person,
        HsaId unit,
        Optional<String> certificateId,
        Optional<String> correlationId,
        String error) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT)
                    .withZone(SwedishTime.ZONE);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    /** Blots the error once more, however it came here, and looks at the ids. */
    public SupportTicket {
        certificateId.ifPresent(id -> requireId("certificateId", id));
        correlationId.ifPresent(id -> requireId("correlationId", id));
        requireNoPerson("person", person.value());
        requireNoPerson("unit", unit.value());
        error = PersonalDataBlot.blot(error, List.of());
    }

    private static void requireId(String field, String id) {
        if (!ID.matcher(id).matches()) {
            throw new InvalidInputException(
                    field, "is not an id", "at most 100 letters, digits and . _ : -");
        }
        requireNoPerson(field, id);
    }

    private static void requireNoPerson(String field, String id) {
        if (PersonalDataBlot.looksPersonal(id)) {
            throw new InvalidInputException(
                    field, "looks like a personal identity number", "an id that names no person");
        }
    }

    /**
     * Starts a ticket.
     *
     * @param time when it happened, as exactly as is known
     */
    public static Builder at(Instant time) {
        return new Builder(time);
    }

    /** The ticket, in the words that the support uses; time in Swedish time with milliseconds. */
    public String text() {
        StringBuilder text = new StringBuilder(300);
        line(text, "Tidpunkt", TIME.format(time));
        line(text, "HSA-id person", person.value());
        line(text, "HSA-id enhet", unit.value());
        line(text, "Intygs-id", certificateId.orElse("-"));
        correlationId.ifPresent(id -> line(text, "Korrelations-id", id));
        line(text, "Fel", error.isEmpty() ? "-" : error);
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(label).append(": ").append(value).append('\n');
    }

    /** Collects what a ticket holds. Not for use by more than one thread. */
    public static final class Builder {

        private static final int MAX_ERROR = 20_000;

        private final Instant time;
        private final List<String> names = new ArrayList<>();
        private final StringBuilder error = new StringBuilder();
        private @Nullable HsaId person;
        private @Nullable HsaId unit;
        private @Nullable String certificateId;
        private @Nullable String correlationId;

        private Builder(Instant time) {
            this.time = time;
        }

        /** The HSA-id of the person who had the problem; required. */
        public Builder person(HsaId value) {
            person = value;
            return this;
        }

        /** The HSA-id of the unit; required. */
        public Builder unit(HsaId value) {
            unit = value;
            return this;
        }

        /** The certificate's id (intygs-id). */
        public Builder certificateId(String value) {
            certificateId = value;
            return this;
        }

        /** The platform's id of the call. */
        public Builder correlationId(String value) {
            correlationId = value;
            return this;
        }

        /** What was seen, in free text; blotted. */
        public Builder error(String text) {
            if (!error.isEmpty()) {
                error.append('\n');
            }
            error.append(text, 0, Math.min(text.length(), MAX_ERROR));
            return this;
        }

        /**
         * What was thrown. Of this SDK's own failures all but the message body is told, and the service's own text
         * blotted; of any other only its class, since its message can hold anything.
         */
        public Builder error(Throwable failure) {
            if (!(failure instanceof EHealthException known)) {
                return error(failure.getClass().getName());
            }
            known.details()
                    .map(CallDetails::correlationId)
                    .filter(id -> ID.matcher(id).matches() && !PersonalDataBlot.looksPersonal(id))
                    .ifPresent(this::correlationId);
            error(known.toString());
            if (known instanceof RejectedException refused) {
                error(refused.resultText());
            }
            if (known instanceof ServiceFaultException fault) {
                error(fault.faultString());
            }
            return this;
        }

        /** Names of patients or others that may stand in the error; each is blotted wherever it stands. */
        public Builder withoutNames(String... values) {
            names.addAll(List.of(values));
            return this;
        }

        /**
         * The ticket.
         *
         * @throws InvalidInputException if person or unit is missing, or an id is none or looks like a person's number
         */
        public SupportTicket build() {
            if (person == null) {
                throw new InvalidInputException("person", "is missing", "the person's HSA-id");
            }
            if (unit == null) {
                throw new InvalidInputException("unit", "is missing", "the unit's HSA-id");
            }
            return new SupportTicket(
                    time,
                    person,
                    unit,
                    Optional.ofNullable(certificateId),
                    Optional.ofNullable(correlationId),
                    PersonalDataBlot.blot(error.toString(), names));
        }
    }
}
