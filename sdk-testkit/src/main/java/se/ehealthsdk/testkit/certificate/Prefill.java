package se.ehealthsdk.testkit.certificate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Webcert takes of a prefill (förifyllnad): what is not right is dropped, and nobody told. The forms that are
 * known question by question are FK7804, FK3226 and FK7210; of other forms everything is taken.
 */
final class Prefill {

    private static final Map<String, Set<String>> PARTS =
            Map.of(
                    "LISJP",
                    Set.of(
                            "27.1", "1.1", "1.2", "1.3", "28.1", "29.1", "6.1", "6.2", "6.3", "6.4",
                            "6.5", "6.6", "35.1", "17.1", "19.1", "32.1", "32.2", "33.1", "33.2",
                            "34.1", "37.1", "39.1", "39.2", "39.4", "44.1", "25.1", "26.1", "26.2"),
                    "LUNSP",
                    Set.of(
                            "1.1", "1.2", "1.3", "58.1", "58.2", "52.1", "52.2", "52.3", "52.4",
                            "52.5", "52.6", "52.7", "53.1"),
                    "IGRAV",
                    Set.of("54.1"));
    private static final Set<String> SEVERAL = Set.of("1", "28", "32", "58");
    private static final Set<String> BOOLEANS =
            Set.of("27.1", "33.1", "34.1", "26.1", "52.5", "53.1");
    private static final Set<String> DATES = Set.of("1.2", "52.2", "52.3", "52.6", "54.1");
    private static final Set<String> DIAGNOSES = Set.of("6.2", "6.4", "6.6", "58.2");
    private static final String DIAGNOSIS = "[A-Z][0-9]{2}[0-9A-Z]{0,2}";

    private final String draft;
    private final String type;
    private final List<DroppedAnswer> dropped = new ArrayList<>();

    private Prefill(String draft, String type) {
        this.draft = draft;
        this.type = CertificateTypes.key(type);
    }

    /** What is taken, and what is dropped. */
    record Taken(List<Node> answers, List<DroppedAnswer> dropped) {}

    static Taken of(Node prefill, String draft, String type, boolean service) {
        Prefill reading = new Prefill(draft, type);
        List<Node> taken = new ArrayList<>();
        Map<String, Long> counts =
                prefill.all("svar")
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.attribute("id"), Collectors.counting()));
        prefill.all("svar")
                .forEach(
                        svar -> {
                            if (!service) {
                                reading.drop(svar.attribute("id"), "PREFILL_NOT_ACTIVE");
                            } else if (reading.isRight(svar, counts)) {
                                taken.add(svar.named(Wire.CORE, "svar"));
                            }
                        });
        return new Taken(taken, reading.dropped);
    }

    private boolean isRight(Node svar, Map<String, Long> counts) {
        Set<String> parts = PARTS.get(type);
        if (parts == null) {
            return true;
        }
        String id = svar.attribute("id");
        if (parts.stream().noneMatch(each -> each.startsWith(id + "."))) {
            return drop(id, "ANSWER_NOT_FOUND");
        }
        if (counts.getOrDefault(id, 0L) > 1 && !SEVERAL.contains(id)) {
            return drop(id, "WRONG_NUMBER_OF_ANSWERS");
        }
        return svar.all("delsvar").allMatch(part -> isRight(id, part, parts));
    }

    private boolean isRight(String question, Node part, Set<String> parts) {
        String id = part.attribute("id");
        if (!parts.contains(id) || !id.startsWith(question + ".")) {
            return drop(id, "INVALID_SUB_ANSWER_ID");
        }
        if (BOOLEANS.contains(id)
                && !Set.of("true", "false", "1", "0").contains(part.text().strip())) {
            return drop(id, "INVALID_BOOLEAN_VALUE");
        }
        if (DIAGNOSES.contains(id) && !part.at("cv", "code").replace(".", "").matches(DIAGNOSIS)) {
            return drop(id, "INVALID_DIAGNOSIS_CODE");
        }
        return !DATES.contains(id) || isDate(part.text()) || drop(id, "INVALID_FORMAT");
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text.strip()).getYear() > 0;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private boolean drop(String id, String reason) {
        dropped.add(new DroppedAnswer(draft, id, reason));
        return false;
    }
}
