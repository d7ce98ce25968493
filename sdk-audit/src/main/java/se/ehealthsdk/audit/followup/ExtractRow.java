package se.ehealthsdk.audit.followup;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.AccessRecord.CareUnit;
import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.audit.Purpose;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * One access in a log extract, with what the policy lets the patient know.
 *
 * @param time when
 * @param timeExact false if the source gave local time only: then it is not known which of the two it was,
 *     if it was in the hour that comes twice when summer time ends
 * @param careProvider the care provider of the user
 * @param careUnit the unit of the user
 * @param activity what was done; empty when the source does not tell
 * @param data what kinds of data, and whose
 * @param purpose why
 * @param user who, as far as the policy goes
 */
public record ExtractRow(
        Instant time,
        boolean timeExact,
        CareProvider careProvider,
        CareUnit careUnit,
        Optional<ActivityType> activity,
        List<Data> data,
        Purpose purpose,
        User user) {

    /** Copies the list. */
    public ExtractRow {
        data = List.copyOf(data);
    }

    /**
     * A kind of data.
     *
     * @param type what kind
     * @param owner the care provider that owns it, when it is another than the user's
     */
    public record Data(ResourceType type, Optional<CareProvider> owner) {

        String text() {
            return owner.map(
                            from ->
                                    type.value()
                                            + " (från "
                                            + from.name().orElse(from.id().value())
                                            + ")")
                    .orElse(type.value());
        }
    }

    /**
     * Who it was, as far as it may be told.
     *
     * @param withheld whether there is more that the policy does not let be told
     * @param name the name
     * @param title the title
     * @param hsaId the HSA-id
     */
    public record User(
            boolean withheld,
            Optional<String> name,
            Optional<String> title,
            Optional<HsaId> hsaId) {

        /** Never the name. */
        @Override
        public String toString() {
            return "User[" + hsaId.map(HsaId::value).orElse("...") + "]";
        }

        String text() {
            if (withheld) {
                return "Lämnas inte ut";
            }
            String who =
                    List.of(name, title, hsaId.map(HsaId::value)).stream()
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining(", "));
            return who.isEmpty() ? "Uppgift saknas" : who;
        }
    }

    /** Whether it was an emergency access ({@code Nödöppning}). */
    public boolean emergency() {
        return activity.filter(ExtractRow::isEmergency).isPresent();
    }

    /** As other systems may write it too: in capitals, or with its letters composed of two. */
    static boolean isEmergency(ActivityType activity) {
        return Normalizer.normalize(activity.value(), Normalizer.Form.NFC)
                .equalsIgnoreCase(ActivityType.EMERGENCY_ACCESS.value());
    }

    String dataText() {
        return data.stream().map(Data::text).distinct().collect(Collectors.joining(", "));
    }

    /** Where and when; never who. */
    @Override
    public String toString() {
        return "ExtractRow[%s, %s, %s]".formatted(time, careProvider.id(), careUnit.id());
    }
}
