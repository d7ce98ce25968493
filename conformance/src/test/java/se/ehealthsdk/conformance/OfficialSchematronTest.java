package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The checker's verdict is the official one, on certificates that keep the rules, on thousands that were changed
 * from them, and on every document below the folder.
 *
 * <p>{@code -Dschematron.dir} names a folder with the user's own copies of the official rule files, named
 * {@code lisjp.v1.sch} and so on, and, if wished, certificates as RegisterCertificate 3. {@code -Dschematron.changes}
 * says how many changed certificates of each type, {@code -Dschematron.seed} which.
 */
@NeedsOfficialContracts
@EnabledIf(
        value = "se.ehealthsdk.conformance.OfficialRules#present",
        disabledReason = OfficialRules.ABSENT)
class OfficialSchematronTest {

    private static final int SHOWN = 25;
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Stockholm"));
    private final Map<String, OfficialRules> rules = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> checker_givesTheOfficialVerdict_onSamplesAndWhatIsChangedFromThem() {
        return CertificateSamples.all(today).entrySet().stream()
                .filter(type -> Files.isRegularFile(file(type.getKey())))
                .filter(type -> SdkVerdict.knows(Xml.text(type.getValue().get(0).document())))
                .map(
                        type ->
                                DynamicTest.dynamicTest(
                                        type.getKey(),
                                        () -> compare(type.getKey(), type.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> checker_givesTheOfficialVerdict_onDocumentsOfTheFolder()
            throws IOException {
        List<Path> documents;
        try (Stream<Path> files = Files.walk(OfficialRules.folder())) {
            documents = files.filter(each -> each.toString().endsWith(".xml")).sorted().toList();
        }
        return documents.stream()
                .filter(each -> Files.isRegularFile(file(type(Xml.parse(each)))))
                .map(
                        each ->
                                DynamicTest.dynamicTest(
                                        OfficialRules.folder().relativize(each).toString(),
                                        () -> {
                                            String text = Files.readString(each);
                                            assertThat(disagreement(type(Xml.parse(each)), text))
                                                    .isEmpty();
                                        }));
    }

    private void compare(String type, List<CertificateSamples.Sample> samples) {
        List<String> disagreements = new ArrayList<>();
        for (CertificateSamples.Sample sample : samples) {
            String text = Xml.text(sample.document());
            assertThat(official(type, text)).as(sample.name()).isEmpty();
            disagreement(type, text)
                    .ifPresent(each -> disagreements.add(sample.name() + ": " + each));
        }
        Random seeds = new Random(Long.getLong("schematron.seed", 1));
        int accepted = 0;
        int count = Integer.getInteger("schematron.changes", 500);
        Map<String, String> byReason = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            CertificateSamples.Sample sample = samples.get(i % samples.size());
            List<Long> changes = seeds.longs(i % 3 == 0 ? 1 : i % 3 + 1).boxed().toList();
            Document changed = copy(sample.document());
            changes.forEach(seed -> CertificateChanges.change(changed, seed, today));
            String text = Xml.text(changed);
            Optional<String> official = official(type, text);
            if (official.isEmpty()) {
                accepted++;
            }
            if (disagreement(official, text).isPresent()) {
                String shrunk = shrunk(type, sample, changes);
                byReason.putIfAbsent(shrunk.substring(shrunk.indexOf('\n')), shrunk);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d changed certificates, %d of them accepted by the official rules, %d disagreements%n",
                type,
                count,
                accepted,
                byReason.size() + disagreements.size());
        disagreements.addAll(byReason.values());
        assertThat(disagreements.stream().limit(SHOWN).toList())
                .as("%s: %s disagreements", type, disagreements.size())
                .isEmpty();
    }

    /** The fewest of the changes that still divide the two. */
    private String shrunk(String type, CertificateSamples.Sample sample, List<Long> changes) {
        List<List<Long>> candidates = new ArrayList<>();
        changes.forEach(each -> candidates.add(List.of(each)));
        for (int i = 0; i < changes.size(); i++) {
            List<Long> less = new ArrayList<>(changes);
            less.remove(i);
            candidates.add(less);
        }
        candidates.add(changes);
        for (List<Long> candidate : candidates) {
            Document changed = copy(sample.document());
            List<String> said =
                    candidate.stream()
                            .map(each -> CertificateChanges.change(changed, each, today))
                            .toList();
            Optional<String> found = disagreement(type, Xml.text(changed));
            if (found.isPresent()) {
                return sample.name() + ", " + said + "\n  " + found.get();
            }
        }
        throw new IllegalStateException("changes differ from one time to the next");
    }

    private Optional<String> disagreement(String type, String document) {
        return disagreement(official(type, document), document);
    }

    private Optional<String> disagreement(Optional<String> official, String document) {
        Optional<String> ours = SdkVerdict.violation(document, today);
        return official.isPresent() == ours.isPresent()
                ? Optional.empty()
                : Optional.of(
                        official.map(each -> "official: " + each)
                                .orElseGet(() -> "only ours: " + ours.orElseThrow()));
    }

    private Optional<String> official(String type, String document) {
        return OfficialRules.schemaViolation(document)
                .map(each -> "schema: " + each)
                .or(
                        () ->
                                rules.computeIfAbsent(type, each -> new OfficialRules(file(each)))
                                        .violation(document));
    }

    private static Path file(String type) {
        return OfficialRules.folder().resolve(type + ".sch");
    }

    private static String type(Document document) {
        List<Element> kinds = Xml.descendants(document, CertificateSamples.CERTIFICATE, "typ");
        List<Element> versions =
                Xml.descendants(document, CertificateSamples.CERTIFICATE, "version");
        if (kinds.isEmpty() || versions.isEmpty()) {
            return "none";
        }
        String code = Xml.children(kinds.get(0)).get(0).getTextContent();
        return code.toLowerCase(Locale.ROOT)
                + ".v"
                + versions.get(0).getTextContent().split("\\.")[0];
    }

    private static Document copy(Document document) {
        Document copy = Xml.empty();
        copy.appendChild(copy.importNode(document.getDocumentElement(), true));
        return copy;
    }
}
