package se.ehealthsdk.testkit.certificate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.ehealthsdk.core.rivta.RivtaFault;

/**
 * Ongoing sick leaves, computed from sick notes (LISJP) as ListSickLeavesForCare 1 tells of them.
 *
 * <p>Certificates of a patient at the unit belong to one sick leave as long as no more days lie between them than the
 * question says. A sick leave is told of when one of its certificates holds today; its length is the days that it
 * covers.
 */
final class SickLeaves {

    private static final String NAMESPACE = Wire.SICK_LEAVES.namespace();
    private static final Map<String, Integer> DEGREES =
            Map.of(
                    "HELT_NEDSATT", 100,
                    "TRE_FJARDEDEL", 75,
                    "HALFTEN", 50,
                    "EN_FJARDEDEL", 25);

    private record Period(int degree, LocalDate start, LocalDate end) {

        boolean holds(LocalDate day) {
            return !day.isBefore(start) && !day.isAfter(end);
        }
    }

    private record SickNote(CertificateEntry entry, List<Period> periods) {

        LocalDate start() {
            return periods.get(0).start();
        }

        LocalDate end() {
            return periods.stream().map(Period::end).max(LocalDate::compareTo).orElseThrow();
        }

        Optional<Period> on(LocalDate day) {
            return periods.stream().filter(each -> each.holds(day)).findFirst();
        }
    }

    private SickLeaves() {}

    static Node answer(Node request, Ledger ledger) {
        int gap = number(request, "maxDagarMellanIntyg").orElse(0);
        if (gap < 0) {
            throw RivtaFault.client("maxDagarMellanIntyg is negative");
        }
        String unit = request.at("enhets-id", "extension");
        Set<String> issuers =
                request.all("personal-id")
                        .map(each -> each.at("extension"))
                        .collect(Collectors.toSet());
        LocalDate today = ledger.now().toLocalDate();
        Map<String, List<SickNote>> byPatient = new LinkedHashMap<>();
        for (SickNote note : notes(ledger.certificates())) {
            if (note.entry().unit().equalsIgnoreCase(unit)) {
                byPatient
                        .computeIfAbsent(note.entry().person(), each -> new ArrayList<>())
                        .add(note);
            }
        }
        List<Node> found = new ArrayList<>();
        for (List<SickNote> notes : byPatient.values()) {
            List<SickNote> leave = ongoing(notes, gap, today);
            int length = days(leave);
            if (!leave.isEmpty()
                    && (issuers.isEmpty()
                            || issuers.contains(active(leave, today).entry().issuer()))
                    && number(request, "minstaSjukskrivningslangd").orElse(0) <= length
                    && length
                            < number(request, "maxSjukskrivningslangd").orElse(Integer.MAX_VALUE)) {
                found.add(node(leave, length, today, ledger.persons()));
            }
        }
        return Wire.answer(Wire.SICK_LEAVES, Node.of(NAMESPACE, "sjukfallLista", found));
    }

    private static Optional<Integer> number(Node request, String name) {
        return request.optional(name).map(String::strip).map(Integer::valueOf);
    }

    private static List<SickNote> notes(Collection<CertificateEntry> all) {
        Set<String> replaced =
                all.stream()
                        .filter(each -> !each.isDraft() && !each.isRevoked())
                        .flatMap(each -> each.relatedBy("ERSATT").stream())
                        .collect(Collectors.toSet());
        List<SickNote> notes = new ArrayList<>();
        for (CertificateEntry each : all) {
            if (each.type().equalsIgnoreCase("LISJP")
                    && !each.isDraft()
                    && !each.isRevoked()
                    && !each.isTest()
                    && !each.isDeletedByCare()
                    && !replaced.contains(each.id())) {
                List<Period> periods = periods(each.intyg());
                if (!periods.isEmpty()) {
                    notes.add(new SickNote(each, periods));
                }
            }
        }
        notes.sort(Comparator.comparing(SickNote::start));
        return notes;
    }

    private static List<Period> periods(Node intyg) {
        List<Period> periods = new ArrayList<>();
        intyg.all("svar")
                .filter(svar -> svar.attribute("id").equals("32"))
                .forEach(svar -> period(svar).ifPresent(periods::add));
        periods.sort(Comparator.comparing(Period::start));
        return periods;
    }

