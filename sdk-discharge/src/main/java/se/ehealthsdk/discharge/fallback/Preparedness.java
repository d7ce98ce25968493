package se.ehealthsdk.discharge.fallback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.xml.SwedishTime;

/**
 * Whether a unit is prepared for the system being down: the forms are stored in its own folder, all of them, readable,
 * unchanged and current, and its plan for downtime is whole. Run it each day.
 *
 * <pre>{@code
 * for (Preparedness.Finding finding : Preparedness.check(folder, edition.version(), now)) {
 *     alert(finding.problem(), finding.what());
 * }
 * }</pre>
 */
public final class Preparedness {

    /** How old stored forms may be: their look and the law change. */
    private static final Period OLD = Period.ofYears(1);

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S+)");
    private static final Pattern FACT = Pattern.compile("# (version|date|stored): (.+)");
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private Preparedness() {}

    /** What is wrong. */
    public enum Problem {
        /** There is no such folder. */
        FOLDER_MISSING,
        /** The list of forms is not there. */
        LIST_MISSING,
        /** The list of forms cannot be read. */
        LIST_UNREADABLE,
        /** A form is not there. */
        FORM_MISSING,
        /** A form is there and cannot be read. */
        FORM_UNREADABLE,
        /** A form is not the one that was stored. */
        FORM_CHANGED,
        /** The list does not have the form. */
        FORM_NOT_LISTED,
        /** The forms are of another version than the one that holds. */
        OTHER_VERSION,
        /** The forms were stored long ago. */
        OLD,
        /** The forms say that they were stored later than now. */
        FROM_THE_FUTURE,
        /** Nobody is responsible for the plan. */
        PLAN_WITHOUT_RESPONSIBLE,
        /** The plan does not say where the routine is. */
        PLAN_WITHOUT_ROUTINE,
        /** The plan has not been rehearsed, or long ago. */
        PLAN_NOT_REHEARSED,
        /** A unit that is sent to cannot be reached by the address book. */
        RECIPIENT_NOT_REACHABLE
    }

    /**
     * Something that is wrong.
     *
     * @param problem what
     * @param what which file or unit
     */
    public record Finding(Problem problem, String what) {}

    /**
     * The forms in a folder. Every finding means that the unit is not prepared.
     *
     * @param version that holds now ({@link FormEdition#version()})
     * @param now the time now, from the caller's clock
     * @return empty when all is in order
     */
    public static List<Finding> check(Path folder, String version, Instant now) {
        return check(folder, version, now, OLD);
    }

    /**
     * As {@link #check(Path, String, Instant)}.
     *
     * @param maxAge how old stored forms may be
     */
    public static List<Finding> check(Path folder, String version, Instant now, Period maxAge) {
        if (!Files.isDirectory(folder)) {
            return List.of(new Finding(Problem.FOLDER_MISSING, folder.toString()));
        }
        List<Finding> findings = new ArrayList<>();
        Manifest manifest = manifest(folder, findings);
        if (manifest != null) {
            current(manifest, version, now, maxAge, findings);
        }
        for (PaperForm form : PaperForm.values()) {
            form(folder, form.fileName(), manifest, findings);
        }
        return List.copyOf(findings);
    }

    /**
     * The forms and the plan.
     *
     * @return empty when all is in order
     */
    public static List<Finding> check(DowntimePlan plan, String version, Instant now) {
        List<Finding> findings = new ArrayList<>(check(plan.folder(), version, now));
        LocalDate day = LocalDate.ofInstant(now, SwedishTime.ZONE);
        if (plan.responsible().isBlank()) {
            findings.add(new Finding(Problem.PLAN_WITHOUT_RESPONSIBLE, plan.unit().value()));
        }
        if (plan.routine().isBlank()) {
            findings.add(new Finding(Problem.PLAN_WITHOUT_ROUTINE, plan.unit().value()));
        }
        if (plan.rehearsedOn().filter(on -> !on.plus(OLD).isBefore(day)).isEmpty()) {
            findings.add(new Finding(Problem.PLAN_NOT_REHEARSED, plan.unit().value()));
        }
        plan.addresses()
                .findings(plan.recipients(), day)
                .forEach(
                        finding ->
                                findings.add(
                                        new Finding(
                                                Problem.RECIPIENT_NOT_REACHABLE,
                                                finding.unit().value())));
        return List.copyOf(findings);
    }

    private record Manifest(Map<String, String> sums, String version, Instant stored) {}

    private static @Nullable Manifest manifest(Path folder, List<Finding> findings) {
        Path file = folder.resolve(StoredForms.MANIFEST);
        if (!Files.exists(file)) {
            findings.add(new Finding(Problem.LIST_MISSING, StoredForms.MANIFEST));
            return null;
        }
        Optional<Manifest> read = read(file);
        if (read.isEmpty()) {
            findings.add(new Finding(Problem.LIST_UNREADABLE, StoredForms.MANIFEST));
        }
        return read.orElse(null);
    }

    private static Optional<Manifest> read(Path file) {
        Map<String, String> sums = new HashMap<>();
        Map<String, String> facts = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                Matcher sum = LINE.matcher(line);
                Matcher fact = FACT.matcher(line);
                if (sum.matches()) {
                    sums.put(sum.group(2), sum.group(1));
                } else if (fact.matches()) {
                    facts.put(fact.group(1), fact.group(2));
                } else if (!line.isBlank()) {
                    return Optional.empty();
                }
            }
            if (!facts.keySet().containsAll(List.of("version", "stored"))) {
                return Optional.empty();
            }
            return Optional.of(
                    new Manifest(
                            sums,
                            facts.getOrDefault("version", ""),
                            Instant.parse(facts.getOrDefault("stored", ""))));
        } catch (IOException | DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static void current(
            Manifest manifest, String version, Instant now, Period maxAge, List<Finding> findings) {
        if (!manifest.version().equals(version)) {
            findings.add(new Finding(Problem.OTHER_VERSION, StoredForms.MANIFEST));
        }
        if (manifest.stored().isAfter(now)) {
            findings.add(new Finding(Problem.FROM_THE_FUTURE, StoredForms.MANIFEST));
        }
        LocalDate stored = LocalDate.ofInstant(manifest.stored(), SwedishTime.ZONE);
        if (stored.plus(maxAge).isBefore(LocalDate.ofInstant(now, SwedishTime.ZONE))) {
            findings.add(new Finding(Problem.OLD, StoredForms.MANIFEST));
        }
    }

    private static void form(
            Path folder, String name, @Nullable Manifest manifest, List<Finding> findings) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            findings.add(new Finding(Problem.FORM_MISSING, name));
            return;
        }
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException unreadable) {
            findings.add(new Finding(Problem.FORM_UNREADABLE, name));
            return;
        }
        if (!startsAsPdf(content)) {
            findings.add(new Finding(Problem.FORM_UNREADABLE, name));
        } else if (manifest != null) {
            String sum = manifest.sums().get(name);
            if (sum == null) {
                findings.add(new Finding(Problem.FORM_NOT_LISTED, name));
            } else if (!sum.equals(StoredForms.sha256(content))) {
                findings.add(new Finding(Problem.FORM_CHANGED, name));
            }
        }
    }

    private static boolean startsAsPdf(byte[] content) {
        if (content.length < PDF.length) {
            return false;
        }
        for (int i = 0; i < PDF.length; i++) {
            if (content[i] != PDF[i]) {
                return false;
            }
        }
        return true;
    }
}