    private static Optional<Period> period(Node svar) {
        Integer degree = DEGREES.get(part(svar, "32.1", "cv").map(cv -> cv.at("code")).orElse(""));
        Optional<Node> period = part(svar, "32.2", "datePeriod");
        if (degree == null || period.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate start = LocalDate.parse(period.get().at("start"));
            LocalDate end = LocalDate.parse(period.get().at("end"));
            return end.isBefore(start)
                    ? Optional.empty()
                    : Optional.of(new Period(degree, start, end));
        } catch (DateTimeException noDates) {
            return Optional.empty();
        }
    }

    private static Optional<Node> part(Node svar, String id, String typed) {
        return svar.all("delsvar")
                .filter(each -> each.attribute("id").equals(id))
                .flatMap(each -> each.child(typed).stream())
                .findFirst();
    }

    /** The notes that hang together with one that holds today; none if none holds. */
    private static List<SickNote> ongoing(List<SickNote> notes, int gap, LocalDate today) {
        List<SickNote> chain = new ArrayList<>();
        LocalDate covered = LocalDate.MIN;
        for (SickNote each : notes) {
            if (!chain.isEmpty() && ChronoUnit.DAYS.between(covered, each.start()) - 1 > gap) {
                if (isOngoing(chain, today)) {
                    return chain;
                }
                chain = new ArrayList<>();
                covered = LocalDate.MIN;
            }
            chain.add(each);
            covered = each.end().isAfter(covered) ? each.end() : covered;
        }
        return isOngoing(chain, today) ? chain : List.of();
    }

    private static boolean isOngoing(List<SickNote> chain, LocalDate today) {
        return chain.stream().anyMatch(each -> each.on(today).isPresent());
    }

    private static SickNote active(List<SickNote> leave, LocalDate today) {
        return leave.stream()
                .filter(each -> each.on(today).isPresent())
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    private static int days(List<SickNote> leave) {
        Set<LocalDate> days = new TreeSet<>();
        for (SickNote note : leave) {
            for (Period period : note.periods()) {
                period.start().datesUntil(period.end().plusDays(1)).forEach(days::add);
            }
        }
        return days.size();
    }

    private static Node node(
            List<SickNote> leave, int length, LocalDate today, PersonRegister persons) {
        SickNote active = active(leave, today);
        CertificateEntry entry = active.entry();
        PersonRegister.Name name = persons.nameOf(entry.person());
        Node person =
                entry.intyg().child("patient").flatMap(it -> it.child("person-id")).orElseThrow();
        return Node.of(
                NAMESPACE,
                "sjukfall",
                person.named(NAMESPACE, "person-id"),
                Node.of(
                        NAMESPACE,
                        "patientFullstandigtNamn",
                        (name.given() + " " + name.surname()).strip()),
                Wire.hsaId(NAMESPACE, "enhets-id", entry.unit()),
                Wire.hsaId(NAMESPACE, "personal-id", entry.issuer()),
                Node.of(NAMESPACE, "startdatum", leave.get(0).start().toString()),
                Node.of(
                        NAMESPACE,
                        "slutdatum",
                        leave.stream()
                                .map(SickNote::end)
                                .max(LocalDate::compareTo)
                                .orElseThrow()
                                .toString()),
                Node.of(NAMESPACE, "diagnoskod", Node.of(NAMESPACE, "code", diagnosis(entry))),
                Node.of(NAMESPACE, "antalIntyg", String.valueOf(leave.size())),
                Node.of(NAMESPACE, "sjukskrivningslangd", String.valueOf(length)),
                Node.of(
                        NAMESPACE,
                        "sjukskrivningsgrad",
                        Node.of(
                                NAMESPACE,
                                "aktivGrad",
                                String.valueOf(active.on(today).orElseThrow().degree())),
                        Node.of(
                                NAMESPACE,
                                "grader",
                                active.periods().stream()
                                        .map(Period::degree)
                                        .distinct()
                                        .limit(4)
                                        .map(
                                                each ->
                                                        Node.of(
                                                                NAMESPACE,
                                                                "grad",
                                                                String.valueOf(each)))
                                        .toList())));
    }

    private static String diagnosis(CertificateEntry entry) {
        return entry.intyg()
                .all("svar")
                .filter(svar -> svar.attribute("id").equals("6"))
                .flatMap(svar -> part(svar, "6.2", "cv").stream())
                .map(cv -> cv.at("code"))
                .findFirst()
                .orElse("");
    }
}
